"""How many duplicates are found, and how long that takes: ``python -m tests.benchmarks.duplicates``."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from contacts_tui.domain.likeness.scan import scan
from contacts_tui.domain.likeness.score import Pair
from tests.benchmarks.mixed_book import mixed_book
from tests.duplicate_sets import Known, Link, Quality, quality, reached, sets

_DATA = Path("shared", "data", "dedup")
_SIZES = "5000,100000"
_MOST_TIMES, _MOST_GIB = 25.0, 1.0
_MOST_NEIGHBOURS = 0.001


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the tables; the status says nothing about the goals, since a machine may be busy."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.duplicates", description=__doc__)
    parser.add_argument("--sizes", default=_SIZES, help=f"the made-up books, by their contacts (default: {_SIZES})")
    parser.add_argument("--data", type=Path, default=_data(), help="the folder of books with known duplicates")
    parser.add_argument("--scan", type=int, metavar="SIZE", help="one made-up book only, in this process")
    found = parser.parse_args(arguments)
    if found.scan:
        print(*_scanned(found.scan))
        return 0
    if found.data:
        print(_table(("book", "contacts", "true", "P", "R", "F1", "third: P", "R", "F1", ""), _books(found.data)))
    else:
        print("The books with known duplicates are not beside the project.")
    print()
    print(_table(("made-up book", "P", "R", "neighbours", "CPU", "ratio", "peak", ""), _sizes(found.sizes)))
    return 0


def _data() -> Path | None:
    """The folder of books with known duplicates, where it lies beside the project."""
    return next((path for parent in Path(__file__).parents if (path := parent / _DATA).exists()), None)


def _books(folder: Path) -> Iterator[Sequence[str]]:
    for known in sets(folder):
        pairs = _pairs(known)
        direct, every = quality(_links(pairs, direct=True), known), quality(_links(pairs), known)
        met = "yes" if reached(direct, every, known) else "NO"
        yield known.name, f"{len(known.rows):,}", f"{len(known.same):,}", *_shown(direct), *_shown(every), met


def _pairs(known: Known) -> list[Pair]:
    return [pair for step in scan(known.rows, len(known.rows)) for pair in step.found]


def _links(pairs: Iterable[Pair], *, direct: bool = False) -> list[Link]:
    return [(pair.one, pair.other) for pair in pairs if pair.third is None or not direct]


def _shown(found: Quality) -> tuple[str, str, str]:
    return f"{found.precision:.3f}", f"{found.recall:.3f}", f"{found.f1:.3f}"


def _sizes(sizes: str) -> Iterator[Sequence[str]]:
    """Each book in a process of its own, so that its memory is its own; time is against the first."""
    first = 0.0
    for size in map(int, sizes.split(",")):
        command = [sys.executable, "-m", "tests.benchmarks.duplicates", "--scan", str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        precision, recall, wrong, neighbours, seconds, peak = map(float, done.stdout.split())
        ratio = seconds / first if first else 1.0
        first = first or seconds
        met = ratio <= _MOST_TIMES and peak <= _MOST_GIB and wrong <= _MOST_NEIGHBOURS * neighbours
        yield (
            f"{size:,}", f"{precision:.3f}", f"{recall:.3f}", f"{wrong:.0f} of {neighbours:,.0f}",
            f"{seconds:.1f} s", f"{ratio:.1f}", f"{peak * 1024:.0f} MiB", "yes" if met else "NO",
        )  # fmt: skip


def _scanned(size: int) -> tuple[float, ...]:
    """Precision, recall, how many of the pairs of neighbours were shown, and all of them, seconds, and GiB at most."""
    book = mixed_book(size)
    started = time.process_time()
    found = {(pair.one, pair.other) for step in scan(book.rows, len(book.rows)) for pair in step.found}
    seconds = time.process_time() - started
    right = len(found & book.same)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    wrong = len(found.intersection(book.neighbours))
    return right / max(1, len(found)), right / len(book.same), wrong, len(book.neighbours), seconds, peak


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    all_rows = [head, *rows]
    widths = [max(len(row[at]) for row in all_rows) for at in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in all_rows)


if __name__ == "__main__":
    sys.exit(main())
