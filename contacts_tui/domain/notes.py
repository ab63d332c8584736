"""A note as its stored lines of at most 80 characters, and back (2.10).

A line that goes on in the next one ends with a blank or is 80 characters long; every other line ends where the note
has a line end. So the note comes back as it was written, however its lines were broken.
"""

from __future__ import annotations

from collections.abc import Iterable

LINE_LENGTH = 80


def split_note(text: str) -> list[str]:
    """The lines that a cleaned note is stored as, broken after blanks where there are any; none for an empty one."""
    if not text:
        return []
    return [line for paragraph in text.split("\n") for line in _break(paragraph)]


def _break(paragraph: str) -> list[str]:
    lines = []
    while len(paragraph) >= LINE_LENGTH:
        end = paragraph.rfind(" ", 0, LINE_LENGTH) + 1 or LINE_LENGTH
        lines.append(paragraph[:end])
        paragraph = paragraph[end:]
    return [*lines, paragraph]


def join_note(lines: Iterable[str]) -> str:
    """The note that the lines were made from."""
    text = ""
    for line in lines:
        goes_on = len(line) >= LINE_LENGTH or line.endswith(" ")
        text += line if goes_on else f"{line}\n"
    return text.removesuffix("\n")
