"""Content files as the scanner reads them: directives with the lines of their options."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from statutory.model.location import Location


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a directive: its name, its value as MyST reads it, its line."""

    name: str
    value: str
    line: int


class Loss(enum.Enum):
    """How MyST loses what was meant as an option."""

    BELOW = "behind the first line that is no option, read as body text"
    REPEATED = "written again below, and only the last counts"
    BEGINNING = "a line that begins as no option does, read as body text with those below"
    HIDDEN_BREAK = "what follows a hidden line break in a value, read as body text"
    CONTINUATION = "a line that goes on with an option, read as body text"
    COMMENT = "what follows a number sign in a value, dropped"
    NO_BLANK = "no blank stands behind the second colon, and MyST drops all options"
    NO_COLON = "no colon stands behind the name, and MyST drops all options"
    OPEN_QUOTE = "a quotation mark is not closed, and MyST drops all options"
    BEHIND_QUOTE = "text stands behind a closed quotation, and MyST drops all options"
    UNREADABLE = "a line that MyST cannot read, and it drops all options"


@dataclass(frozen=True, slots=True)
class LostOption:
    """An option, or a part of one, that MyST does not read: where it is and how."""

    name: str
    value: str
    line: int
    loss: Loss


class Fault(enum.Enum):
    """Why a block that was meant as a directive is none."""

    NO_BRACES = "its name stands without braces"
    BACKQUOTE = "a backquote stands on its opening line"
    INDENTED = "it is indented as code is"
    MARKS = "other marks than three backquotes open it"
    NO_MARKS = "no marks open it"
    NO_OPENING = "no line opens it; its options stand in running text"


@dataclass(frozen=True, kw_only=True, slots=True)
class Directive:
    """A directive in a content file.

    :param name: The directive's name.
    :param title: What stands behind the name on the opening line.
    :param location: The opening line.
    :param end_line: The line of the closing fence, or the last line of the file.
    :param options: The options that MyST will read, in the order written.
    :param bad_escape_line: The line of a quoted value with an escape of no character, at
        which MyST fails; 0 where there is none.
    :param options_dropped: Whether MyST cannot read the options and takes none of them;
        they are then those that the lines seem to mean.
    :param in_code: Whether a block of code that is not closed has taken it in, so that to
        Markdown it is text.
    :param fault: Why it is no directive, though meant as one; ``None`` where it is one.
    :param lost: What was meant as an option but MyST does not read, in order.
    """

    name: str
    title: str
    location: Location
    end_line: int
    options: tuple[Option, ...] = ()
    bad_escape_line: int = 0
    options_dropped: bool = False
    in_code: bool = False
    fault: Fault | None = None
    lost: tuple[LostOption, ...] = ()

    @property
    def id(self) -> str:
        """The identifier that the author meant, read by MyST or not; empty where none."""
        read = [option.value for option in self.options if option.name == "id"]
        lost = [option.value for option in self.lost if option.name == "id"]
        return (*reversed(read), *lost, "")[0]

    @property
    def option_lines(self) -> dict[str, int]:
        """The line of each option, by name."""
        return {option.name: option.line for option in self.options}

    def covers(self, line: int) -> bool:
        """Say whether a line of the same file belongs to the directive."""
        return self.location.line <= line <= self.end_line


@dataclass(frozen=True, kw_only=True, slots=True)
class UnclosedFence:
    """A fence that no line of its own closes.

    :param line: The line that opens it.
    :param before: The line before which it should have been closed: that of the next
        opening fence, or the one behind the last line of the file.
    :param end_line: The last line that it takes in.
    """

    line: int
    before: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """The marks that a merge of versions leaves: the first line and the last."""

    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Role:
    """A role in running text: its name, what stands between its marks, its line."""

    name: str
    text: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A content file, scanned.

    :param path: The file, relative to the project's root.
    :param docname: The name that Sphinx gives the document.
    :param text: What the file holds, its lines ended by LF; what is not UTF-8 is guessed.
    :param directives: The directives in it, in the order of their opening lines.
    :param roles: The roles in its running text, in order.
    :param meant_roles: What was meant as a role but is text to Markdown, in the same order.
    :param unclosed: The fences that nothing closes, in order.
    :param conflicts: The merge conflicts that nobody has resolved, in order.
    :param hidden_breaks: The lines that hold a character which ends a line for MyST alone.
    :param undecodable_line: The line of the first byte that is not UTF-8; 0 where the
        whole file is UTF-8.
    :param null_line: The line of the first null byte of a file that holds text too; 0 for none.
    :param closed: Why the file cannot be opened, in the words of the operating system; empty
        where it can.
    :param empty: Whether the file holds nothing but white space, null bytes or an empty heading.
    :param byte_order_mark: Whether the file begins with one.
    :param carriage_returns: Whether lines end in CR LF.
    """

    path: str
    docname: str
    text: str = ""
    directives: tuple[Directive, ...] = ()
    roles: tuple[Role, ...] = ()
    meant_roles: tuple[Role, ...] = ()
    unclosed: tuple[UnclosedFence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    hidden_breaks: tuple[int, ...] = ()
    undecodable_line: int = 0
    null_line: int = 0
    closed: str = ""
    empty: bool = False
    byte_order_mark: bool = False
    carriage_returns: bool = False

    @property
    def is_readable(self) -> bool:
        """Whether what the file says is known; otherwise it is guessed, in whole or in part."""
        escapes = any(directive.bad_escape_line for directive in self.directives)
        return not (self.closed or self.undecodable_line or self.null_line or escapes)
