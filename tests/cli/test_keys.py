"""The key map as a table."""

from __future__ import annotations

from contacts_tui.ui.keys import TABLE
from tests.cli.conftest import Shell


def test_every_action_is_listed_without_a_book(shell: Shell) -> None:
    lines = shell.done("keys").out.splitlines()
    for key in TABLE:
        assert any(line.split()[-1:] == [key.id] for line in lines), key.id
    assert not shell.database.exists()


def test_the_users_own_keys_are_shown_and_what_cannot_be_is_told(laurier: Shell) -> None:
    file = laurier.home / "keys.toml"
    file.write_text('[[user_setup]]\nuser = "marie"\nkeys = "card.codes=T no.such=x"\n', "utf-8")
    laurier.done("setup", "import", str(file))
    ran = laurier.done("--user", "marie", "keys")
    (line, _) = (line for line in ran.out.splitlines() if line.endswith(" card.codes"))
    assert line.split()[0] == "T"
    assert "no.such" in ran.err
    (line, _) = (line for line in laurier.done("keys").out.splitlines() if line.endswith(" card.codes"))
    assert line.split()[0] == "t"
