"""The ways out: whatever ends the program, it ends at once, and a terminal that is still there is given back."""

from __future__ import annotations

import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.conftest import Start
from tests.terminal.pseudo import Pseudo

ALTERNATE_SCREEN_LEFT = b"\x1b[?1049l"
CURSOR_ON = b"\x1b[?25h"
HUNG_UP, TERMINATED = 128 + signal.SIGHUP, 128 + signal.SIGTERM


def given_back(program: Pseudo) -> bool:
    """Whether keys, echo, screen and cursor are as they were."""
    left = program.received.rfind(ALTERNATE_SCREEN_LEFT)
    return (
        program.settings() == program.settings_before
        and left > program.received.rfind(b"\x1b[?1049h")
        and program.received.rfind(CURSOR_ON) > program.received.rfind(b"\x1b[?25l")
        and b"\x1b[?2004l" in program.received
        and b"\x1b[?7h" in program.received
    )


def test_leaving_gives_the_terminal_back(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    assert program.settings() != program.settings_before
    program.press("escape", "Q")
    assert program.wait_end() == 0
    assert given_back(program)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGQUIT])
def test_a_signal_ends_it_and_gives_the_terminal_back(start: Start, sample: Path, number: signal.Signals) -> None:
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    program.send(number)
    assert program.wait_end() == 128 + number
    assert given_back(program)


def test_sigterm_ends_it_while_nobody_reads_the_terminal(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    for _ in range(200):
        program.press("pagedown", "pageup")
    program.send(signal.SIGTERM)
    # Only now, after the signal, is anything read again.
    assert program.wait_end() == TERMINATED
    assert program.settings() == program.settings_before


def test_a_terminal_that_is_closed_ends_it(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    program.hang_up()
    assert program.wait_end() == HUNG_UP


@pytest.mark.parametrize("controlling", [True, False])
def test_a_hang_up_that_the_parent_ignores_ends_it(start: Start, sample: Path, controlling: bool) -> None:
    program = start("--database", str(sample), hangup_ignored=True, controlling=controlling)
    program.wait_for("[Acme] Ltd")
    program.hang_up()
    assert program.wait_end() == HUNG_UP


def test_without_a_terminal_it_says_so_in_one_sentence(environment: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    for arguments in ([], ["sample"]):
        done = subprocess.run(
            [sys.executable, "-m", "contacts_tui", "--database", str(path), *arguments],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert "terminal" in done.stderr
    assert not path.exists()


def test_a_terminal_that_shows_no_full_screens_is_refused(start: Start, environment: dict[str, str]) -> None:
    program = start(environment=environment | {"TERM": "dumb"})
    assert program.wait_end() == 2
    assert b"\x1b" not in program.received
    assert "TERM=dumb" in program.text()


def test_a_fault_shows_one_sentence_and_keeps_the_trace_to_itself(
    start: Start, sample: Path, environment: dict[str, str]
) -> None:
    secret = "+1 418 555 0142"
    with sqlite3.connect(sample) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.execute("UPDATE contact SET type = 'robot', phone = ?", (secret,))
    program = start("--database", str(sample))
    assert program.wait_end() == 1
    assert given_back(program)
    shown = program.received[program.received.rfind(ALTERNATE_SCREEN_LEFT) :].decode()
    assert "Incident" in shown
    assert "Traceback" not in shown
    assert "robot" not in shown
    logs = list(Path(environment["HOME"]).rglob("faults.log"))
    assert [stat.S_IMODE(log.stat().st_mode) for log in logs] == [0o600]
    number = shown.split("Incident ")[1].split(",")[0].split()[0].rstrip(".")
    trace = logs[0].read_text()
    assert number in trace
    assert "robot" in trace
    assert secret not in trace
