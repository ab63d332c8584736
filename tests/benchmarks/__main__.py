"""Measures the program against its goals: ``python -m tests.benchmarks --sizes 1k,100k,1m --peers``."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import platformdirs

from tests.benchmarks import books, bulk, edits, goals, keys, queries, shell, start, table
from tests.benchmarks.results import Results

_SIZES = "1k,100k,1m"
_BULK = 20_000
_PARTS = ("start", "keys", "shell", "edits", "queries", "bulk")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print the tables; the status says nothing about the goals, since a machine may be busy."""
    found = _parsed(arguments)
    sizes = [_size(text) for text in found.sizes.split(",")]
    results = Results()
    with tempfile.TemporaryDirectory(prefix="benchmark") as name:
        _measure(sizes, Path(name), found, results)
    lines = [line for line in goals.lines(results, sizes) if line.value is not None]
    print(table.full(lines), table.short(lines), sep="\n\n")
    if found.json:
        Path(found.json).write_text(json.dumps(results.as_list(), indent=1) + "\n", "utf-8")
    return 0


def _measure(sizes: Sequence[int], folder: Path, found: argparse.Namespace, results: Results) -> None:
    say, quick = _say if not found.silent else lambda text: None, found.quick
    say(f"The books are kept in {found.cache}.")
    made = []
    for size in sizes:
        say(f"{size:,} contacts: the book")
        made.append(books.made(size, found.cache))
        results.put("load of the book", books.USER, size, made[-1].seconds)
    few: Callable[[int, int], int] = min if quick else max
    for book in made:
        for part, measure in (
            ("start", partial(start.measure, times=few(3, 9), peers=found.peers)),
            ("keys", partial(keys.measure, quick=quick, peers=found.peers)),
            ("shell", partial(shell.measure, times=few(3, 18), peers=found.peers)),
        ):
            if part in found.only:
                say(f"{book.size:,} contacts: {part}")
                books.warm(book)
                measure(book, folder, results)
    if "edits" in found.only:
        say("edits")
        edits.measure(made, folder, results, times=few(20, 300))
    if "queries" in found.only:
        say("queries")
        queries.measure(made[-1], results, times=few(3, 20))
    if "bulk" in found.only:
        say("bulk load")
        bulk.measure(min(few(2_000, _BULK), max(sizes)), folder, results)


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", default=_SIZES, help=f"the books, by their numbers of contacts (default: {_SIZES})")
    parser.add_argument("--quick", action="store_true", help="few repetitions, to see whether it works")
    parser.add_argument("--peers", action="store_true", help="also fzf, grep, ripgrep and khard, where installed")
    parser.add_argument("--only", type=_parts, default=_PARTS, help=f"some of: {', '.join(_PARTS)}")
    parser.add_argument("--json", metavar="FILE", help="write all numbers to a file")
    parser.add_argument("--silent", action="store_true", help="do not say what is being measured")
    cache = Path(platformdirs.user_cache_path("contacts-tui-benchmarks", appauthor=False))
    parser.add_argument(
        "--cache", type=Path, default=cache, help="the folder that keeps the books (default: %(default)s)"
    )
    return parser.parse_args(arguments)


def _parts(text: str) -> list[str]:
    parts = text.split(",")
    if unknown := set(parts) - set(_PARTS):
        raise argparse.ArgumentTypeError(", ".join(sorted(unknown)))
    return parts


def _size(text: str) -> int:
    for ending, factor in (("k", 1_000), ("m", 1_000_000)):
        if text.lower().endswith(ending):
            return int(float(text[:-1]) * factor)
    return int(text)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
