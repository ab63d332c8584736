"""Two people on one book: what one changes, the other finds, and nothing moves under the other's cursor."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.pseudo import Pseudo

#: The person who gets other names.
AHMED = "CT000092"


def _rename(book: Path, environment: dict[str, str], name: str) -> None:
    """Another user gives Ahmed Diallo another name, from another process."""
    command = [sys.executable, "-m", "contacts_tui", "--database", str(book), "--user", "jim", "edit", AHMED]
    subprocess.run([*command, f"name={name}"], env=environment, check=True, capture_output=True)


def _marked(program: Pseudo) -> tuple[int, str]:
    """The row of the screen where the cursor stands, and what it says."""
    return next((row, line) for row, line in enumerate(program.lines()) if line.startswith(">"))


def _at_the_fourth_hit_of(typed: str, start: Start, book: Path) -> Pseudo:
    program = start("--database", str(book))
    program.wait_for("[Acme] Ltd")
    program.type(typed)
    program.wait_for("best match first")
    program.press("down", "down", "down")
    program.settle()
    assert _marked(program)[0] == 5
    return program


def test_nothing_moves_under_the_cursor_when_someone_else_makes_a_hit(
    start: Start, sample: Path, environment: dict[str, str]
) -> None:
    program = _at_the_fourth_hit_of("qu", start, sample)
    before, title = _marked(program), program.lines()[1]
    _rename(sample, environment, "Quentin Diallo")
    program.wait_until(lambda: program.lines()[1] != title)
    program.settle()
    assert _marked(program) == before
    program.press("up", "up", "up", "up")
    program.wait_until(lambda: _marked(program)[1].startswith("> Quentin Diallo"))


def test_a_hit_that_someone_else_makes_appears_where_all_of_them_can_be_seen(
    start: Start, sample: Path, environment: dict[str, str]
) -> None:
    program = _at_the_fourth_hit_of("marie", start, sample)
    before = _marked(program)
    _rename(sample, environment, "Marie Diallo")
    program.wait_for("  Marie Diallo")
    program.settle()
    assert _marked(program)[1] == before[1], "the cursor stays on its contact"


def test_what_someone_else_renames_is_found_by_its_new_name_while_one_types(
    start: Start, sample: Path, environment: dict[str, str]
) -> None:
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    program.type("quentin")
    program.wait_for("No contact has all of these words.")
    _rename(sample, environment, "Quentin Diallo")
    program.wait_for("> Quentin Diallo")
