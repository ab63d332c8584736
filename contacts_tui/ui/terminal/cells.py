"""Rows of cells of the screen, and the fewest bytes that turn one into another. Nothing here needs Textual.

A row is a text with one character for each cell, beside a text of the same length with one character for each look, so
that rows are cut, joined and compared as texts, at the speed of texts: dozens of them change with every key.
"""

from functools import lru_cache
from typing import NamedTuple

PLAIN = "\0"
"""The look of plain text, and of every blank in which no look is to be seen."""
REACHED = "\U0010ffff"
"""A cell that the wide character before it reaches into: nothing is sent for it."""
_ERASE = 3
"""Erasing to the end of the line takes so many bytes."""
_PRIVATE = 0xF0000
"""From here on characters stand for what the table says: a cell may hold a letter and its marks, which are several."""

_codes: list[str] = [""]
_looks: dict[str, str] = {"": PLAIN}
_showing: set[str] = set()
_sent: dict[int, str | None] = {ord(REACHED): None}


class Row(NamedTuple):
    """So many cells: the character of each, and its look."""

    text: str
    looks: str


def look_of(codes: str) -> str:
    """The look that these SGR codes make."""
    look = _looks.get(codes)
    if look is None:
        look = _looks[codes] = chr(len(_codes))
        _codes.append(codes)
        numbers = [int(code) for code in codes.split(";")]
        if any(number in (4, 7, 9, 21) or 40 <= number <= 48 or 100 <= number <= 107 for number in numbers):
            _showing.add(look)  # underlined, reversed, on a background: a blank with it differs from an empty cell
    return look


def looks_of(text: str, look: str) -> str:
    """The look of each cell of a text that is written in one."""
    if look == PLAIN or look in _showing or " " not in text:
        return look * len(text)
    return "".join(PLAIN if char == " " else look for char in text)


@lru_cache(maxsize=4096)
def one_cell(text: str) -> str:
    """What stands for a text that takes one cell, or for the first cell of a wide character."""
    if len(text) == 1 and ord(text) < _PRIVATE:
        return text
    code = _PRIVATE + len(_sent)
    _sent[code] = text
    return chr(code)


def blank(width: int) -> Row:
    """So many empty cells."""
    return Row(" " * width, PLAIN * width)


def fitted(row: Row, width: int) -> Row:
    """So many cells, blank where there are fewer; a wide character that does not fit is left out."""
    text, looks = row
    if len(text) == width:
        return row
    end = min(len(text), width)
    while end < len(text) and text[end] == REACHED:
        end -= 1
    return Row(text[:end] + " " * (width - end), looks[:end] + PLAIN * (width - end))


def placed(row: Row, x: int, piece: Row) -> Row:
    """The row with a piece laid over it from `x` on."""
    end = x + len(piece.text)
    if x == 0 and end >= len(row.text):
        return piece
    return Row(row.text[:x] + piece.text + row.text[end:], row.looks[:x] + piece.looks + row.looks[end:])


def whole_row(y: int, row: Row) -> str:
    """What shows a row, whatever stood there."""
    end = _end(row)
    return f"\x1b[{y + 1};1H\x1b[K{_run(row, 0, end)}{_close(row, end)}"


def changed_row(y: int, before: Row, after: Row, first: int, last: int) -> str:
    """What turns a row into another of the same length, which differs in cells from `first` to before `last`.

    All from the first of them to the last one is sent: to leave out what is the same in between saves a tenth of the
    bytes, and takes as long as all else here.
    """
    text, looks, old, old_looks = after.text, after.looks, before.text, before.looks
    while first < last and text[first] == old[first] and looks[first] == old_looks[first]:
        first += 1
    while last > first and text[last - 1] == old[last - 1] and looks[last - 1] == old_looks[last - 1]:
        last -= 1
    while first and text[first] == REACHED:
        first -= 1
    while last < len(text) and text[last] == REACHED:
        last += 1
    end = _end(after)
    if last - max(first, end) > _ERASE:
        first = min(first, end)
        return f"\x1b[{y + 1};{first + 1}H{_run(after, first, end)}{_close(after, end)}\x1b[K"
    return f"\x1b[{y + 1};{first + 1}H{_run(after, first, last)}{_close(after, end) if last == end else ''}"


def _close(row: Row, end: int) -> str:
    """A plain blank after text in a style, so that what is copied off the screen does not carry the style on."""
    return " " if 0 < end < len(row.text) and row.looks[end - 1] != PLAIN else ""


def _end(row: Row) -> int:
    """Where the blank rest of a row begins."""
    end = len(row.text.rstrip(" "))
    return end + len(row.looks[end:].rstrip(PLAIN))


def _run(row: Row, first: int, last: int) -> str:
    """Text with its codes, one change of codes for each run; blanks do not interrupt a run."""
    text, looks = row.text[first:last], row.looks[first:last]
    parts: list[str] = []
    current = PLAIN
    while looks:
        look = looks[0]
        looks = looks.lstrip(look)
        part, text = text[: len(text) - len(looks)], text[len(text) - len(looks) :]
        if look != current and (look != PLAIN or current in _showing or part.strip(" ")):
            codes = _codes[ord(look)]
            reset = "" if current == PLAIN else "0;" if codes else "0"
            parts.append(f"\x1b[{reset}{codes}m")
            current = look
        parts.append(part)
    if current != PLAIN:
        parts.append("\x1b[0m")
    sent = "".join(parts)
    return sent if sent.isascii() or max(sent) < chr(_PRIVATE) else sent.translate(_sent)
