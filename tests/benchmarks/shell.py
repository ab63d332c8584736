"""How long one look-up from the shell takes, its output read to the end."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks import programs
from tests.benchmarks.books import MOST_CARDS, Made
from tests.benchmarks.results import GREP, KHARD, OURS, PYTHON, RIPGREP, Results, median

_NAMES = ("quackenbush", "tremblay", "bouchard", "zephirine", "boulangerie", "smith")
_FIND = "find from the shell"


def measure(made: Made, home: Path, results: Results, *, times: int, peers: bool) -> None:
    """Look names up in turn with each program."""
    commands: dict[str, Sequence[str]] = {
        OURS: programs.ours(made, "find"),
        PYTHON: [sys.executable, "-c", "import sqlite3"],
    }
    if peers and (grep := programs.installed("grep")):
        commands[GREP] = [grep, "-i", "{name}", str(made.text)]
    if peers and (ripgrep := programs.installed("rg")):
        commands[RIPGREP] = [ripgrep, "-i", "{name}", str(made.text)]
    if peers and (khard := programs.installed("khard")) and made.size <= MOST_CARDS:
        commands[KHARD] = [khard, "-c", str(_khard_settings(made, home)), "list", "{name}"]
    environment = programs.environment(home)
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(times):
        name = _NAMES[turn % len(_NAMES)]
        for program, command in commands.items():
            asked = [name if part == "{name}" else part for part in command]
            seconds[program].append(_run([*asked, name] if program == OURS else asked, environment))
    for program, found in seconds.items():
        results.put(_FIND, program, made.size, median(found))


def _run(command: Sequence[str], environment: Mapping[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=False)
    return time.perf_counter() - started


def _khard_settings(made: Made, home: Path) -> Path:
    path = home / "khard.conf"
    path.write_text(
        f"[addressbooks]\n[[cards]]\npath = {made.cards}\n[general]\ndefault_action = list\neditor = true\n"
        "merge_editor = true\n",
        "utf-8",
    )
    return path
