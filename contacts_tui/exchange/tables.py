"""A table as it was read from a file, and what was wrong with the file; plain enough to cross between processes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """What can be wrong with a file or a row of it."""

    NOT_A_FILE = "not a file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    EMPTY = "empty"
    BAD_BYTES = "bad bytes"
    UNCLOSED_QUOTE = "unclosed quote"
    STRAY_QUOTE = "stray quote"
    TOO_MANY_CELLS = "too many cells"
    ROW_TOO_LONG = "row too long"
    TOO_MANY_ROWS = "too many rows"
    TOO_MANY_FAULTS = "too many faults"


#: These say that a row, or what follows it, was lost.
LOSSES = frozenset(Trouble) - {Trouble.EMPTY, Trouble.BAD_BYTES}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file: the line where it begins, 0 for the file as a whole, and the text there."""

    line: int
    trouble: Trouble
    value: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the line on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file with its column headings. `count` counts its rows; `rows` is empty where only the count was asked for."""

    file: str
    header: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    count: int = 0
    faults: tuple[Fault, ...] = ()
