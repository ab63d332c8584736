"""The first start, and terminals of every kind."""

from __future__ import annotations

import re
import sqlite3
import stat
from pathlib import Path

from tests.terminal.conftest import Start

_COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m")


def test_three_first_starts_at_once_on_one_new_file(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "book.db"
    programs = [start("--database", str(path)) for _ in range(3)]
    for program in programs:
        program.wait_for("Français")
    for program in programs:
        program.press("Q")
        assert program.wait_end() == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_no_color_shows_no_colour(start: Start, sample: Path, environment: dict[str, str]) -> None:
    program = start("--database", str(sample), environment=environment | {"NO_COLOR": "1"})
    program.wait_for("nothing planned")
    program.press("escape", "j", "enter")
    program.settle()
    assert not _COLOUR.search(program.received)
    assert ">" in program.text()


def test_colours_come_from_the_terminals_own_sixteen(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("nothing planned")
    codes = {code for found in re.findall(rb"\x1b\[([\d;]*)m", program.received) for code in found.split(b";")}
    assert codes <= {b"", b"0", b"1", b"2", b"4", b"7", b"31", b"35"}


def test_a_phone_shows_two_lines_a_contact_and_no_preview(start: Start, sample: Path) -> None:
    program = start("--database", str(sample), columns=40, rows=12)
    program.wait_for("[Acme] Ltd")
    program.settle()
    assert "+1 416 555 0105" in program.text()
    assert "nothing planned" not in program.text()
    assert max(len(line) for line in program.lines()) <= 40


def test_a_terminal_that_changes_its_size_is_filled_anew(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("nothing planned")
    program.resize(40, 12)
    program.wait_gone("nothing planned")
    program.wait_for("[Acme] Ltd")
    program.resize(120, 40)
    program.wait_until(lambda: any(len(line) > 100 for line in program.lines()))
    program.wait_for("[Acme] Ltd")
    program.wait_for("Enter open")


def test_the_sample_says_what_it_is_and_how_to_leave_it(start: Start, environment: dict[str, str]) -> None:
    program = start("sample")
    program.wait_for("[Acme] Ltd")
    assert program.lines()[0] == "  This is a sample company, made up to try everything. Esc, then Q leave it."
    program.press("escape", "Q")
    assert program.wait_end() == 0
    assert len(list(Path(environment["HOME"]).rglob("sample.db"))) == 1


def test_a_first_start_may_look_at_the_sample_and_is_a_first_start_again_afterwards(start: Start) -> None:
    program = start()
    program.wait_for("Français")
    program.press("enter")
    program.wait_for("Look at the sample company")
    program.press("down", "down", "enter")
    program.wait_for("This is a sample company")
    program.wait_for("[Acme] Ltd")
    program.press("escape", "Q")
    assert program.wait_end() == 0
    again = start()
    again.wait_for("Français")
