"""What a path may go on with: entries that begin with what is typed, none that could not be typed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from contacts_tui.ui.entry.path_options import can_be_typed, path_options

ENDINGS = (".csv",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("Élan", "elsewhere", ".hidden"):
        (tmp_path / name).mkdir()
    for name in ("elements.csv", "ELEMENTS.CSV.bak", "other.csv", "notes.md", ".secret.csv"):
        (tmp_path / name).write_text("x")
    return tmp_path


def names(typed: str) -> list[str]:
    return [option.name for option in path_options(typed, ENDINGS)]


def test_folders_come_first_and_case_and_accents_do_not_matter(folder: Path) -> None:
    assert names(f"{folder}/el") == ["Élan", "elsewhere", "elements.csv"]
    assert names(f"{folder}/EL") == ["Élan", "elsewhere", "elements.csv"]


def test_a_folder_ends_with_a_slash_so_that_one_goes_on_in_it(folder: Path) -> None:
    found = {option.name: option for option in path_options(f"{folder}/e", ENDINGS)}
    assert found["elsewhere"].path == f"{folder}/elsewhere/"
    assert found["elements.csv"].path == f"{folder}/elements.csv"


def test_only_files_that_can_be_read_are_offered(folder: Path) -> None:
    assert names(f"{folder}/") == ["Élan", "elsewhere", "elements.csv", "other.csv"]
    assert "notes.md" in [option.name for option in path_options(f"{folder}/")]


def test_hidden_entries_come_when_their_dot_is_typed(folder: Path) -> None:
    assert names(f"{folder}/.") == [".hidden", ".secret.csv"]


def test_a_relative_path_begins_where_the_program_was_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [option.path for option in path_options("oth", ENDINGS)] == ["other.csv"]
    assert [option.path for option in path_options("", ENDINGS)][:2] == ["Élan/", "elsewhere/"]


def test_the_home_folder_may_be_a_tilde(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert [option.path for option in path_options("~/oth", ENDINGS)] == ["~/other.csv"]


def test_names_that_cannot_be_typed_are_left_out(tmp_path: Path) -> None:
    for name in (b"esc\x1b]0;x\x07.csv", b"bad\xff.csv", b"line\nbreak.csv", "rtl\u202e.csv".encode(), b"good.csv"):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_text("x")  # noqa: PTH118
    assert names(f"{tmp_path}/") == ["good.csv"]
    assert not can_be_typed("a\x1bb")


@pytest.mark.parametrize("typed", ["/no/such/folder/x", "\x00", "~nosuchuser/x", "/dev/null/x"])
def test_where_there_is_nothing_nothing_is_offered(typed: str) -> None:
    assert path_options(typed, ENDINGS) == []
