"""Writing reviews: the text of a content file with only the lines of the reviews changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from statutory.model.document import Directive, Document, Option
from statutory.model.location import Location
from statutory.model.review_mark import is_review_mark, review_mark
from statutory.review.plan import Review, ReviewError
from statutory.source import scan_text
from statutory.source.targets import written_targets

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BLOCK = "---"  # opens and closes options that stand between lines of dashes


def write_reviews(text: str, document: Document, reviews: Iterable[Review]) -> str:
    """Return the text of a file with reviews recorded.

    Line ends, byte order mark, indentation and the order and style of options stay as they
    are. The result is read again: it is refused where anything else would read otherwise.

    :param text: The text of the file, its byte order mark and line ends as they are.
    :param document: What the scanner has read of the text.
    :param reviews: The reviews of items that the document declares.
    :raises ReviewError: If a line cannot be changed without touching anything else.
    """
    colon_fences = _colon_fences(text, document)
    lines = _LINE.findall(text)
    in_order = sorted(reviews, key=lambda review: review.directive.location)
    values = [_values(lines, review) for review in in_order]
    for review, to_set in reversed(list(zip(in_order, values, strict=True))):
        _write(lines, review.directive, to_set)  # From the end: lines above keep their places.
    changed = "".join(lines)
    after = scan_text(changed, document.path, document.docname, colon_fences=colon_fences)
    wanted = {review.directive.id: to_set for review, to_set in zip(in_order, values, strict=True)}
    if _essence(document, wanted) != _essence(after, {}):
        raise ReviewError(
            "{path} cannot be changed without changing how other lines of it read",
            path=document.path,
        )
    return changed


def marked_value(
    value: str, fingerprints: Mapping[str, str], field: str, *, quote: str = '"'
) -> str:
    """Return the value of a link with its targets marked.

    A target with a condition of the author's own, or without a fingerprint, stays as it is.

    :param fingerprints: The fingerprint of each target that has one.
    :param field: The field that the marks name.
    :param quote: The quotation mark of the marks.
    """
    pieces, end = [], 0
    for written in written_targets(value):
        target = written.target
        own = target.condition and not is_review_mark(target.condition, field)
        if target.id in fingerprints and not own:
            mark = review_mark(field, fingerprints[target.id], quote=quote)
            pieces += [value[end : written.start], f"{target.address}[{mark}]"]
            end = written.end
    return "".join([*pieces, value[end:]])


def _colon_fences(text: str, document: Document) -> bool:
    """Say whether a document was scanned with colon fences.

    :raises ReviewError: If the text is not the one that was scanned.
    """
    for colon_fences in (False, True):
        path, docname = document.path, document.docname
        if scan_text(text, path, docname, colon_fences=colon_fences) == document:
            return colon_fences
    raise ReviewError("{path} has changed since it was checked; try again", path=document.path)


def _values(lines: Sequence[str], review: Review) -> dict[str, str]:
    """Return the values that the options of an item are to have, the new ones last."""
    present = {option.name: option for option in review.directive.options}
    values = {}
    for link, fingerprints in review.fingerprints.items():
        if link in present:
            option = present[link]
            other = "'" if _split(lines, review.directive, option).quote == '"' else '"'
            values[link] = marked_value(option.value, fingerprints, review.mark_field, quote=other)
    return values | dict(review.options)


def _write(lines: list[str], directive: Directive, values: Mapping[str, str]) -> None:
    """Give the options of a directive their values; new ones come after the last."""
    present = {option.name: option for option in directive.options}
    for name, value in values.items():
        if name in present and present[name].value != value:
            parts = _split(lines, directive, present[name])
            lines[present[name].line - 1] = parts.with_value(value)
    last = lines[max(option.line for option in directive.options) - 1]
    indent = last[: len(last) - len(last.lstrip())]
    colon, place = _place_for_more(lines, directive)
    lines[place:place] = [
        f"{indent}{colon}{name}: {value}{_end_of(last)}"
        for name, value in values.items()
        if name not in present
    ]


def _place_for_more(lines: Sequence[str], directive: Directive) -> tuple[str, int]:
    """Return what stands before the name of an option, and the index for new ones.

    Behind the last option, which in a block between lines of dashes can be of many lines.
    """
    first = directive.location.line
    if not lines[first].lstrip().startswith(_BLOCK):
        return ":", max(option.line for option in directive.options)
    later = range(first + 1, directive.end_line)
    return "", next(index for index in later if lines[index].lstrip().startswith(_BLOCK))


@dataclass(frozen=True, slots=True)
class _Parts:
    """The line of an option around its value: what stands before, the quotes, the rest."""

    head: str
    quote: str
    tail: str

    def with_value(self, value: str) -> str:
        """Return the line with another value."""
        space = "" if self.quote or self.head[-1:].isspace() else " "
        return f"{self.head}{space}{self.quote}{value}{self.quote}{self.tail}"


def _split(lines: Sequence[str], directive: Directive, option: Option) -> _Parts:
    """Return the parts of an option's line.

    :raises ReviewError: If its value does not stand on the line as it is read.
    """
    line = lines[option.line - 1]
    head = re.match(rf"\s*:?{re.escape(option.name)}\s*:[^\S\r\n]*", line)
    rest = line[head.end() :] if head else ""
    for quote in ("", '"', "'"):
        if head and rest.rstrip() == f"{quote}{option.value}{quote}":
            return _Parts(head[0], quote, rest[len(rest.rstrip()) :])
    raise ReviewError(
        "{id}: {option} at {place} is not written on a single line as it is read; rewrite it so",
        id=directive.id,
        option=option.name,
        place=Location(directive.location.path, option.line),
    )


def _end_of(line: str) -> str:
    """Return the end of a line: LF, CR LF, CR, or nothing in the last line of a file."""
    return line[len(line.rstrip("\r\n")) :]


def _essence(document: Document, wanted: Mapping[str, Mapping[str, str]]) -> list[object]:
    """Return all that a document says, without line numbers.

    :param wanted: The options to take for changed, by the identifier of their item.
    """
    essence: list[object] = [document.empty, document.byte_order_mark, document.carriage_returns]
    essence.append(len(document.unclosed))
    for directive in document.directives:
        values = {option.name: option.value for option in directive.options}
        lost = [(lost.name, lost.value, lost.loss) for lost in directive.lost]
        values |= wanted.get(directive.id, {})
        essence.append((directive.name, directive.title, directive.fault, lost, [*values.items()]))
    return essence
