"""What goes over the line: little for a key, nothing while nothing happens."""

from __future__ import annotations

import re
from pathlib import Path

from tests.terminal.conftest import Start

MOST_FOR_A_KEY = 400
IDLE_SECONDS = 3.0
_MOVED_TO = re.compile(rb"\x1b\[(\d+);\d+H")


def test_cursor_down_costs_few_bytes_before_the_preview_follows(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    program.wait_until(lambda: "nothing planned" in program.text())
    program.settle()
    screen = program.lines()
    preview = max(row for row, line in enumerate(screen, 1) if line.startswith("  ──"))
    for _ in range(5):
        marked = next(row for row, line in enumerate(program.lines()) if line.startswith(">"))
        before = len(program.received)
        program.press("down")
        program.settle()
        assert program.lines()[marked + 1].startswith(">")
        sent = bytes(program.received[before:])
        rows = [(int(found[1]), found.start()) for found in _MOVED_TO.finditer(sent)]
        first = next((at for row, at in rows if row >= preview), len(sent))
        assert 0 < first <= MOST_FOR_A_KEY, sent


def test_nothing_is_sent_while_nothing_happens(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("nothing planned")
    program.settle(1.5)
    assert program.wait_for_silence(IDLE_SECONDS) == b""
