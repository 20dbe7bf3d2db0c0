"""The address for feedback on an item: a template, judged before anything is put into it."""

from __future__ import annotations

import re

from statutory.model.finding import Message

_PLACES = re.compile(r"\{(?:id|title)\}")
_SAFE = r"[^\s<>\"'`\\{}]"
_MAIL = re.compile(rf"mailto:[^\s<>\"'`\\{{}}?&]+@[^\s<>\"'`\\{{}}?&@]+(?:\?{_SAFE}*)?")
_WEB = re.compile(rf"https://[^\s<>\"'`\\{{}}/?#@]+(?:[/?#]{_SAFE}*)?")


def feedback_mistake(text: str) -> Message | None:
    """Return what is wrong with a template, or ``None`` where it can be used.

    Only ``{id}`` and ``{title}`` may stand in braces, and neither in the mailbox nor in the
    name of the host. The address is one for mail, or one that is read over a safe
    connection: nothing that a browser would run.
    """
    filled = _PLACES.sub("x", text)
    if "{" in filled or "}" in filled:
        said = "{value} cannot be filled in; only {{id}} and {{title}} can stand in braces"
        return Message(said, {"value": text})
    host = re.split(r"[?#]" if text.startswith("mailto:") else r"(?<![/:])[/?#]", text, maxsplit=1)
    if _PLACES.search(host[0]) or not (_MAIL.fullmatch(filled) or _WEB.fullmatch(filled)):
        said = '{value} is no address that begins with mailto: or https://, such as "{example}"'
        example = "mailto:kirjaamo@example.org?subject={id}"
        return Message(said, {"value": text, "example": example})
    return None
