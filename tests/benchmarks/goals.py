"""What is to be reached: each goal as a number against another one of the same run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.books import MOST_CARDS
from tests.benchmarks.queries import KINDS
from tests.benchmarks.results import BARE, FZF, GREP, KHARD, OURS, PYTHON, RIPGREP, SQLITE, Results

#: Books from which on a program that reads all contacts is slower than an index.
_MANY = 1_000_000
MS, BYTES, KIB, S, TIMES = "ms", "B", "KiB", "s", "x"


@dataclass(frozen=True, slots=True)
class Line:
    """A goal: what was measured against what, and how much of it is allowed.

    Without a `reference` the value itself is the ratio. `value` and `against` are None where something was not
    measured, such as a program that is not installed.
    """

    what: str
    size: int
    unit: str
    value: float | None
    reference: str
    against: float | None
    at_most: float
    in_short: bool = False

    @property
    def ratio(self) -> float | None:
        """The value against its reference."""
        if self.value is None or self.against is None:
            return None
        return self.value / self.against if self.against else self.value

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is reached; None where that is not known."""
        return None if self.ratio is None else self.ratio <= self.at_most


def lines(found: Results, sizes: Sequence[int]) -> Iterator[Line]:
    """All goals for the books that were measured."""
    small, large = min(sizes), max(sizes)
    for size in sizes:
        yield from _start(found, size)
    for size in sizes:
        yield from _keys(found, size)
    if large > small:
        yield from _growth(found, small, large)
    yield from _queries(found, large)
    for size in sizes:
        yield from _bytes(found, size)
    yield from _shell(found, sizes)
    yield from _writing(found, small, large)


def _line(
    found: Results, what: str, size: int, unit: str, program: str, at_most: float, *, of: int = -1, short: bool = False
) -> Line:
    """A number of ours against the same of another program, or of ours for a book of another size."""
    scale = 1000.0 if unit == MS else 1.0
    ours, other = found.get(what, OURS, size), found.get(what, program, size if of < 0 else of)
    reference = program if program != OURS else f"{of:,} contacts"
    value, against = (None if number is None else number * scale for number in (ours, other))
    return Line(what, size, unit, value, reference, against, at_most, short)


def _fixed(found: Results, what: str, size: int, unit: str, at_most: float, *, short: bool = False) -> Line:
    """A number of ours that is to stay below a fixed one."""
    number = found.get(what, OURS, size)
    scale = 1000.0 if unit == MS else 1.0
    return Line(what, size, unit, None if number is None else number * scale, "", 1.0, at_most, short)


def _start(found: Results, size: int) -> Iterator[Line]:
    yield _line(found, "first page", size, MS, BARE, 0.3, short=True)
    yield _line(found, "first page", size, MS, FZF, 2.5 if size <= 1_000 else 1.5)
    yield _line(found, "first key", size, MS, BARE, 1.3)


def _keys(found: Results, size: int) -> Iterator[Line]:
    at_most = 1.0 if size <= 1_000 else 0.1 if size <= 100_000 else 0.02
    yield _line(found, "key", size, MS, FZF, at_most)
    yield _line(found, "key", size, MS, BARE, 2.5, short=True)


def _growth(found: Results, small: int, large: int) -> Iterator[Line]:
    for what in ("key", "page down", "jump to the end", "first page"):
        yield _line(found, what, large, MS, OURS, 1.5, of=small, short=what == "key")


def _queries(found: Results, size: int) -> Iterator[Line]:
    for kind in KINDS:
        at_most = {"e-mail": 8.0, "a typing error": 15.0}.get(kind, 5.0)
        yield _fixed(found, f"query: {kind}", size, MS, at_most, short=kind == "several words")
    ratio = found.get("query, against raw sqlite3", SQLITE, size)
    yield Line("query, through our layers", size, TIMES, ratio, SQLITE, 1.0, 2.0, True)


def _bytes(found: Results, size: int) -> Iterator[Line]:
    yield _line(found, "bytes of a key", size, BYTES, FZF, 0.6)
    yield _fixed(found, "bytes of a cursor move", size, BYTES, 350)
    yield _fixed(found, "bytes where the list stays", size, BYTES, 200)
    yield _fixed(found, "bytes while idle", size, BYTES, 0)


def _shell(found: Results, sizes: Sequence[int]) -> Iterator[Line]:
    for size in sizes:
        yield _line(found, "find from the shell", size, MS, PYTHON, 4.0, short=size == max(sizes))
        if size >= _MANY:
            yield _line(found, "find from the shell", size, MS, GREP, 0.4)
            yield _line(found, "find from the shell", size, MS, RIPGREP, 1.5)
        if size == MOST_CARDS:
            yield _line(found, "find from the shell", size, MS, KHARD, 0.1)


def _writing(found: Results, small: int, large: int) -> Iterator[Line]:
    for size in sorted(size for what, program, size in found.numbers if what == "bulk load" and program == SQLITE):
        yield _line(found, "bulk load", size, S, SQLITE, 2.5, short=True)
    if large > small:
        yield _line(found, "edit p50", large, MS, OURS, 2.0, of=small, short=True)
        yield _line(found, "edit p99", large, MS, OURS, 2.0, of=small)
        yield _line(found, "peak memory", large, KIB, OURS, 1.25, of=small, short=True)
