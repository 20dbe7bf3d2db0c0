"""Links: dead, wrong, missing, in circles, and what hangs on nothing."""

from __future__ import annotations

import dataclasses

import pytest

from statutory.checks import run_checks
from statutory.checks.links import link_cycle, self_link
from statutory.model.item import Item
from statutory.model.location import Location
from tests.builders import (
    SETTINGS,
    brief,
    make_catalogue,
    make_directive,
    make_gap,
    make_item,
    make_page,
    run,
    sound_items,
)

# Dead and wrong links ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "nearest"), [("OFICE", "OFFICE"), ("office", "OFFICE"), ("ZZZZ", "")]
)
def test_dead_link_offers_the_nearest_identifier(target: str, nearest: str) -> None:
    """The finding is at the link's line, with what was probably meant."""
    (finding,) = run(sound_items(COM={"preparer": target})).findings
    assert (finding.check, str(finding.location)) == ("dead-link", "com.md:7")
    values = finding.message.values
    assert (values["target"], values["link"], values["nearest"]) == (target, "preparer", nearest)
    assert ("did you mean" in finding.message.text) is bool(nearest)


REGIONS = [
    make_item("actor", "NO-ACT-COUNCIL", title="Council of the north", region="north"),
    make_item("actor", "SO-ACT-BOARD", title="Board", region="south"),
    make_item("actor", "SO-ACT-COUNCIL", title="Council of the south", region="south"),
    make_item("milestone", "NO-MIL-COUNCILS", title="Council", region="north"),
    make_item("source", "NO-SOU-PLAN-2", title="Plan", region="north"),
]


@pytest.mark.parametrize(
    ("link", "target", "nearest"),
    [
        ("owner", "NO-ACT-COUNCI", "NO-ACT-COUNCIL"),
        ("owner", "no-act-council", "NO-ACT-COUNCIL"),
        ("owner", "Council", "NO-ACT-COUNCIL"),
        ("owner", "Council of the south", "SO-ACT-COUNCIL"),
        ("owner", "Board", "SO-ACT-BOARD"),
        ("owner", "NO-ATC-COUNCIL", "NO-ACT-COUNCIL"),
        ("owner", "NO-SOU-COUNCIL", "NO-ACT-COUNCIL"),
        ("owner", "NO-ACT-BOARD", ""),  # Another region's board is another board.
        ("owner", "NO-MIL-COUNCIL", "NO-ACT-COUNCIL"),
        ("owner", "Matti Meikäläinen", ""),
        ("owner", "NO-ACT-B", ""),
        ("schedule", "Council", "NO-MIL-COUNCILS"),
        ("sources", "Council", ""),  # Nothing that it may lead to.
        ("sources", "NO-SOU-PLAN-3", ""),  # Numbers are no slips of each other.
        ("preparer", "NO-COM-B", ""),
        ("preparer", "NO-COM-A", ""),
    ],
)
def test_suggestion_is_of_a_type_allowed_and_of_the_region(
    link: str, target: str, nearest: str
) -> None:
    """Titles count as well; neither the item itself nor what only begins alike is offered."""
    item = make_item("component", "NO-COM-AA", region="north", **{link: target})
    found = [f for f in run([*REGIONS, item]).findings if f.check == "dead-link" and f.item]
    assert [finding.message.values["nearest"] for finding in found] == [nearest]


def test_one_dead_target_of_several_is_named() -> None:
    """The targets that exist are not complained of."""
    (finding,) = run(sound_items(COM={"preparer": "COUNCIL, NOBODY, OFFICE"})).findings
    assert finding.message.values["target"] == "NOBODY"


def test_target_that_is_declared_but_vanished_is_not_dead() -> None:
    """The cause is told where the item was lost, not at each link to it."""
    items = [item for item in sound_items() if item.id != "OFFICE"]
    assert {finding.check for finding in run(items).findings} == {"dead-link"}
    page = make_page(make_directive("actor", "OFFICE", line=7))
    declared = dataclasses.replace(make_catalogue(items), documents=(page,))
    assert brief(run_checks(declared)) == [("vanished-item", "OFFICE", "page.md:7")]


def test_policy_that_names_no_section_is_found_in_the_configuration() -> None:
    """The finding is of the file that holds the policy, at the key's line."""
    settings = dataclasses.replace(
        SETTINGS,
        answers={"SEC": ("north",), "SEC-36": ("north",)},
        key_lines={"statutory.answers.SEC-36": 12},
    )
    (finding,) = run(sound_items(), settings).findings
    assert (finding.check, finding.item) == ("dead-link", "")
    assert finding.location == Location("ubproject.toml", 12)
    assert finding.message.values["target"] == "SEC-36"


def test_policy_that_names_no_act_is_found_in_the_configuration() -> None:
    """An act under which bodies are to be apart has to exist, or the policy asks nothing."""
    settings = dataclasses.replace(
        SETTINGS,
        separating_acts=("ACT", "AKT"),
        key_lines={"statutory.separation": 20, "statutory.separation.acts": 21},
    )
    (finding,) = run(sound_items(), settings).findings
    assert (finding.check, str(finding.location)) == ("dead-link", "ubproject.toml:21")
    assert finding.message.values["target"] == "AKT"


def test_wrong_target_names_the_types_allowed() -> None:
    """A link to an item of another type is found at its line; the right targets stand."""
    (finding,) = run(sound_items(COM={"owner": "COUNCIL, PLAN"})).findings
    assert (finding.check, str(finding.location)) == ("wrong-target", "com.md:6")
    values = finding.message.values
    assert (values["target"], values["type"], values["allowed"]) == ("PLAN", "plan", "actor")


def test_link_without_target_types_leads_anywhere() -> None:
    """Only the links that say where they lead, or whose role does, are judged."""
    assert run(sound_items(COM={"part_of": "PLAN, COUNCIL, SEC"})).findings == ()


# Coverage ----------------------------------------------------------------------------------


def test_every_region_of_policy_has_to_answer() -> None:
    """One region's cover does not hide another's hole."""
    settings = dataclasses.replace(SETTINGS, answers={"SEC": ("south", "north", "state")})
    findings = run(sound_items(), settings).findings
    assert [(f.check, f.item, f.field, f.region) for f in findings] == [
        ("uncovered-element", "ELE", "implements", "south"),
        ("uncovered-element", "ELE", "implements", "state"),
    ]


def test_region_that_mentions_an_element_has_to_answer() -> None:
    """Without policy, whoever speaks of the element or its section answers for it."""
    settings = dataclasses.replace(SETTINGS, answers={})
    mention = make_item(
        "plan", "SOUTH", region="south", based_on="SEC", sources="SRC", locator="p. 1"
    )
    findings = run([*sound_items(), mention], settings).findings
    assert [(f.check, f.item, f.region) for f in findings] == [
        ("uncovered-element", "ELE", "south")
    ]


def test_element_that_nobody_mentions_binds_no_region() -> None:
    """A section outside of policy that no region speaks of is nobody's hole, but it is told."""
    settings = dataclasses.replace(SETTINGS, answers={})
    items = [item for item in sound_items() if item.id != "COM"]
    findings = run(items, settings).findings
    assert [(f.check, f.item, f.field) for f in findings] == [
        ("unbound-element", "ELE", "based_on")
    ]


def test_project_without_regions_answers_as_a_whole() -> None:
    """Where no item has a region, the project answers, and the message names none."""
    regionless = {id_: {"region": ""} for id_ in ("ELE", "COM", "PHASE")}
    assert run(sound_items(**regionless)).findings == ()
    items = [item for item in sound_items(**regionless) if item.id != "COM"]
    (finding,) = run(items).findings
    assert (finding.check, finding.region) == ("uncovered-element", "")
    assert finding.message.text == "nothing implements the element"


def test_component_without_element_is_untraced_and_the_element_uncovered() -> None:
    """The missing link is found at both of its ends."""
    assert brief(run(sound_items(COM={"implements": ""}))) == [
        ("untraced-component", "COM", "com.md:1"),
        ("uncovered-element", "ELE", "ele.md:1"),
    ]


def test_gap_answers_for_what_the_component_implements() -> None:
    """Where the sources are silent the component is an open question, not a fault."""
    gap = make_gap(target="COM", field="implements")
    report = run([*sound_items(COM={"implements": ""}), gap])
    assert [(f.check, f.item) for f in report.findings] == [
        ("open-gap", "COM"),
        ("uncovered-element", "ELE"),
    ]


# Sources and parents -----------------------------------------------------------------------


def test_types_without_source_are_not_asked_for_one() -> None:
    """Every item but those of the types of policy needs a source and a place in it."""
    settings = dataclasses.replace(
        SETTINGS, required=dataclasses.replace(SETTINGS.required, without_source=())
    )
    assert run(sound_items()).findings == ()
    assert brief(run(sound_items(), settings)) == [("missing-source", "SRC", "src.md:1")]


@pytest.mark.parametrize(
    ("id_", "parent"),
    [("SEC", "based_on"), ("ELE", "based_on"), ("COM", "part_of"), ("PHASE", "part_of")],
)
def test_item_without_its_parent_is_an_orphan(id_: str, parent: str) -> None:
    """A type that hangs on a whole needs that link, however many others it has."""
    report = run(sound_items(**{id_: {parent: ""}}))
    orphans = [finding for finding in report.findings if finding.check == "orphan-item"]
    assert [(f.item, f.field) for f in orphans] == [(id_, parent)]


def test_item_without_any_link_is_an_orphan() -> None:
    """A type without a whole needs some link, from it or to it; that to a source is none."""
    alone = {"sources": "SRC", "locator": "p. 1"}
    lonely = make_item("plan", "LONELY", **alone)
    (finding,) = run([*sound_items(), lonely]).findings
    assert (finding.check, finding.item, finding.field) == ("orphan-item", "LONELY", "")
    linking = make_item("plan", "LONELY", part_of="PLAN", **alone)
    assert run([*sound_items(), linking]).findings == ()
    assert run([*sound_items(PLAN={"part_of": "LONELY"}), lonely]).findings == ()


def test_sources_and_acts_may_stand_alone() -> None:
    """A source that nobody cites and an act without sections are no orphans."""
    items = [
        make_item("source", "SRC"),
        make_item("act", "ACT", sources="SRC", locator="p. 1"),
        make_item("source", "OTHER"),
    ]
    assert run(items, dataclasses.replace(SETTINGS, answers={})).findings == ()


# Circles -----------------------------------------------------------------------------------

CIRCULAR = ("predecessor", "part_of", "schedule", "based_on", "implements")
BOTH_ENDS = dataclasses.replace(SETTINGS.types, section=("plan",), implementer=("element", "plan"))


def ways(link: str, **targets: str) -> list[str]:
    """Return the circles found in items with some targets each."""
    kind = "element" if link == "implements" else "plan"
    items = [make_item(kind, id_, **{link: ids}) for id_, ids in targets.items()]
    settings = dataclasses.replace(SETTINGS, types=BOTH_ENDS)
    problems = list(link_cycle(make_catalogue(items, settings)))
    assert {problem.field for problem in problems} <= {link}
    return [str(problem.message.values["way"]) for problem in problems]


@pytest.mark.parametrize("link", CIRCULAR)
def test_circle_is_found_in_each_link(link: str) -> None:
    """Every link that ought to lead somewhere is followed; the way is in its direction."""
    assert ways(link, C="A", A="B", B="C", D="A") == ["A → B → C → A"]


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        ({"A": "A"}, ["A → A"]),
        ({"A": "A, B", "B": "A"}, ["A → A"]),
        ({"A": "B", "B": "A", "C": "D", "D": "C"}, ["A → B → A", "C → D → C"]),
        ({"A": "B, C", "B": "A", "C": "A"}, ["A → B → A"]),
        ({"A": "B", "B": "C", "C": ""}, []),
        ({"A": "B, C", "B": "D", "C": "D", "D": ""}, []),
        ({"A": "B, NOBODY", "B": "NOBODY"}, []),
    ],
    ids=["self", "self and other", "separate", "overlapping", "chain", "diamond", "dead"],
)
def test_circles_of_each_shape(targets: dict[str, str], expected: list[str]) -> None:
    """Each circle is found once, from its smallest identifier; a mere chain is none."""
    assert sorted(ways("predecessor", **targets)) == expected


def test_links_of_two_kinds_make_no_circle() -> None:
    """A phase after a plan that it is part of is in order."""
    items = [make_item("plan", "A", predecessor="B"), make_item("plan", "B", part_of="A")]
    assert list(link_cycle(make_catalogue(items))) == []


def test_circle_is_at_its_first_link_and_relates_the_others() -> None:
    """Every link of the circle can be opened, for the author to choose which to take away."""
    items = [make_item("plan", "A", predecessor="B"), make_item("plan", "B", predecessor="A")]
    (problem,) = link_cycle(make_catalogue(items))
    assert (problem.item, problem.location) == ("A", Location("a.md", 3))
    assert [related.location for related in problem.related] == [Location("b.md", 3)]


def test_circle_is_told_among_the_findings() -> None:
    """A phase of a phase of itself stops the build."""
    items = sound_items(PLAN={"part_of": "PHASE"})
    (finding,) = run(items).findings
    assert (finding.check, finding.item) == ("link-cycle", "PHASE")
    assert str(finding.message) == "part_of leads in a circle: PHASE → PLAN → PHASE"


def test_great_circle_and_dense_graph_end() -> None:
    """Neither a long circle nor many overlapping ones keep the check from ending."""
    ring = {f"N{n:03}": f"N{(n + 1) % 300:03}" for n in range(300)}
    assert len(ways("predecessor", **ring)) == 1
    names = [f"K{n}" for n in range(12)]
    dense = {name: ", ".join(names) for name in names}
    found = ways("predecessor", **dense)
    assert found == ways("predecessor", **dict(reversed(dense.items())))
    assert found


# Links to the item itself ------------------------------------------------------------------


def selves(*items: Item) -> list[tuple[str, str, int]]:
    """Return the item, the link and the line of each link to its own item."""
    return [
        (problem.item, problem.field, problem.location.line)
        for problem in self_link(make_catalogue(items))
    ]


def test_link_to_its_own_item_is_found_at_its_line() -> None:
    """It is found among other targets too, and once however often it is named."""
    assert selves(
        make_item("plan", "PLAN", region="north", concerns="COM, PLAN, PLAN"),
        make_item("component", "COM", concerns="PLAN, GONE"),
    ) == [("PLAN", "concerns", 4)]


def test_link_that_others_judge_does_not_hide_the_next() -> None:
    """Each link of an item is looked at for itself."""
    assert selves(make_item("phase", "IT", part_of="IT", concerns="IT")) == [("IT", "concerns", 4)]


@pytest.mark.parametrize(
    "link", ["predecessor", "part_of", "schedule", "based_on", "implements", "reviewer"]
)
def test_link_to_its_own_item_that_others_judge_is_left(link: str) -> None:
    """Circles are told by another check, and an actor may review what is said of it."""
    assert selves(make_item("phase", "IT", **{link: "IT"})) == []


@pytest.mark.parametrize(("kind", "expected"), [("actor", ["self-link"]), ("plan", [])])
def test_link_that_may_not_lead_to_the_type_is_a_wrong_target(
    kind: str, expected: list[str]
) -> None:
    """One cause gives one finding: an owner has to be an actor in the first place."""
    found = run([make_item(kind, "IT", owner="IT")]).findings
    checks = [f.check for f in found if f.check in {"self-link", "wrong-target"}]
    assert checks == (expected or ["wrong-target"])


def test_gap_in_itself_is_found_under_its_former_identifier() -> None:
    """A gap follows its target when it is renamed, and so may come back to itself."""
    gap = make_item("gap", "GAP", former_ids="OLD", gap_target="OLD", gap_field="owner")
    assert selves(gap) == [("GAP", "gap_target", 4)]


def test_binding_act_that_does_not_exist_is_found_at_its_key() -> None:
    """Policy that names what is not there would take all elements out of coverage."""
    lines = {"statutory.binding": 4}
    settings = dataclasses.replace(SETTINGS, binding=("ACT", "ACTS"), key_lines=lines)
    (finding,) = run(sound_items(), settings).findings
    assert (finding.check, str(finding.location)) == ("dead-link", "ubproject.toml:4")
    assert finding.message.values["nearest"] == "ACT"


def test_binding_act_that_is_none_is_found_at_its_key() -> None:
    """A section among the acts that bind is told what belongs there."""
    lines = {"statutory.binding": 4}
    settings = dataclasses.replace(SETTINGS, binding=("ACT", "SEC"), key_lines=lines)
    (finding,) = run(sound_items(), settings).findings
    assert (finding.check, str(finding.location)) == ("wrong-target", "ubproject.toml:4")
    assert finding.message.values["allowed"] == "act"
