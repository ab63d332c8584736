"""Looking after the book: checks, copies, and books that cannot be opened."""

from __future__ import annotations

import sqlite3
import stat

import pytest

from tests.cli.conftest import Shell

READING = [
    ("find", "a"), ("show", "CT000001"), ("new", "company", "name=A"), ("edit", "CT000001", "name=A"),
    ("delete", "CT000001", "--yes"), ("history",), ("undo",), ("setup", "show"), ("setup", "set", "company_name=A"),
    ("setup", "export", "a.toml"), ("check",), ("backup", "a.db"),
]  # fmt: skip


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_command_says_that_there_is_no_book_and_makes_none(shell: Shell, words: tuple[str, ...]) -> None:
    ran = shell(*words)
    assert (ran.status, ran.out) == (4, "")
    assert str(shell.database) in ran.err
    assert not shell.database.exists()


def test_no_book_is_a_document_with_json(shell: Shell) -> None:
    error = shell("find", "a", "--json").json["error"]
    assert (error["field"], error["value"]) == ("", str(shell.database))


def test_a_file_that_is_no_book_is_named_and_left_alone(shell: Shell) -> None:
    file = shell.home / "letter.txt"
    file.write_text("Dear Anne, " * 200, "utf-8")
    for words in READING:
        ran = shell("--database", str(file), *words)
        assert ran.status == 4, words
        assert "not a book" in ran.err
    assert file.read_text("utf-8") == "Dear Anne, " * 200


def test_a_book_of_a_newer_program_is_left_alone(laurier: Shell) -> None:
    connection = sqlite3.connect(laurier.database)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    ran = laurier("find", "laurier")
    assert ran.status == 4
    assert "newer" in ran.err


def test_a_book_in_a_folder_that_cannot_be_made_is_not_reachable(shell: Shell) -> None:
    (shell.home / "file").write_text("", "utf-8")
    ran = shell("--database", str(shell.home / "file" / "book.db"), "setup", "usual")
    assert ran.status == 4
    assert "Traceback" not in ran.err


def test_check_says_that_all_is_well(laurier: Shell) -> None:
    assert laurier.done("check").out == "All is well.\n"
    assert laurier.done("check", "--json").json == {"ok": True, "findings": []}


def test_check_finds_what_the_search_does_not_know_and_rebuild_mends_it(laurier: Shell) -> None:
    connection = sqlite3.connect(laurier.database)
    connection.execute("UPDATE search_entry SET words = 'x' || char(31, 31, 31)")
    connection.commit()
    connection.close()
    ran = laurier("check", "--json")
    assert ran.status == 1
    assert not ran.json["ok"]
    assert len(ran.json["findings"]) == 1
    assert laurier("check").out.splitlines() == ran.json["findings"]
    assert laurier.done("check", "--rebuild").out == "All is well.\n"
    assert laurier.done("find", "laurier").status == 0


@pytest.mark.parametrize("statement", ["DROP TABLE user_setup", "UPDATE contact SET type = 'robot'"])
def test_check_tells_damage_as_findings(laurier: Shell, statement: str) -> None:
    connection = sqlite3.connect(laurier.database)
    connection.execute(statement)
    connection.commit()
    connection.close()
    ran = laurier("check", "--json")
    assert (ran.status, ran.json["ok"]) == (1, False)
    assert all(finding.startswith("The file: ") for finding in ran.json["findings"])
    assert laurier("check").out.splitlines() == ran.json["findings"]


def test_a_backup_is_a_whole_book_that_only_its_owner_can_read(laurier: Shell) -> None:
    copy = laurier.home / "copy.db"
    assert str(copy) in laurier.done("backup", str(copy)).out
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    wanted = laurier.done("find", "laurier", "--json").json
    assert laurier.done("--database", str(copy), "find", "laurier", "--json").json == wanted
    assert laurier.done("--database", str(copy), "check").status == 0


def test_a_backup_replaces_no_file(laurier: Shell) -> None:
    file = laurier.home / "mine.db"
    file.write_text("mine", "utf-8")
    assert laurier("backup", str(file)).status == 1
    assert file.read_text("utf-8") == "mine"
    assert laurier("backup", str(laurier.home / "none" / "copy.db")).status == 4
