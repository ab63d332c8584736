"""CSV as programs and spreadsheets really write it: encoding and delimiter are found out, and a bad row stays one row.

A quotation mark that is opened and never closed makes an ordinary reader swallow the rows after it without a word. Here
a row that runs over line ends must close its mark properly and have as many cells as the heading; if it does not, only
its first line is lost, and it is named.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from contacts_tui.exchange.tables import Fault, Row, Trouble

DELIMITERS = ",;\t|"
QUOTE = '"'
MAX_SPAN = 50
MAX_ROW = 256 * 1024
MAX_ROWS = 250_000
MAX_FAULTS = 1_000
_LINE_END = re.compile(r"\r\n|\n|\r")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_REPLACED = "\ufffd"


def decode(data: bytes) -> tuple[str, bool]:
    """The text of a file, and whether all of it could be read: by its byte order mark, as UTF-8, as Windows-1252.

    A file that is UTF-8 but for a few bytes stays UTF-8, so that one broken letter does not spoil all others.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    try:
        return data.decode(encoding or "utf-8"), True
    except UnicodeDecodeError:
        text = data.decode(encoding or "utf-8", errors="replace")
        broken = text.count(_REPLACED)
        foreign = len(text) - len(text.encode("ascii", errors="ignore"))
        if encoding or foreign > 2 * broken:
            return text, False
        text = data.decode("cp1252", errors="replace")
        return text, _REPLACED not in text


def delimiter_of(heading: str) -> str:
    """The delimiter that parts the heading of a table most often, quoted cells aside; a comma where none does."""
    bare = re.sub(r'"(?:[^"]|"")*"', "", heading)
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), -DELIMITERS.index(sign)))


def read(data: bytes) -> Iterator[Row | Fault]:
    """The rows of a file, the heading first, and in between what is wrong with it.

    Rows without any text are passed over. A heading that cannot be read ends the table.
    """
    text, whole = decode(data)
    lines = _LINE_END.split(text)
    if not whole:
        first = next(number for number, line in enumerate(lines, 1) if _REPLACED in line)
        yield Fault(first, Trouble.BAD_BYTES, lines[first - 1])
    start, delimiter = _beginning(lines)
    if start == len(lines):
        yield Fault(0, Trouble.EMPTY)
        return
    yield from _rows(lines, start, delimiter)


def _beginning(lines: list[str]) -> tuple[int, str]:
    """The line of the heading, and the delimiter; a spreadsheet may name it on a line before the heading."""
    start = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    if start == len(lines):
        return start, DELIMITERS[0]
    named = re.fullmatch(r"sep=(.)", lines[start].strip("\ufeff \t"), re.IGNORECASE)
    if named:
        start = next((index for index in range(start + 1, len(lines)) if lines[index].strip()), len(lines))
        return start, named[1]
    return start, delimiter_of(lines[start])


def _rows(lines: list[str], start: int, delimiter: str) -> Iterator[Row | Fault]:
    width = rows = faults = 0
    index = start
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            index += 1
            continue
        if faults >= MAX_FAULTS or rows > MAX_ROWS:
            yield Fault(index + 1, Trouble.TOO_MANY_FAULTS if faults >= MAX_FAULTS else Trouble.TOO_MANY_ROWS)
            return
        cells, trouble, used = _record(lines, index, delimiter, width)
        if trouble is None and width and any(cell.strip() for cell in cells[width:]):
            trouble = Trouble.TOO_MANY_CELLS
        if trouble is not None:
            yield Fault(index + 1, trouble, line)
            faults += 1
            if not rows:
                return  # without its heading a table says nothing
        elif any(cell.strip() for cell in cells):
            yield Row(index + 1, tuple(cells))
            rows += 1
        width = width or len(cells)
        index += used


def _record(lines: list[str], index: int, delimiter: str, width: int) -> tuple[list[str], Trouble | None, int]:
    """The cells that begin on a line, what is wrong with them, and how many lines they take."""
    line = lines[index]
    if len(line) > MAX_ROW:
        return [], Trouble.ROW_TOO_LONG, 1
    if QUOTE not in line:
        return line.split(delimiter), None, 1
    cells: list[str] = []
    text, position, used = line, 0, 1
    while True:
        if text[position : position + 1] != QUOTE:
            end = text.find(delimiter, position)
            cells.append(text[position:] if end < 0 else text[position:end])
        else:
            end = _end_of_quote(text, position + 1)
            while end < 0 and used <= MAX_SPAN and index + used < len(lines) and len(text) <= MAX_ROW:
                read = len(text)
                text = f"{text}\n{lines[index + used]}"
                used += 1
                end = _end_of_quote(text, read)
            if end < 0:
                return [], Trouble.UNCLOSED_QUOTE, 1
            cells.append(text[position + 1 : end - 1].replace(QUOTE * 2, QUOTE))
            if text[end:].split(delimiter, 1)[0].strip():
                return [], Trouble.STRAY_QUOTE if used == 1 else Trouble.UNCLOSED_QUOTE, 1
            end = text.find(delimiter, end)
        if end < 0:
            break
        position = end + 1
    if used > 1 and width and len(cells) != width:
        return [], Trouble.UNCLOSED_QUOTE, 1
    return cells, None, used


def _end_of_quote(text: str, position: int) -> int:
    """Where a quoted cell ends that goes on at `position`, its mark included; -1 when it is not closed."""
    while True:
        end = text.find(QUOTE, position)
        if end < 0:
            return -1
        if text[end + 1 : end + 2] != QUOTE:
            return end + 1
        position = end + 2
