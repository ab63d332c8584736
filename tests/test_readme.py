"""What the README says is what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from contacts_tui.domain.text import cell_width
from tools import readme

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "README.md").read_text("utf-8")


def test_the_tables_of_commands_and_keys_are_the_programs_own() -> None:
    assert readme.updated(TEXT) == TEXT, "python tools/readme.py update"


def test_the_picture_of_find_is_80_columns_wide_at_most() -> None:
    picture = TEXT.partition("```text\n")[2].partition("\n```")[0]
    assert max(map(cell_width, picture.splitlines())) <= 80
    assert len(picture.splitlines()) == 24


def test_ci_runs_the_readmes_own_command_for_the_tests() -> None:
    starting, testing = re.findall(r"```sh\n(python3 -m venv .*)\n```", TEXT)
    assert starting.endswith("contacts-tui sample")
    assert f"\n{testing}\n" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_extras_that_the_readme_installs_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for extra in re.findall(r"\.\[(\w+)\]", TEXT):
        assert extra in project["optional-dependencies"]


def test_every_setting_is_in_the_readme() -> None:
    for name in ("DATABASE", "USER", "LANG", "GLYPHS"):
        assert f"`CONTACTS_TUI_{name}`" in TEXT
