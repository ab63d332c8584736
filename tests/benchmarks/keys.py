"""How long a key takes in the list, how much it sends, and how much memory the program has had after all of them."""

from __future__ import annotations

import re
from contextlib import ExitStack
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
    """Type the same in each program in turn, and move in the list of this one."""
    environment = programs.environment(home)
    with ExitStack() as running:
        bare = running.enter_context(Timed(programs.bare(), environment, quiet=0.1))
        bare.until(lambda lines: any("Somebody" in line for line in lines))
        ours = running.enter_context(Timed(programs.ours(made), environment))
        ours.until(lambda lines: any("+" in line for line in lines[1:]))
        ours.settle(silence=1.0)
        typed_in = {OURS: ours}
        if peers and (fzf := programs.fzf()):
            quiet = 0.8 if made.size >= 1_000_000 else 0.3
            typed_in[FZF] = running.enter_context(Timed([fzf], environment, str(made.text), quiet))
            loaded = re.compile(rf"\b{made.size}/{made.size}\b")
            typed_in[FZF].until(lambda lines: any(loaded.search(line) for line in lines))
            typed_in[FZF].settle()
        steps: dict[str, list[Step]] = {name: [] for name in (*typed_in, BARE)}
        for query in QUERIES[:3] if quick else QUERIES:
            for name, program in typed_in.items():
                steps[name] += _typed(program, query)
            steps[BARE] += [bare.press(letter) for letter in query]
        for name, found in steps.items():
            results.put("key", name, made.size, median(step.seconds for step in found))
            results.put("bytes of a key", name, made.size, median(step.size for step in found))
        results.put("key, all that follows", OURS, made.size, median(step.whole for step in steps[OURS]))
        _stays(ours, made, results)
        _moves(ours, made, results, times=4 if quick else 15)
        ours.settle(silence=1.0)
        results.put("bytes while idle", OURS, made.size, ours.silence(_IDLE))
        for name, program in {**typed_in, BARE: bare}.items():
            results.put("peak memory", name, made.size, program.peak_memory())


def _stays(program: Timed, made: Made, results: Results) -> None:
    program.press(_STAYS[0])
    stays = [program.press(letter) for letter in _STAYS[1]]
    results.put("bytes where the list stays", OURS, made.size, median(step.size for step in stays))
    program.press(_CLEAR)


def _moves(program: Timed, made: Made, results: Results, *, times: int) -> None:
    """Move in the list, without anything typed."""
    program.press(_ESCAPE)
    sizes = []
    for _ in range(times):  # the bytes of a move before the preview follows
        program.type(_DOWN)
        sizes.append(float(program.silence(0.1)))
        program.settle()
    results.put("bytes of a cursor move", OURS, made.size, median(sizes))
    for what, key, back in (("cursor move", _DOWN, ""), ("page down", _PAGE_DOWN, ""), ("jump to the end", "G", _HOME)):
        steps = []
        for _ in range(times):
            steps.append(program.press(key))
            if back:
                program.press(back)
        results.put(what, OURS, made.size, median(step.seconds for step in steps))


def _typed(program: Timed, query: str) -> list[Step]:
    """What came of each letter of a query.

    Raises:
        AssertionError: where no listed contact has its words.
    """
    steps = [program.press(letter) for letter in query]
    assert _answers(program.lines(), query), (program.command[0], query, program.lines())
    program.press(_CLEAR)
    return steps


def _answers(lines: Lines, query: str) -> bool:
    listed = [fold(line) for line in lines if "+" in line]
    return any(all(word in line for word in query.split()) for line in listed)
