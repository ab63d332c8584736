"""How long the start takes: until the first page is on the screen, and until the first key is answered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks import programs
from tests.benchmarks.books import Made
from tests.benchmarks.pty_timing import Lines, Timed
from tests.benchmarks.results import BARE, FZF, OURS, Results, median

_NUMBER = re.compile(r"\+\d+ \d+ \d+")
_LETTER = "z"


def measure(made: Made, home: Path, results: Results, *, times: int, peers: bool) -> None:
    """Start each program some times in turn."""
    environment = programs.environment(home)
    commands: dict[str, tuple[Sequence[str], str]] = {
        OURS: (programs.ours(made), ""),
        BARE: (programs.bare(), ""),
    }
    fzf = programs.fzf()
    if peers and fzf:
        commands[FZF] = ([fzf], str(made.text))
    _start(programs.ours(made), environment, "")  # warms up
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(times):
        for name, (command, stdin) in commands.items():
            seen[name].append(_start(command, environment, stdin))
    for name, found in seen.items():
        results.put("first page", name, made.size, median(first for first, _ in found))
        if name != FZF:
            results.put("first key", name, made.size, median(key for _, key in found))


def _start(command: Sequence[str], environment: Mapping[str, str], stdin: str) -> tuple[float, float]:
    """Seconds from the start to the first contact on the screen, and to the answer to a key typed right then."""
    with Timed(command, environment, stdin) as program:
        first = program.until(_lists)
        if stdin:
            return first, 0.0
        program.type(_LETTER)
        return first, program.until(lambda lines: lines[0].startswith(f"/ {_LETTER}"))


def _lists(lines: Lines) -> bool:
    return any(_NUMBER.search(line) for line in lines)
