"""What was typed when the link was cut is offered at the next start."""

from __future__ import annotations

import signal
import sqlite3
import stat
from pathlib import Path

import pytest

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.search_text import NAME as NAME_WORD
from contacts_tui.domain.search_text import Mark
from tests.terminal.conftest import Start
from tests.terminal.pseudo import Pseudo

NAME = "Andrew Teal"
QUESTION = "Go on with the new person?"


@pytest.fixture
def typing(start: Start, sample: Path) -> Pseudo:
    """The program with a new person half typed."""
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    program.press("escape", "n")
    program.wait_for("a person without a company")
    program.press("p")
    program.wait_for("New person")
    program.settle()
    program.type(NAME)
    program.wait_for(NAME)
    return program


def _again(start: Start, sample: Path) -> Pseudo:
    program = start("--database", str(sample))
    program.wait_for(QUESTION)
    program.wait_for(NAME)
    return program


def test_a_link_that_is_cut_costs_nothing(
    typing: Pseudo, start: Start, sample: Path, environment: dict[str, str]
) -> None:
    typing.hang_up()
    assert typing.wait_end() == 128 + signal.SIGHUP
    drafts = list(Path(environment["HOME"]).rglob("draft-*"))
    assert [stat.S_IMODE(draft.stat().st_mode) for draft in drafts] == [0o600]
    again = _again(start, sample)
    again.press("enter")
    again.wait_gone(QUESTION)
    again.wait_until(lambda: again.lines()[0].startswith("  New person"))
    again.wait_for(NAME)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_costs_nothing(typing: Pseudo, start: Start, sample: Path, number: signal.Signals) -> None:
    typing.send(number)
    assert typing.wait_end() == 128 + number
    assert typing.settings() == typing.settings_before
    _again(start, sample)


def test_a_kill_costs_what_was_typed_in_the_last_second_at_most(
    typing: Pseudo, start: Start, sample: Path, environment: dict[str, str]
) -> None:
    home = Path(environment["HOME"])
    typing.wait_until(lambda: any(NAME in draft.read_text() for draft in home.rglob("draft-*.json")))
    typing.send(signal.SIGKILL)
    assert typing.wait_end() == -signal.SIGKILL
    _again(start, sample)


def test_a_fault_of_the_program_costs_nothing(typing: Pseudo, start: Start, sample: Path) -> None:
    whole = sample.read_bytes()
    with sqlite3.connect(sample) as connection:
        # Whoever is compared with what is typed has a name that is none.
        connection.execute("UPDATE contact SET name = x'00'")
        words = " ".join((f"{NAME_WORD}andrew", f"{NAME_WORD}tealee", f"{Mark.TYPE}{ContactType.PERSON}"))
        connection.execute("INSERT INTO search_words(rowid, text) SELECT pos, ? FROM search_entry LIMIT 9", [words])
    typing.type("e")
    assert typing.wait_end() == 1
    sample.write_bytes(whole)
    for beside in ("-wal", "-shm"):
        sample.with_name(sample.name + beside).unlink(missing_ok=True)
    _again(start, sample).wait_for(f"{NAME}e")


def test_a_draft_that_is_thrown_away_is_gone(typing: Pseudo, start: Start, sample: Path) -> None:
    typing.hang_up()
    typing.wait_end()
    again = _again(start, sample)
    again.press("d")
    again.wait_gone(QUESTION)
    again.press("escape", "Q")
    assert again.wait_end() == 0
    third = start("--database", str(sample))
    third.wait_for("nothing planned")
    third.settle()
    assert QUESTION not in third.text()


def test_an_open_field_of_a_card_is_a_draft_too(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    program.press("enter")
    program.wait_for("1 Main")
    program.wait_for("+1 416 555 0105")
    program.press("down", "down", "enter")
    program.wait_for("leave as it was")
    program.type("77")
    program.wait_for("+1 416 555 010577")
    program.hang_up()
    program.wait_end()
    again = start("--database", str(sample))
    again.wait_for("Go on with the field “Phone” of [Acme] Ltd?")
    again.press("enter")
    again.wait_for("leave as it was")
    again.wait_for("+1 416 555 010577")
