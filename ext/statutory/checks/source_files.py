"""Source files: what Sphinx would drop, misread or fail on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from statutory.checks.registry import Problem, check
from statutory.model.catalogue import Catalogue
from statutory.model.document import Directive, Document, Fault, Loss, LostOption
from statutory.model.finding import Message, Related, Severity
from statutory.model.location import Location
from statutory.suggest import nearest_by_word, plain


@check(
    "unreadable-file",
    severity=Severity.ERROR,
    why="Nobody knows for sure what stands there, and nothing else is said of it.",
    remedy="Save the file as UTF-8, where all may read it; write a character itself instead of "
    "its code.",
)
def unreadable_file(catalogue: Catalogue) -> Iterator[Problem]:
    """Find files that are not UTF-8 or cannot be opened, and values that cannot be read."""
    for document in catalogue.documents:
        whole = range(document.text.count("\n") + 2)
        if document.closed:
            text = "the file cannot be opened: {reason}"
            problem = _of_file(document, 1, text, reason=document.closed)
            yield replace(problem, is_sole=True, touches=whole)
        elif document.undecodable_line:
            problem = _of_file(document, document.undecodable_line, "the file is not UTF-8")
            yield replace(problem, is_sole=True, touches=whole)
        elif document.null_line:
            problem = _of_file(document, document.null_line, "the file holds null bytes")
            yield replace(problem, is_sole=True, touches=whole)
        else:
            for directive in document.directives:
                line = directive.bad_escape_line
                if line:
                    text = "a quoted value has an escape of no character"
                    yield replace(_of_file(document, line, text), is_sole=True)


@check(
    "foreign-encoding",
    severity=Severity.NOTE,
    why="The content is read right, but every line looks changed to the next author.",
    remedy="Save the file as UTF-8 without a byte order mark and with LF line ends.",
)
def foreign_encoding(catalogue: Catalogue) -> Iterator[Problem]:
    """Find byte order marks and CR LF line ends."""
    sentences = {
        (True, False): "the file begins with a byte order mark",
        (False, True): "the lines of the file end in CR LF",
        (True, True): "the file begins with a byte order mark and its lines end in CR LF",
    }
    for document in catalogue.documents:
        text = sentences.get((document.byte_order_mark, document.carriage_returns))
        if text:
            yield _of_file(document, 1, text)


@check(
    "empty-file",
    severity=Severity.ERROR,
    why="An empty page is a link that leads nowhere; perhaps its content was lost.",
    remedy="Write the page, or delete the file and its entry in the table of contents.",
)
def empty_file(catalogue: Catalogue) -> Iterator[Problem]:
    """Find files without content."""
    for document in catalogue.documents:
        if document.empty:
            yield _of_file(document, 1, "the file is empty")


@check(
    "conflict-marker",
    severity=Severity.ERROR,
    why="Both versions stand in the file, and the reader sees them one after the other with the "
    "marks between.",
    remedy="Choose the version that holds, or write one of both, and delete the lines of marks.",
)
def conflict_marker(catalogue: Catalogue) -> Iterator[Problem]:
    """Find the marks that an unfinished merge of versions has left."""
    for document in catalogue.documents:
        for conflict in document.conflicts:
            yield Problem(
                item="",
                location=Location(document.path, conflict.line),
                message=Message("the merge of two versions is not finished here"),
                is_sole=True,
                touches=range(conflict.line, conflict.end_line + 1),
            )


@check(
    "hidden-line-break",
    severity=Severity.WARNING,
    why="In a block the line ends at the character, though no editor shows it; what stands behind "
    "it can be read as something else than it looks.",
    remedy="Delete the character; it comes with text from a word processor or a slide. Begin a new "
    "line where one is meant.",
)
def hidden_line_break(catalogue: Catalogue) -> Iterator[Problem]:
    """Find characters that end a line within a block and nowhere else."""
    for document in catalogue.documents:
        told = {
            lost.line
            for directive in document.directives
            for lost in directive.lost
            if lost.loss is Loss.HIDDEN_BREAK
        }
        for line in document.hidden_breaks:
            if line not in told:
                text = "the line holds a hidden line break"
                yield replace(_of_file(document, line, text), is_sole=True)


@check(
    "unclosed-fence",
    severity=Severity.ERROR,
    why="A directive that is not closed takes the next one into its body.",
    remedy="Close the directive with a line of the same marks that open it.",
    identified_by=(),
)
def unclosed_fence(catalogue: Catalogue) -> Iterator[Problem]:
    """Find fences that no line of their own closes."""
    for document in catalogue.documents:
        ids = {directive.location.line: directive.id for directive in document.directives}
        for fence in document.unclosed:
            yield Problem(
                item=ids.get(fence.line, ""),
                location=Location(document.path, fence.line),
                message=Message(
                    "the fence is not closed before line {line}", {"line": fence.before}
                ),
            )


@check(
    "swallowed-options",
    severity=Severity.ERROR,
    requires=["unclosed-fence"],
    why="MyST reads options only up to the first line that is none, and a value only up to a "
    "number sign; what follows has no effect.",
    remedy="Keep the options together under the opening line, one a line, with no blank line "
    "and no continuation between them; write a value without a number sign.",
)
def swallowed_options(catalogue: Catalogue) -> Iterator[Problem]:
    """Find options, or parts of them, that MyST does not read."""
    for directive in _read(catalogue):
        swallowed = [lost for lost in directive.lost if _is_swallowed(catalogue, directive, lost)]
        unread = [lost for lost in swallowed if lost.loss in _ENDS]
        for lost in swallowed:
            if lost.loss in _ENDS and lost is not unread[0]:
                continue
            below = ", ".join(dict.fromkeys(one.name for one in unread if one.line > lost.line))
            yield Problem(
                item=directive.id,
                location=Location(directive.location.path, lost.line),
                message=_loss_message(catalogue, directive, lost, below if lost in unread else ""),
                field=lost.name,
                is_sole=lost in unread,
            )


_ENDS = (Loss.BEGINNING, Loss.HIDDEN_BREAK, Loss.BELOW)
"""The losses after which no option is read; the first of them is the cause of the others."""

_SENTENCES = {
    Loss.BEGINNING: "the line is not read as the option {option}: write :{option}: {value}",
    Loss.BELOW: "the option {option} is read as body text",
    Loss.REPEATED: "the option {option} is written again below; only the last counts",
    Loss.HIDDEN_BREAK: "the option {option} has a hidden line break; the rest is body text",
    Loss.CONTINUATION: "the line goes on with the option {option}, but is read as body text",
    Loss.COMMENT: "what follows the number sign in the option {option} is lost",
}

_SENTENCES_ON_SEVERAL = {
    Loss.BEGINNING: "the line is not read as the option {option}, nor are those below it "
    "({below}): write :{option}: {value}",
    Loss.BELOW: "the options {option}, {below} are read as body text",
    Loss.HIDDEN_BREAK: "the option {option} has a hidden line break; the rest is body text, "
    "also {below}",
}


def _loss_message(
    catalogue: Catalogue, directive: Directive, lost: LostOption, below: str
) -> Message:
    """Return what to say of a lost option.

    :param below: The names of the options below it that are lost with it.
    """
    name = lost.name
    if lost.loss is Loss.BEGINNING:
        name = nearest_by_word(name, _words_for_options(catalogue, directive))
    text = _SENTENCES_ON_SEVERAL[lost.loss] if below else _SENTENCES[lost.loss]
    return Message(text, {"option": name, "below": below, "value": lost.value})


def _read(catalogue: Catalogue) -> Iterator[Directive]:
    """Yield the directives that MyST reads as such, and the items that have a fault."""
    for document in catalogue.documents:
        for directive in document.directives:
            is_read = not (directive.in_code or directive.fault)
            if is_read or directive.name in catalogue.vocabulary.types:
                yield directive


def _is_swallowed(catalogue: Catalogue, directive: Directive, lost: LostOption) -> bool:
    """Say whether what is lost was an option.

    Of a directive that is no item only an option written twice is known to be one.
    """
    if directive.name not in catalogue.vocabulary.types:
        return lost.loss is Loss.REPEATED
    if lost.loss in _DROPPING:
        return False
    if lost.loss not in {Loss.BELOW, Loss.BEGINNING}:
        return True
    words = _words_for_options(catalogue, directive)
    meant = nearest_by_word(lost.name, words)
    if lost.loss is Loss.BELOW or not meant:
        return bool(meant)
    # A line of text may begin with a word and a colon; a line among options is one of them.
    exact = {plain(word) for word in words}
    return plain(lost.name) in exact or any(
        other.loss is Loss.BELOW and other.line == lost.line + 1 for other in directive.lost
    )


@check(
    "unknown-type",
    severity=Severity.ERROR,
    why="A directive of an unknown type gives no item; nothing in it is checked.",
    remedy="Write a type of the vocabulary.",
    identified_by=("name",),
)
def unknown_type(catalogue: Catalogue) -> Iterator[Problem]:
    """Find directives that look like items but are of no type of the vocabulary."""
    types = catalogue.vocabulary.types
    words = {name: name for name in types} | {kind.title: kind.name for kind in types.values()}
    options = {*catalogue.vocabulary.fields, *catalogue.vocabulary.links, "id"}
    for document in catalogue.documents:
        for directive in document.directives:
            known = directive.name in types or directive.name in catalogue.vocabulary.directives
            if known or not options & directive.option_lines.keys():
                continue
            suggestion = nearest_by_word(directive.name, words)
            if directive.fault and not suggestion:
                continue
            text = "there is no item type {name}"
            if suggestion:
                text = "there is no item type {name}; did you mean {nearest}?"
            yield _of_directive(directive, text, name=directive.name, nearest=suggestion)


@check(
    "unknown-option",
    severity=Severity.ERROR,
    why="An option that the type does not have is dropped, with what was written in it.",
    remedy="Write an option of the vocabulary that the type has.",
    identified_by=("option",),
)
def unknown_option(catalogue: Catalogue) -> Iterator[Problem]:
    """Find options that the item's type does not have."""
    for directive in catalogue.directives():
        known = _options(catalogue, directive)
        for option in directive.options:
            if option.name in known:
                continue
            others = _types_with(catalogue, option.name)
            suggestion = nearest_by_word(option.name, _words_for_options(catalogue, directive))
            text = "the type {type} has no option {option}"
            if others:
                text = "the type {type} has no option {option}; these types have it: {others}"
            elif suggestion:
                text = "the type {type} has no option {option}; did you mean {nearest}?"
            values = {
                "type": directive.name,
                "option": option.name,
                "others": ", ".join(others),
                "nearest": "" if others else suggestion,
            }
            yield Problem(
                item=directive.id,
                location=Location(directive.location.path, option.line),
                message=Message(text, values),
                field=option.name,
            )


@check(
    "missing-title",
    severity=Severity.ERROR,
    why="Tables, links and search show an item by its title.",
    remedy="Write a short title behind the type on the opening line.",
)
def missing_title(catalogue: Catalogue) -> Iterator[Problem]:
    """Find items without a title."""
    for directive in catalogue.directives():
        if not directive.title:
            yield _of_directive(directive, "the item has no title")


@check(
    "duplicate-id",
    severity=Severity.ERROR,
    why="Two items of one identifier are one to every link; one of them is lost.",
    remedy="Give each item an identifier of its own.",
    identified_by=(),
)
def duplicate_id(catalogue: Catalogue) -> Iterator[Problem]:
    """Find identifiers that several items have."""
    for id_, (first, *others) in catalogue.declarations.items():
        if others:
            last = others[-1]
            yield Problem(
                item=id_,
                location=_id_location(last),
                message=Message(
                    "the identifier is also at {places}",
                    {"places": ", ".join(str(_id_location(d)) for d in (first, *others[:-1]))},
                ),
                field="id",
                related=tuple(
                    Related(_id_location(directive), Message("the same identifier"))
                    for directive in (first, *others[:-1])
                ),
            )


@check(
    "vanished-item",
    severity=Severity.ERROR,
    requires=[
        *("unclosed-fence", "swallowed-options", "duplicate-id", "unknown-option"),
        "unknown-type",
    ],
    why="An item that sphinx-needs does not make is on no page, in no table and in no check.",
    remedy="Correct what the message names; the vocabulary says how identifiers are built.",
)
def vanished_item(catalogue: Catalogue) -> Iterator[Problem]:
    """Find directives in the files that gave no item."""
    unclosed = {
        (document.path, line)
        for document in catalogue.documents
        for fence in document.unclosed
        for line in range(fence.line, fence.end_line + 1)
    }
    for directive in _meant_as_items(catalogue):
        place = (directive.location.path, directive.location.line)
        is_made = directive.fault is None and directive.id and directive.id in catalogue.items
        if is_made or place in unclosed or "delete" in directive.option_lines:
            continue
        message, line = _reason(catalogue, directive)
        yield Problem(
            item=directive.id,
            location=Location(directive.location.path, line),
            message=message,
            is_sole=directive.fault is not None or line != directive.location.line,
        )


def _meant_as_items(catalogue: Catalogue) -> Iterator[Directive]:
    """Yield the directives of items, and the blocks that were meant as directives of any kind."""
    for document in catalogue.documents:
        for directive in document.directives:
            is_known = directive.name in catalogue.vocabulary.directives
            if (
                directive.name in catalogue.vocabulary.types
                or directive.fault is Fault.NO_OPENING
                or (directive.fault is Fault.MARKS and (is_known or directive.id))
            ):
                yield directive


_FAULTS = {
    Fault.NO_BRACES: "the item is not made: the type {type} has to stand in braces",
    Fault.INDENTED: "the item is not made: it is indented as code is",
    Fault.BACKQUOTE: "the item is not made: a backquote stands on its opening line",
    Fault.MARKS: "the item is not made: the marks before its type are not three backquotes; "
    "write ```{{{type}}} {title}",
    Fault.NO_MARKS: "the item is not made: three backquotes are missing before its type; "
    "write ```{{{type}}} {title}",
    Fault.NO_OPENING: "the item is not made: no line with three backquotes and a type in "
    "braces stands above its options",
}


_DROPPING = {
    Loss.NO_BLANK: "the item is not made: in the option {option} a blank is missing behind the "
    "colon; write :{option}: {value}",
    Loss.NO_COLON: "the item is not made: in the option {option} a colon is missing; write "
    ":{option}: {value}",
    Loss.OPEN_QUOTE: "the item is not made: in the option {option} a quotation mark is not closed; "
    "do not begin a value with a quotation mark",
    Loss.BEHIND_QUOTE: "the item is not made: in the option {option} text stands behind a "
    "quotation; do not begin a value with a quotation mark",
    Loss.UNREADABLE: "the item is not made: the option {option} cannot be read; begin its value "
    "with a letter or a number",
}
"""The slips at which no option of an item is read."""


def _reason(catalogue: Catalogue, directive: Directive) -> tuple[Message, int]:
    """Return the sentence that says why a directive gave no item, and the line that is wrong."""
    line = directive.location.line
    values = {"type": directive.name, "title": directive.title, "reason": ""}
    if directive.fault in _FAULTS:
        return Message(_FAULTS[directive.fault], values), line
    for lost in directive.lost:
        if lost.loss in _DROPPING:
            values = {"option": lost.name, "value": lost.value}
            return Message(_DROPPING[lost.loss], values), lost.line
    if not directive.id:
        return Message("the item is not made: the option id is missing"), line
    pattern = catalogue.vocabulary.id_pattern
    if pattern and not re.match(pattern, directive.id):
        return _of_bad_id(pattern, directive.id), _id_location(directive).line
    reasons = {
        warning.text: None
        for warning in catalogue.warnings_in(directive.location, directive.end_line)
    }
    if reasons:
        values = {**values, "reason": "; ".join(reasons)}
        return Message("the item is not made: {reason}", values), line
    return Message("the item is not made: Sphinx reads no directive here"), line


def _of_bad_id(pattern: str, id_: str) -> Message:
    """Return what to say of an identifier that the project does not allow."""
    plain_letters = unicodedata.normalize("NFKD", id_).encode("ascii", "ignore").decode()
    offered = re.sub(r"[^A-Z0-9]+", "-", plain_letters.upper()).strip("-")
    text = "the item is not made: the identifier {id} is not of the form that the project allows"
    if re.match(pattern, offered):
        text = (
            "the item is not made: the identifier {id} is not of the form that the project "
            "allows; write {offered}"
        )
    return Message(text, {"id": id_, "offered": offered})


def _options(catalogue: Catalogue, directive: Directive) -> frozenset[str]:
    return catalogue.vocabulary.types[directive.name].options


def _types_with(catalogue: Catalogue, option: str) -> tuple[str, ...]:
    """Return the types that have an option, in the order of the vocabulary."""
    types = catalogue.vocabulary.types.values()
    return tuple(kind.name for kind in types if option in kind.options)


def _words_for_options(catalogue: Catalogue, directive: Directive) -> dict[str, str]:
    """Return the words that people use for the options of a directive's type."""
    known = _options(catalogue, directive)
    links = catalogue.vocabulary.links.values()
    labels = {link.outgoing: link.name for link in links if link.name in known}
    return labels | {name: name for name in known}


def _of_file(document: Document, line: int, text: str, **values: object) -> Problem:
    return Problem(item="", location=Location(document.path, line), message=Message(text, values))


def _of_directive(directive: Directive, text: str, **values: object) -> Problem:
    return Problem(item=directive.id, location=directive.location, message=Message(text, values))


def _id_location(directive: Directive) -> Location:
    line = directive.option_lines.get("id", directive.location.line)
    return Location(directive.location.path, line)
