"""Flags win over the environment, which wins over the settings file."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from contacts_tui import locale
from contacts_tui.cli import settings
from contacts_tui.domain.errors import WrongUse
from tests.cli.conftest import Shell


def _settings_file(shell: Shell, text: str) -> None:
    folder = shell.home / "config" / "contacts-tui"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(text, "utf-8")


def test_the_default_book_is_in_the_data_folder_and_only_its_owner_can_read_it(shell: Shell) -> None:
    shell.done("setup", "usual")
    assert stat.S_IMODE(shell.database.stat().st_mode) == 0o600
    assert stat.S_IMODE(shell.database.parent.stat().st_mode) == 0o700
    beside = {path.name: stat.S_IMODE(path.stat().st_mode) for path in shell.database.parent.iterdir()}
    assert set(beside.values()) == {0o600}, beside


def test_the_sample_is_beside_the_book() -> None:
    found = settings.read({"database": "/srv/books/firm.db"}, {})
    assert found.sample == Path("/srv/books/sample.db")


def test_flags_win_over_the_environment_and_that_over_the_file(shell: Shell) -> None:
    _settings_file(shell, 'database = "/file.db"\nuser = "file"\nlang = "fr"\nglyphs = "ascii"\n')
    from_file = settings.read({}, {})
    assert (from_file.database, from_file.user, from_file.language) == (Path("/file.db"), "file", "fr")
    assert from_file.glyphs == "ascii"
    environment = {"CONTACTS_TUI_DATABASE": "/env.db", "CONTACTS_TUI_USER": "env", "CONTACTS_TUI_LANG": "en"}
    from_environment = settings.read({}, environment)
    assert (from_environment.database, from_environment.user) == (Path("/env.db"), "env")
    assert from_environment.language == "en"
    flags = {"database": "/flag.db", "user": "flag", "lang": "fr"}
    from_flags = settings.read(flags, environment)
    assert (from_flags.database, from_flags.user, from_flags.language) == (Path("/flag.db"), "flag", "fr")


@pytest.mark.parametrize(
    ("text", "named"), [('colour = "red"\n', "colour"), ("user = 3\n", "user"), ("user = \n", "settings.toml")]
)
def test_a_settings_file_that_makes_no_sense_is_named(shell: Shell, text: str, named: str) -> None:
    _settings_file(shell, text)
    ran = shell("keys")
    assert ran.status == 2
    assert named in ran.err
    assert "Traceback" not in ran.err


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(WrongUse, match="“de” is none of the program's languages: en, fr"):
        settings.read({"lang": "de"}, {})


def test_a_server_is_no_book() -> None:
    with pytest.raises(WrongUse) as caught:
        settings.read({"database": "postgresql://host/book"}, {})
    assert (caught.value.field, caught.value.value) == ("database", "postgresql://host/book")


def test_a_user_is_one_clean_line_of_at_most_50_characters() -> None:
    assert settings.read({"user": "  mar\x1bie "}, {}).user == "marie"
    assert settings.read({"user": "u" * 50}, {}).user == "u" * 50
    for wrong in ("u" * 51, "   ", "\x1b"):
        with pytest.raises(WrongUse, match="1 to 50"):
            settings.read({"user": wrong}, {})


def test_the_user_is_the_login_name_unless_named(shell: Shell) -> None:
    assert settings.read({}, {}).user == settings.read({"user": ""}, {}).user != ""


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "en_CA.UTF-8"}, "en"),
        ({"LANG": "fr_CA.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_CA.UTF-8", "LC_MESSAGES": "fr_FR"}, "fr"),
        ({}, "en"),
    ],
)
def test_the_terminals_locale_gives_the_language(environment: dict[str, str], language: str) -> None:
    assert settings.terminal_language(environment) == language


def test_the_users_own_language_is_kept_in_the_book_and_a_flag_wins_over_it(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.done("setup", "usual")
    file = shell.home / "users.toml"
    file.write_text('[[user_setup]]\nuser = "marie"\nlanguage = "fr"\n', "utf-8")
    shell.done("setup", "import", str(file))
    shell("--user", "marie", "find", "nobody")
    assert locale.current() == "fr"
    shell("--user", "marie", "--lang", "en", "find", "nobody")
    assert locale.current() == "en"
    shell("--user", "luc", "find", "nobody")
    assert locale.current() == "en"
    monkeypatch.setenv("LANG", "fr_CA.UTF-8")
    shell("--user", "luc", "find", "nobody")
    assert locale.current() == "fr"


def test_the_folders_are_those_of_the_environment_where_these_are_absolute(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/marie")
    monkeypatch.setenv("XDG_DATA_HOME", "/srv/data")
    monkeypatch.setenv("XDG_STATE_HOME", "not/absolute")
    found = settings.read({}, {})
    assert found.database == Path("/srv/data/contacts-tui/contacts.db")
    assert found.state == Path("/home/marie/.local/state/contacts-tui")
    assert found.log == Path("/home/marie/.local/state/contacts-tui/log")
