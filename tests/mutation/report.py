"""The report of a session, as Markdown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from statutory.checks import CHECKS
from tests.mutation.explanations import Rule
from tests.mutation.mutants import Mutant
from tests.mutation.operators import OPERATORS
from tests.mutation.verdicts import Outcome, Verdict


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """A mutant with its verdict.

    :param rule: Why it survived; ``None`` where it did not, or where no rule says why.
    :param built: The verdict of the build; ``None`` where it was not asked.
    """

    mutant: Mutant
    verdict: Verdict
    rule: Rule | None = None
    built: Verdict | None = None

    @property
    def final(self) -> Verdict:
        """The verdict that counts: that of the build where Sphinx alone can judge."""
        if self.verdict.outcome is Outcome.UNSURE and self.built is not None:
            return self.built
        return self.verdict

    @property
    def is_unexplained(self) -> bool:
        """Whether it survived and no rule says why."""
        return self.final.outcome is Outcome.SURVIVED and self.rule is None

    @property
    def is_disputed(self) -> bool:
        """Whether the two judges do not agree."""
        if self.built is None or self.verdict.outcome is Outcome.UNSURE:
            return False
        return self.verdict.outcome is not self.built.outcome or (
            self.verdict.found != self.built.found
        )


def failures(judged: Iterable[Judged]) -> list[Judged]:
    """Return what fails a session: unexplained survivors and disputed verdicts."""
    return [one for one in judged if one.is_unexplained or one.is_disputed]


def render(
    judged: Sequence[Judged],
    *,
    seed: int,
    unseen: Iterable[str] = (),
    out_of_reach: Mapping[str, str] | None = None,
) -> str:
    """Return the report of a session.

    :param seed: What the random choices came from, to repeat the session.
    :param unseen: The checks that no mutant brought up.
    :param out_of_reach: The checks that none can bring up, with what proves them instead.
    """
    proofs = (f"- {name}: {why}" for name, why in (out_of_reach or {}).items())
    return "\n".join(
        [
            "# Mutation of the content",
            "",
            *_summary(judged, seed),
            *_section("By operator", _by_operator(judged)),
            *_section("By check", _by_check(judged)),
            *_section("Checks not put to the test", (f"- {name}" for name in unseen)),
            *_section("Checks out of reach of one change", proofs),
            *_section("Survivors explained", _by_rule(judged)),
            *_section("Survivors unexplained", _lines(j for j in judged if j.is_unexplained)),
            *_section("Verdicts disputed", _disputes(judged)),
        ]
    )


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield from (f"## {title}", "", *(list(lines) or ["None."]), "")


def _summary(judged: Sequence[Judged], seed: int) -> Iterator[str]:
    counts = Counter(one.final.outcome for one in judged)
    built = [one for one in judged if one.built is not None]
    agreed = [one for one in built if one.verdict.outcome is not Outcome.UNSURE]
    yield (
        f"{len(judged)} mutants, seed {seed}. "
        + ", ".join(f"{outcome.value} {counts[outcome]}" for outcome in Outcome)
        + "."
    )
    yield (
        f"Of the survivors {sum(1 for one in judged if one.rule)} are explained. "
        f"{len(built)} mutants were built; of {len(agreed)} with two verdicts "
        f"{sum(1 for one in agreed if one.is_disputed)} are disputed."
    )
    yield ""


def _by_operator(judged: Sequence[Judged]) -> Iterator[str]:
    counts: dict[str, Counter[Outcome]] = defaultdict(Counter)
    for one in judged:
        counts[one.mutant.operator][one.final.outcome] += 1
    yield _row(["Operator", "What it does", *(outcome.value for outcome in Outcome)])
    yield _row(["---", "---", *("---:" for _ in Outcome)])
    for name, operator in OPERATORS.items():
        if name in counts:
            yield _row(
                [name, operator.summary, *(str(counts[name][outcome] or "") for outcome in Outcome)]
            )


def _by_check(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield how many mutants each check killed, alone and among others, and noted."""
    killed, alone, noted = _counts_by_check(judged)
    yield _row(["Check", "killed", "alone", "noted"])
    yield _row(["---", "---:", "---:", "---:"])
    for name in sorted({*CHECKS, *killed, *noted}):
        cells = (killed[name], alone[name], noted[name])
        yield _row([name, *(str(count or "") for count in cells)])


def _counts_by_check(
    judged: Sequence[Judged],
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    killed, alone, noted = Counter[str](), Counter[str](), Counter[str]()
    for one in judged:
        killers = one.final.killers
        killed.update(killers)
        alone.update(killers if len(killers) == 1 else ())
        noted.update(one.final.noters)
    return killed, alone, noted


def _by_rule(judged: Sequence[Judged]) -> Iterator[str]:
    by_rule: dict[str, list[Judged]] = defaultdict(list)
    rules: Mapping[str, Rule] = {one.rule.name: one.rule for one in judged if one.rule}
    for one in judged:
        if one.rule:
            by_rule[one.rule.name].append(one)
    yield _row(["What was changed", "survivors", "Why no check notices", "Check that could"])
    yield _row(["---", "---:", "---", "---"])
    for name, found in sorted(by_rule.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        yield _row([name, str(len(found)), rules[name].reason, rules[name].missing])
    for name, found in sorted(by_rule.items()):
        yield from ("", f"### {name}", "", *_lines(found))


def _lines(judged: Iterable[Judged]) -> Iterator[str]:
    return (f"- {one.mutant}" for one in judged)


def _disputes(judged: Iterable[Judged]) -> Iterator[str]:
    for one in judged:
        if one.is_disputed and one.built:
            yield f"- {one.mutant}"
            yield f"  - without Sphinx: {_brief(one.verdict)}"
            yield f"  - built: {_brief(one.built)}"


def _brief(verdict: Verdict) -> str:
    found = "; ".join(" ".join(map(str, key)) for key in sorted(verdict.found))
    return f"{verdict.outcome.value} {', '.join(verdict.killers)} ({found})"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
