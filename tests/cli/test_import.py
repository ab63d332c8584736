"""An office's NAV export from the shell (done-criterion: the whole of CRONUS in one command)."""

from __future__ import annotations

from pathlib import Path

import pytest

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.exchange import importing
from tests.cli.conftest import Shell

CRONUS = Path(__file__).resolve().parents[3] / "shared" / "data" / "cronus"
needs_cronus = pytest.mark.skipif(not CRONUS.exists(), reason="needs ../shared/data/cronus")


@needs_cronus
def test_a_whole_export_comes_in_and_goes_again(shell: Shell) -> None:
    words = ("import", str(CRONUS), "--profile", "nav", "--json")
    result = shell.done(*words).json
    assert (result["created"], result["updated"], result["unchanged"], result["rejected"]) == (415, 0, 0, 0)
    assert list(result) == [
        "created", "updated", "unchanged", "rejected", "lists", "not_read", "problems", "duplicates", "batch",
    ]  # fmt: skip
    banks = [pair for pair in result["duplicates"] if pair["name"] == pair["other_name"] == "World Wide Bank"]
    assert len(banks) == 15
    assert banks[0]["reasons"] == ["same rare name", "same street and number"]
    shell.done("undo", str(result["batch"]))
    result = shell.done(*words, "--no-duplicates").json
    assert (result["created"], result["duplicates"]) == (415, [])
    lists = {name: tally["created"] for name, tally in result["lists"].items()}
    assert (lists["post_codes"], lists["salespeople"], lists["territories"]) == (371, 7, 14)
    assert {"languages", "countries", "currencies"} <= set(lists)
    assert result["not_read"]["sales_cycle_stages.csv"] == 30
    left_out = {(p["field"], p["value"]) for p in result["problems"] if p["message"].endswith("It was left out.")}
    assert {field for field, _ in left_out} == {"currency", "organizational_level"}
    for problem in result["problems"]:
        assert list(problem) == ["file", "line", "field", "value", "message"]
    contacts = shell.done("find", "c", "--limit", "1000", "--json").json["contacts"]
    types = [contact["type"] for contact in contacts]
    assert (types.count("company"), types.count("person")) == (159, 256)
    assert shell.done("check", "--json").json == {"ok": True, "findings": []}

    again = shell.done(*words).json
    assert (again["created"], again["updated"], again["unchanged"], again["batch"]) == (0, 0, 415, None)
    assert again["duplicates"] == []
    assert shell.done("check").status == 0

    shell.done("undo", str(result["batch"]))
    everything = shell.done("setup", "show", "--json").json
    assert not any(everything[name] for name in LISTS)
    assert shell("find", "c").status == 1
    assert shell.done("check").status == 0


@needs_cronus
def test_the_next_company_gets_the_number_after_the_highest(shell: Shell) -> None:
    shell.done("import", str(CRONUS))
    found = shell.done("find", "c", "--limit", "1000", "--json").json["contacts"]
    highest = max(contact["number"] for contact in found)
    assert shell.done("new", "company", "name=Acme", "--json").json["number"] == f"CT{int(highest[2:]) + 1:06}"


@needs_cronus
def test_people_read_counts_what_is_not_read_and_what_to_look_at(shell: Shell) -> None:
    out = shell.done("import", str(CRONUS)).out
    assert "Contacts" in out
    assert "pairs that may be one contact" in out
    assert "World Wide Bank is almost certainly World Wide Bank on line " in out
    assert "Business relations of contacts" in out
    assert "415" in out
    assert "sales_cycle_stages.csv" in out
    assert "contacts.csv:144" in out
    assert "takes all of it back" in out


def _folder(shell: Shell, *rows: str) -> str:
    folder = shell.home / "export"
    folder.mkdir(exist_ok=True)
    (folder / "contacts.csv").write_text("\n".join(("No.,Type,Name,Phone No.", *rows)) + "\n", "utf-8")
    return str(folder)


def test_a_try_changes_nothing_and_makes_no_book(shell: Shell) -> None:
    folder = _folder(shell, "CT000001,Company,Acme,")
    result = shell.done("import", folder, "--dry-run", "--json").json
    assert (result["created"], result["batch"]) == (1, None)
    assert not shell.database.exists()
    assert "nothing was changed" in shell.done("import", folder, "--dry-run").out
    shell.done("setup", "usual")
    shell.done("import", folder, "--dry-run")
    assert shell("find", "acme").status == 1


def test_a_try_names_the_contacts_that_would_change(shell: Shell) -> None:
    names = [f"CT{number:06},Company,Acme {number}," for number in range(1, 23)]
    shell.done("import", _folder(shell, *names))
    folder = _folder(shell, *(f"{row}514-555-0100" for row in names))
    found = shell.done("import", folder, "--dry-run", "--json").json
    assert found["changed"][0] == {"number": "CT000001", "name": "Acme 1", "fields": ["phone"]}
    assert (found["updated"], len(found["changed"])) == (22, 22)
    out = shell.done("import", folder, "--dry-run").out
    assert "22 contacts would change:\n  CT000001  Acme 1  Phone\n" in out
    assert "CT000021" not in out
    assert "and 2 more, all with --json" in out
    assert "changed" not in shell.done("import", folder, "--json").json


def test_a_rejected_record_gives_1_and_the_others_are_kept(shell: Shell) -> None:
    ran = shell("import", _folder(shell, "CT000001,Company,Acme,", "CT000002,Company,,"), "--json")
    assert ran.status == 1
    assert (ran.json["created"], ran.json["rejected"]) == (1, 1)
    assert [(p["file"], p["line"]) for p in ran.json["problems"] if p["line"]] == [("contacts.csv", 3)]
    assert shell.done("find", "acme").status == 0


def test_a_value_left_out_is_no_failure(shell: Shell) -> None:
    ran = shell.done("import", _folder(shell, "CT000001,Company,Acme,514-555-CALL"), "--json")
    assert ran.json["created"] == 1
    assert "514-555-CALL" in [problem["value"] for problem in ran.json["problems"]]


def test_wrong_folders_and_profiles_make_no_book(shell: Shell) -> None:
    (shell.home / "empty").mkdir()
    assert shell("import", str(shell.home / "none")).status == 1
    assert shell("import", str(shell.home / "empty")).status == 1
    assert shell("import", _folder(shell), "--profile", "lotus").status == 2
    assert not shell.database.parent.exists()


def test_a_book_made_for_an_import_that_took_nothing_goes_again(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shell("import", _folder(shell), "--json").json["batch"] is None
    assert list(shell.database.parent.iterdir()) == []

    def broken(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError

    folder = _folder(shell, "CT000001,Company,Acme,")
    with monkeypatch.context() as patched:
        patched.setattr(importing, "import_path", broken)
        assert shell("import", folder).status == 1
    assert list(shell.database.parent.iterdir()) == []
    shell.done("import", folder)
    assert shell("import", _folder(shell, "CT000001,Company,Acme,")).status == 0
    assert shell.done("find", "acme").status == 0


def test_a_book_that_was_there_stays_whatever_an_import_takes(shell: Shell) -> None:
    shell.done("setup", "usual")
    shell.done("undo")
    shell("import", _folder(shell))
    assert shell.database.exists()
