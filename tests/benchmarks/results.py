"""What was measured: one number for each thing, program and size of the book."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass, field

OURS, BARE, SQLITE, PYTHON = "contacts-tui", "bare Textual", "raw sqlite3", "bare Python"
FZF, GREP, RIPGREP, KHARD = "fzf", "grep", "ripgrep", "khard"


@dataclass(slots=True)
class Results:
    """Numbers by what they measure, the program, and the size of the book (0 where it does not count)."""

    numbers: dict[tuple[str, str, int], float] = field(default_factory=dict)

    def put(self, what: str, program: str, size: int, number: float | None) -> None:
        """Keep a number; None is none."""
        if number is not None:
            self.numbers[what, program, size] = number

    def get(self, what: str, program: str, size: int) -> float | None:
        """A number that was kept."""
        return self.numbers.get((what, program, size))

    def as_list(self) -> list[dict[str, object]]:
        """All of them, for a file of JSON."""
        return [{"what": w, "program": p, "size": s, "number": n} for (w, p, s), n in self.numbers.items()]


def median(numbers: Iterable[float | None]) -> float | None:
    """The median of those that are there."""
    found = [number for number in numbers if number is not None]
    return statistics.median(found) if found else None


def percentile(numbers: Iterable[float], part: float) -> float:
    """The number that a part of all do not exceed."""
    found = sorted(numbers)
    return found[min(len(found) - 1, round(part * (len(found) - 1)))]
