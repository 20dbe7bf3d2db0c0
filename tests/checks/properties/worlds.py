"""The small worlds in which each family of checks finds much.

A world names its items, their types and the values that their options may have; some of the
items and options are left out of each catalogue, so that links to them are dead.
"""

from __future__ import annotations

import dataclasses

from hypothesis import strategies as st

from statutory.model.settings import IdentifierPolicy
from tests.builders import SETTINGS
from tests.checks.properties.readings import AS_OF, MARGINS, TIMES
from tests.generators import World, catalogues, pages, worlds

REGIONS = ("state", "north", "south")

BARE = dataclasses.replace(SETTINGS, answers={}, as_of=AS_OF, periods=MARGINS)
"""Settings that name no item."""

_OWNED = dataclasses.replace(SETTINGS.required, owner=("element", "component", "phase", "duty"))
OWNED = dataclasses.replace(BARE, required=_OWNED)
"""Settings by which duties need an owner as well."""

_BODIES = ("A1", "A2", "A3")
_ACTOR = (
    ("actor",),
    {
        "term": TIMES,
        "successor": (*_BODIES, *_BODIES, "GONE"),
        "region": REGIONS,
        "kind": ("stakeholder", "board"),
        "part_of": _BODIES,
        "competence": ("S1", "GONE"),
        "standing": ("official", "unofficial"),
    },
)
_DUTY = (
    ("element", "component", "duty", "phase", "plan"),
    {
        "owner": (*_BODIES, *_BODIES, "GONE", "D1"),
        "decider": (*_BODIES, "GONE"),
        "period": TIMES,
        "schedule": ("P1", "P2", "GONE"),
        "region": REGIONS,
        "status": ("done", "draft"),
    },
)
MANDATES: World = {
    **dict.fromkeys(_BODIES, _ACTOR),
    **dict.fromkeys(("D1", "D2"), _DUTY),
    "P1": (("phase", "plan"), {"period": TIMES, "schedule": ("P2", "D1"), "part_of": ("P2",)}),
    "P2": (("phase",), {"period": TIMES, "part_of": ("P1",)}),
    "S1": (("section",), {"period": TIMES, "legal_state": ("bill", "in force")}),
    "X1": (
        ("gap", "difference", "waiver", "service"),
        {"reviewer": _BODIES, "concerns": _BODIES, "preparer": _BODIES},
    ),
}

_TERMS = (
    *("../2018-01-30", "2018-01-29/2018-01-30", "2018-01-31/2018-02-01", "2018-01-31/.."),
    *("2018-02-02/..", "2018-01-30~"),
)
_OWNED_TIMES = (
    *("2018-01-30/2018-01-31", "2018-01-30/2018-02-01", "2018-01-29/..", "2018-02-01/.."),
    *("../2018-01-30", "2018-01-30~", "2018-02-03"),
)
TENURE: World = {
    **dict.fromkeys(_BODIES, (("actor",), {"term": _TERMS, "successor": _BODIES})),
    **dict.fromkeys(
        ("D1", "D2", "D3"), (("duty", "component"), {"owner": _BODIES, "period": _OWNED_TIMES})
    ),
}
"""Who owns what, and until when: a world of little else."""

_TASK = (
    ("duty",),
    {
        "kind": ("authority",),
        "public_power": ("significant", "none"),
        **dict.fromkeys(("owner", "producer", "organiser"), ("B1", "B2", "B3")),
        "based_on": ("L1", "GONE"),
    },
)
_BODY = (("actor",), {"kind": ("company", "region", "board"), "part_of": ("B1", "B2", "B3")})
_DATE = (("milestone",), {"period": ("2018-01-30", "2018-02"), "region": REGIONS})
_INFERRED = (
    ("component", "element"),
    {
        "owner": ("B1",),
        "owner_basis": ("inferred",),
        "period": ("2018-02",),
        "time_basis": ("inferred",),
        "inferred": ("owner", "period"),
    },
)
MIXED: World = {
    **dict.fromkeys(("T1", "T2"), _TASK),
    **dict.fromkeys(("B1", "B2", "B3"), _BODY),
    **dict.fromkeys(("N1", "N2"), _DATE),
    **dict.fromkeys(("O1", "O2"), _INFERRED),
    "L1": (("section",), {"verification": ("unverified",)}),
}
"""Tasks of authorities, national dates, and what is inferred."""

_WHOLES = ("W1", "W2", "W3")
_LAWS = ("L1", "L2", "L3", "L4")
_WHOLE = (
    ("procedure", "procedure", "phase", "plan"),
    {"period": TIMES, "part_of": (*_WHOLES, "GONE"), "schedule": ("W1", "M1")},
)
_LAW = (
    ("section", "section", "act"),
    {
        "period": TIMES,
        "based_on": (*_LAWS, "GONE"),
        "legal_state": ("in force", "in force", "bill"),
    },
)
_TIMED = (
    ("milestone", "component", "element", "phase"),
    {
        "period": TIMES,
        "schedule": (*_WHOLES, "GONE"),
        "part_of": (*_WHOLES, "A1"),
        "based_on": (*_LAWS, "GONE"),
        "predecessor": ("M1", "M2", "W1", "GONE"),
        "status": ("done", "draft", "open"),
        "sources": ("S1", "S2", "GONE"),
        "region": REGIONS,
    },
)
SCHEDULE: World = {
    **dict.fromkeys(_WHOLES, _WHOLE),
    **dict.fromkeys(_LAWS, _LAW),
    **dict.fromkeys(("M1", "M2"), _TIMED),
    **dict.fromkeys(("A1", "A2"), (("actor",), {"term": TIMES, "part_of": ("A1", "A2", "W1")})),
    **dict.fromkeys(("S1", "S2"), (("source",), {"published": TIMES})),
}

_PHASES = (
    *("2018-01-29/2018-01-30", "2018-01-30/2018-02-01", "2018-02-01/2018-02-03", "2018-01-30"),
    *("2018-02-03/2018-01-29", "2018-02-01/2018-01-30"),
)
NESTED: World = {
    **dict.fromkeys(_WHOLES, (("phase",), {"period": _PHASES, "part_of": _WHOLES})),
    **dict.fromkeys(
        ("M1", "M2"),
        (
            ("milestone",),
            {
                "period": ("2018-01-30", "2018-02-03", "", ""),
                "schedule": _WHOLES,
                "part_of": _WHOLES,
                "predecessor": ("M1", *_WHOLES),
                "sources": ("S1", "S2"),
            },
        ),
    ),
    **dict.fromkeys(("S1", "S2"), (("source",), {"published": TIMES})),
}
"""Milestones in phases, and the dates of their sources: a world of little else."""

BOUND = dataclasses.replace(BARE, binding=("ACT1",))
ANSWERED = dataclasses.replace(BARE, answers={"SEC1": ("north", "south")})
_SECTION = (
    ("section",),
    {
        "based_on": ("ACT1", "ACT1", "ACT2", "SEC1", "SEC2", "GONE"),
        "numbered_items": ("2", "3", "few"),
        "counterpart": ("SEC1", "SEC2", "GONE"),
        "verification": ("unverified", "text"),
    },
)
_ELEMENT = (
    ("element",),
    {
        "based_on": ("SEC1", "SEC1", "SEC2", "GONE"),
        "number": ("1", "2", "3", "4", "first"),
        "region": ("state", "state", "north"),
    },
)
_ANSWER = (
    ("component", "gap", "waiver"),
    {"implements": ("E1", "E2", "SEC1"), "based_on": ("E2", "SEC2"), "region": REGIONS},
)
LAW: World = {
    **dict.fromkeys(("ACT1", "ACT2"), (("act",), {"legal_state": ("lapsed", "lapsed", "bill")})),
    **dict.fromkeys(("SEC1", "SEC2"), _SECTION),
    **dict.fromkeys(("E1", "E2", "E3", "E4"), _ELEMENT),
    **dict.fromkeys(("C1", "C2"), _ANSWER),
}

_STEPS = ("H1", "H2", "H3")
_DECISION = (
    ("decision",),
    {
        "decider": ("A1", "GONE"),
        "period": TIMES,
        "concerns": ("C1", "R1", "H1", "GONE"),
        "part_of": ("R1", "R2", "H1"),
        "consulted": ("A1", "A2"),
    },
)
_STEP = (
    ("phase", "phase", "procedure", "duty"),
    {
        "part_of": ("R1", "R2", "H1", "H2"),
        "preparer": ("A1",),
        "decider": ("A1",),
        "period": TIMES,
        "schedule": ("R1", "H3", "GONE"),
        "predecessor": ("D1", "H1", "H2"),
    },
)
_COURSE = (
    ("procedure", "procedure", "phase"),
    {
        "part_of": ("R1", "R2", "H3", "GONE", "GONE", "GONE"),
        "concerns": ("C1", "H1", "D2"),
        "preparer": ("A1",),
        "consulted": ("A1", "A2", "GONE"),
    },
)
PROCEDURE: World = {
    **dict.fromkeys(("D1", "D2"), _DECISION),
    **dict.fromkeys(_STEPS, _STEP),
    **dict.fromkeys(("R1", "R2"), _COURSE),
    "A1": (("actor",), {}),
    "A2": (("actor",), {}),
    "C1": (
        ("component", "component", "plan"),
        {"period": TIMES, "part_of": ("R1",), "consulted": ("A1", "A2"), "implements": ("E1",)},
    ),
    "E1": (("element",), {"consulted": ("A1", "A2")}),
    "P1": (
        ("position",),
        {"concerns": ("C1", "D1", "R1", "E1"), "speaker": ("A1", "A2"), "period": TIMES},
    ),
}

_SAID = (("position", "decision"), {"period": TIMES, "handled_in": ("K1", "K2", "GONE")})
MEETINGS: World = {
    **dict.fromkeys(("K1", "K2"), (("meeting",), {"period": TIMES})),
    **dict.fromkeys(("P1", "P2", "P3"), _SAID),
}
"""What is said in meetings, and when: a world of nothing else."""

_PAIR = ("Q1", "P1", "RISK", "GONE")
_WORK = (
    ("duty", "duty", "plan", "procedure"),
    {"funder": ("A1", "GONE"), "part_of": ("W1", "W2", "W3"), "mitigates": ("RISK", "Q1")},
)
MATTERS: World = {
    "A1": (("actor",), {"sources": ("SRC",), "locator": ("p. 1",)}),
    "Q1": (
        ("question",),
        {"answer": ("P1", "GONE"), "conflicts_with": _PAIR, "locator": ("p. 1",)},
    ),
    "P1": (
        ("position",),
        {
            "answer": ("Q1", "GONE"),
            "force": ("demanded", "noted"),
            "conflicts_with": _PAIR,
            "sources": ("SRC", "A1", "GONE"),
        },
    ),
    "RISK": (("risk",), {"conflicts_with": _PAIR, "sources": ("SRC",), "locator": ("p. 1",)}),
    **dict.fromkeys(("W1", "W2", "W3"), _WORK),
    "RES": (("resource", "plan"), {"concerns": ("W1", "W2"), "part_of": ("W2", "W3")}),
    "DIF1": (("difference",), {"concerns": _PAIR, "kind": ("contradiction",)}),
    "DIF2": (("difference",), {"concerns": _PAIR, "kind": ("contradiction",)}),
    "C1": (("component", "phase", "section"), {"owner": ("A1", "Q1"), "schedule": ("W1", "C1")}),
    "SRC": (("source",), {}),
}

NAMED = dataclasses.replace(
    BARE,
    ids=IdentifierPolicy(
        form="{region}-{name}", regions={"state": "X", "north": "N", "south": "S"}
    ),
    required=dataclasses.replace(
        SETTINGS.required, owner_basis=("component", "plan"), time_basis=("component", "plan")
    ),
)
"""Settings by which identifiers begin with the code of their region."""

_NAMED = (
    ("component", "plan"),
    {
        "region": ("north", "south", ""),
        "owner": ("N-A", "S-A"),
        "owner_basis": ("source", ""),
        "period": ("2018-01-31",),
        "time_basis": ("source", ""),
        "status": ("done", "draft"),
        "sources": ("N-S", "S-S"),
        "locator": ("Heading, line 2", "Elsewhere"),
    },
)
_OUTLINED = {
    "region": ("north", "south"),
    "published": ("2017-12", "2019"),
    "outline": ("Heading; End",),
}
NAMES: World = {
    **dict.fromkeys(("N-1", "N-2", "S-1"), _NAMED),
    **dict.fromkeys(
        ("N-A", "S-A"), (("actor",), {"region": REGIONS, "kind": ("stakeholder", "board")})
    ),
    **dict.fromkeys(("N-S", "S-S"), (("source",), _OUTLINED)),
    "N-G": (("gap",), {"region": ("north",), "gap_field": ("owner",), "part_of": ("N-1",)}),
}
"""What identifiers, regions, bases and sources say of items: a world of little else."""

EVIDENCE: World = {
    "A1": (("actor",), {}),
    "C1": (
        ("component", "duty"),
        {"owner": ("A1",), "implements": ("E1",), "sources": ("L1", "L2"), "region": REGIONS},
    ),
    "E1": (("element",), {"sources": ("L1",), "based_on": ("P1",)}),
    "P1": (("section",), {"sources": ("L1", "L2")}),
    "L1": (("source",), {"region": REGIONS}),
    "L2": (("source",), {}),
    "D1": (("duty",), {"owner": ("A1",), "concerns": ("C1", "M1"), "inferred": ("owner",)}),
    "M1": (
        ("milestone", "service"),
        {"part_of": ("C1", "D1"), "concerns": ("C1",), "producer": ("A1",), "decider": ("A1",)},
    ),
}
"""Who is named for a matter, and what shows that a duty is done: a world of little else."""

KINDS = (
    catalogues(),
    pages(),
    worlds(MANDATES, [OWNED]),
    worlds(TENURE, [OWNED]),
    worlds(MIXED, [BARE]),
    worlds(SCHEDULE, [BARE]),
    worlds(NESTED, [BARE]),
    worlds(LAW, [BARE, BOUND, ANSWERED]),
    worlds(PROCEDURE, [BARE]),
    worlds(MEETINGS, [BARE]),
    worlds(MATTERS, [BARE]),
    worlds(NAMES, [NAMED]),
    worlds(EVIDENCE, [BARE]),
)
anything = st.one_of(KINDS)
"""Catalogues of every kind."""
