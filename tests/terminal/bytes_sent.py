"""What a program may send to the terminal: text without control characters, and the few commands of the screens."""

from __future__ import annotations

import base64
import re

from contacts_tui.domain.text import is_clean

_ALLOWED = re.compile(
    r"""
    \x1b\[ (?:
        \d+;\d+H                                     # the cursor to a place
      | K                                            # the rest of the line blank
      | (?:(?:0|1|2|4|7|31|35)(?:;(?:1|2|4|7|31|35))*)?m   # the looks of look.md
      | \?(?:1049|25|7|2004|1004|2048|2026)[hl]      # the screen, the cursor, wrapping, reports
      | \?(?:2026|2048)\$p                           # two questions
      | >25u | <u                                    # how keys are sent
    )
    | \x1b\]52;c;(?P<copied>[A-Za-z0-9+/=]*)\x07     # a text for the clipboard
    | \r\n?|\n                                       # before and after the full screen
    """,
    re.VERBOSE,
)


def not_allowed(sent: bytes) -> list[str]:
    """Every piece of what was sent that is neither clean text nor one of the commands, with what stands around it."""
    text = sent.decode("utf-8", "surrogateescape")
    found: list[str] = []
    at = 0
    for command in _ALLOWED.finditer(text):
        found += _hostile(text, at, command.start())
        if command["copied"] is not None:
            copied = base64.b64decode(command["copied"]).decode()
            found += [f"copied {line!r}" for line in copied.split("\n") if not is_clean(line)]
        at = command.end()
    return found + _hostile(text, at, len(text))


def _hostile(text: str, start: int, end: int) -> list[str]:
    if is_clean(text[start:end]):
        return []
    return [repr(text[max(start - 20, 0) : end + 20])]
