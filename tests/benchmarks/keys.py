"""How long a key takes in the list, how much it sends, and how much memory the program has had after all of them."""

from __future__ import annotations

import re
from pathlib import Path

from contacts_tui.domain.text import fold
from tests.benchmarks import programs
from tests.benchmarks.books import Made
from tests.benchmarks.pty_timing import Lines, Step, Timed
from tests.benchmarks.results import BARE, FZF, OURS, Results, median

QUERIES = ("trembl", "quacken", "marie l", "smith", "garcia c", "zeph", "boulang", "514 2")
#: What comes of its last letters is what came of the ones before.
_STAYS = ("zephirine quackenb", "ush")
_CLEAR, _ESCAPE, _DOWN, _PAGE_DOWN, _HOME = "\x15", "\x1b", "\x1b[B", "\x1b[6~", "\x1b[H"
_IDLE = 3.0


def measure(made: Made, home: Path, results: Results, *, quick: bool, peers: bool) -> None:
    """Type and move in each program."""
    ours(made, home, results, quick=quick)
    if peers:
        fzf(made, home, results, quick=quick)


def ours(made: Made, home: Path, results: Results, *, quick: bool) -> None:
    """Type in Find, move in its list, do nothing."""
    with Timed(programs.ours(made), programs.environment(home)) as program:
        program.until(lambda lines: any("+" in line for line in lines[1:]))
        program.settle(silence=1.0)
        typed, right = _typed(program, QUERIES[:3] if quick else QUERIES)
        _put_keys(results, OURS, made.size, typed)
        results.put("right answers", OURS, made.size, right)
        results.put("preview", OURS, made.size, median(step.whole for step in typed))
        program.press(_STAYS[0])
        stays = [program.press(letter) for letter in _STAYS[1]]
        results.put("bytes where the list stays", OURS, made.size, median(step.size for step in stays))
        program.press(_CLEAR)
        program.press(_ESCAPE)
        moves = [program.press(_DOWN) for _ in range(5 if quick else 20)]
        results.put("cursor move", OURS, made.size, median(step.seconds for step in moves))
        results.put("bytes of a cursor move", OURS, made.size, _list_bytes(program, quick=quick))
        pages = [program.press(_PAGE_DOWN) for _ in range(5 if quick else 20)]
        results.put("page down", OURS, made.size, median(step.seconds for step in pages))
        ends = []
        for _ in range(3 if quick else 10):
            ends.append(program.press("G"))
            program.press(_HOME)
        results.put("jump to the end", OURS, made.size, median(step.seconds for step in ends))
        program.settle(silence=1.0)
        results.put("bytes while idle", OURS, made.size, program.silence(_IDLE))
        results.put("peak memory", OURS, made.size, program.peak_memory())


def bare(home: Path, results: Results, *, quick: bool) -> None:
    """Let the bare app repaint its line."""
    with Timed(programs.bare(), programs.environment(home), quiet=0.1) as program:
        program.until(lambda lines: any("Somebody" in line for line in lines))
        program.settle()
        steps = [program.press(letter) for letter in "abcdefghij" * (1 if quick else 4)]
        _put_keys(results, BARE, 0, steps)
        results.put("peak memory", BARE, 0, program.peak_memory())


def fzf(made: Made, home: Path, results: Results, *, quick: bool) -> None:
    """Type the same in fzf, where it is installed."""
    command = programs.fzf()
    if command is None:
        return
    loaded = re.compile(rf"\b{made.size}/{made.size}\b")
    quiet = 0.8 if made.size >= 1_000_000 else 0.3
    with Timed([command], programs.environment(home), str(made.text), quiet) as program:
        program.until(lambda lines: any(loaded.search(line) for line in lines))
        program.settle()
        typed, right = _typed(program, QUERIES[:3] if quick else QUERIES)
        _put_keys(results, FZF, made.size, typed)
        results.put("right answers", FZF, made.size, right)
        results.put("peak memory", FZF, made.size, program.peak_memory())


def _typed(program: Timed, queries: tuple[str, ...]) -> tuple[list[Step], float]:
    """What came of each letter, and which part of the queries some listed contact answers."""
    steps, right = [], 0
    for query in queries:
        steps += [program.press(letter) for letter in query]
        right += _answers(program.lines(), query)
        program.press(_CLEAR)
    return steps, right / len(queries)


def _answers(lines: Lines, query: str) -> bool:
    listed = [fold(line) for line in lines if "+" in line]
    return any(all(word in line for word in query.split()) for line in listed)


def _put_keys(results: Results, program: str, size: int, steps: list[Step]) -> None:
    results.put("key", program, size, median(step.seconds for step in steps))
    results.put("bytes of a key", program, size, median(step.size for step in steps))


def _list_bytes(program: Timed, *, quick: bool) -> float | None:
    """The bytes of cursor moves that follow one another too fast for the preview."""
    sizes = []
    for _ in range(3 if quick else 10):
        program.type(_DOWN)
        sizes.append(float(program.silence(0.1)))
        program.settle()
    return median(sizes)
