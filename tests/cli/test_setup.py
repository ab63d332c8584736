"""The set-up from the shell."""

from __future__ import annotations

import json
import stat
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.exchange import setup_files
from tests.cli.conftest import Shell


def test_the_usual_codes_are_entered_once(shell: Shell) -> None:
    shell.done("setup", "usual")
    before = shell.done("setup", "show", "--json").json
    assert shell.done("setup", "usual").out == "The usual codes are there already.\n"
    assert shell.done("setup", "show", "--json").json == before
    assert len(shell.done("history", "--json").json["batches"]) == 1


def test_the_usual_codes_speak_the_language_chosen(shell: Shell) -> None:
    shell.done("--lang", "fr", "setup", "usual")
    rows = {row["code"]: row["description"] for row in shell.done("setup", "show", "--json").json["industry_groups"]}
    assert rows["RETAIL"] == "Commerce de détail"


def test_show_prints_the_marketing_setup_and_every_list(laurier: Shell) -> None:
    everything = laurier.done("setup", "show", "--json").json
    assert list(everything) == ["marketing", *LISTS]
    assert list(everything["marketing"]) == list(SETUP)
    assert everything["marketing"]["inherit_address_details"] is True
    assert everything["marketing"]["contact_nos"] == "CONT"
    for name, found in LISTS.items():
        for row in everything[name]:
            assert list(row) == [field.name for field in found.fields], name
    assert everything["number_series_lines"][0]["last_no_used"] == "CT000002"


def test_show_prints_one_list_with_its_use(laurier: Shell) -> None:
    lines = laurier.done("setup", "show", "industry_groups").out.splitlines()
    assert lines[0].split() == ["Code", "Description", "Used"]
    (retail,) = [line for line in lines if line.startswith("RETAIL ")]
    assert retail.split()[-1] == "1"
    assert list(laurier.done("setup", "show", "industry_groups", "--json").json) == ["industry_groups"]
    assert laurier("setup", "show", "industry").status == 2


def test_the_overview_names_fields_and_lists_as_they_are_typed(laurier: Shell) -> None:
    out = laurier.done("setup", "show").out
    for name in (*SETUP, *LISTS):
        assert f" {name}\n" in out


def test_set_changes_fields_of_the_marketing_setup(laurier: Shell) -> None:
    laurier.done("setup", "set", "default_language_code=frc", "inherit_language_code=no")
    marketing = laurier.done("setup", "show", "--json").json["marketing"]
    assert (marketing["default_language_code"], marketing["inherit_language_code"]) == ("FRC", False)
    assert "as it was" in laurier.done("setup", "set", "inherit_language_code=false").out
    laurier.done("undo")
    marketing = laurier.done("setup", "show", "--json").json["marketing"]
    assert (marketing["default_language_code"], marketing["inherit_language_code"]) == ("ENC", True)


def test_set_refuses_what_does_not_exist(laurier: Shell) -> None:
    assert laurier("setup", "set", "colour=red").status == 2
    ran = laurier("setup", "set", "default_language_code=XX")
    assert ran.status == 1
    assert "XX" in ran.err


@pytest.mark.parametrize("ending", ["toml", "json"])
def test_all_setup_goes_to_another_book_and_a_second_time_changes_nothing(laurier: Shell, ending: str) -> None:
    laurier.done("setup", "set", "company_name=Mobilier “R” \\ Fils")
    file = laurier.home / f"setup.{ending}"
    laurier.done("setup", "export", str(file))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    other = ("--database", str(laurier.home / "other.db"))
    laurier.done(*other, "setup", "import", str(file))
    wanted = laurier.done("setup", "show", "--json").json
    wanted["number_series_lines"][0]["last_no_used"] = ""
    assert laurier.done(*other, "setup", "show", "--json").json == wanted
    assert laurier.done(*other, "setup", "import", str(file)).out.endswith("All of it was there already.\n")
    assert len(laurier.done(*other, "history", "--json").json["batches"]) == 1
    assert laurier.done(*other, "check").out == "All is well.\n"
    laurier.done(*other, "undo")
    emptied = laurier.done(*other, "setup", "show", "--json").json
    assert not any(emptied[name] for name in LISTS)
    assert laurier.done(*other, "new", "company", "number=A1", "name=Acme").status == 0


def test_import_leaves_what_the_file_does_not_name_and_the_last_number_used(laurier: Shell) -> None:
    file = laurier.home / "some.toml"
    file.write_text(
        "[marketing]\ninherit_address_details = false\n"
        '[[industry_groups]]\ncode = "retail"\ndescription = "Shops"\n'
        '[[industry_groups]]\ncode = "NEW"\n'
        '[[number_series_lines]]\nnumber_series = "CONT"\nline_no = 10000\nlast_no_used = "CT000900"\n'
        '[[number_series_lines]]\nnumber_series = "CONT"\nstarting_no = "CT000001"\nstarting_date = 2001-02-03\n',
        "utf-8",
    )
    before = laurier.done("setup", "show", "--json").json
    laurier.done("setup", "import", str(file))
    after = laurier.done("setup", "show", "--json").json
    assert {row["code"]: row["description"] for row in after["industry_groups"]} == {
        **{row["code"]: row["description"] for row in before["industry_groups"]},
        "RETAIL": "Shops",
        "NEW": "",
    }
    assert after["marketing"] == before["marketing"] | {"inherit_address_details": False}
    (line,) = after["number_series_lines"]
    assert (line["last_no_used"], line["starting_date"]) == ("CT000002", "2001-02-03")
    assert after["countries"] == before["countries"]


@pytest.mark.parametrize(
    ("name", "text", "status", "said"),
    [
        ("a.toml", '[[industry_groups]]\ncode = "ADVERTISING1"\n', 1, "Industry groups, line 1: Code"),
        ("a.toml", '[[industry_groups]]\ncode = "A"\n[[industry_groups]]\ncod = "B"\n', 2, "line 2"),
        ("a.toml", '[[industries]]\ncode = "A"\n', 2, "industries"),
        ("a.toml", 'industry_groups = "A"\n', 2, "industry_groups"),
        ("a.toml", "industry_groups = [1]\n", 2, "industry_groups"),
        ("a.toml", '[[industry_groups]]\ncode = ["A"]\n', 2, "code"),
        ("a.toml", "[marketing]\ncolour = true\n", 2, "Marketing set-up"),
        ("a.toml", '[marketing]\ncontact_nos = "NONE"\n', 1, "Marketing set-up"),
        ("a.toml", "[[", 1, "a.toml"),
        ("a.json", "[]", 1, "a.json"),
        ("a.json", "{", 1, "a.json"),
        ("a.json", "[" * 100000, 1, "a.json"),
        ("a.txt", "", 2, ".toml or .json"),
    ],
)
def test_a_file_that_does_not_fit_is_named_and_changes_nothing(
    laurier: Shell, name: str, text: str, status: int, said: str
) -> None:
    before = laurier.done("setup", "show", "--json").json
    file = laurier.home / name
    file.write_text(text, "utf-8")
    ran = laurier("setup", "import", str(file))
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert laurier.done("setup", "show", "--json").json == before


def test_a_file_that_is_missing_makes_no_book(shell: Shell) -> None:
    assert shell("setup", "import", str(shell.home / "none.toml")).status == 1
    assert not shell.database.exists()


def test_export_replaces_no_file(laurier: Shell) -> None:
    file = laurier.home / "setup.toml"
    file.write_text("mine", "utf-8")
    assert laurier("setup", "export", str(file)).status == 1
    assert file.read_text("utf-8") == "mine"
    assert laurier("setup", "export", str(laurier.home / "none" / "setup.toml")).status == 4
    assert laurier("setup", "export", "setup.ini").status == 2


_TEXTS = st.text(st.characters(codec="utf-8"))
_ROWS = st.dictionaries(st.sampled_from(("code", "description", "url")), _TEXTS | st.booleans() | st.integers(0, 9))


@given(st.fixed_dictionaries({"marketing": _ROWS, "industry_groups": st.lists(_ROWS, min_size=1)}))
def test_toml_comes_back_as_it_was_written(setup: dict[str, Any]) -> None:
    text = setup_files.to_toml(setup)
    assert tomllib.loads(text) == setup
    assert json.loads(json.dumps(setup)) == setup
