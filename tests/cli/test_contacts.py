"""Entering, changing and deleting contacts from the shell, by the rules that hold everywhere."""

from __future__ import annotations

import pytest

from contacts_tui.domain.fields import CONTACT
from tests.cli.conftest import Shell


def test_a_person_takes_what_the_company_gives(laurier: Shell) -> None:
    person = laurier.done("new", "person", "name=Anne Roy", "company=CT000001", "--json").json
    assert list(person) == list(CONTACT)
    assert person["number"] == "CT000003"
    assert (person["first_name"], person["surname"]) == ("Anne", "Roy")
    assert (person["company"], person["company_name"]) == ("CT000001", "Boulangerie Laurier inc.")
    assert (person["phone"], person["city"]) == ("514-555-0100", "Montréal")


def test_a_code_typed_before_the_company_is_overwritten_and_one_typed_after_it_stays(laurier: Shell) -> None:
    laurier.done("edit", "CT000001", "language=FRC")
    before = laurier.done("new", "person", "name=A", "language=ENU", "company=CT000001", "--json").json
    after = laurier.done("new", "person", "name=B", "company=CT000001", "language=ENU", "--json").json
    assert (before["language"], after["language"]) == ("FRC", "ENU")


def test_a_value_that_a_rule_forbids_is_named_and_nothing_is_saved(laurier: Shell) -> None:
    ran = laurier("new", "company", "name=Acme", "phone=514-555-CALL", "--json")
    assert ran.status == 1
    assert ran.json["error"]["field"] == "phone"
    assert ran.json["error"]["value"] == "514-555-CALL"
    assert laurier("find", "acme").status == 1


def test_a_company_that_may_be_any_of_several_is_asked_back_with_their_numbers(laurier: Shell) -> None:
    laurier.done("new", "company", "name=Boulangerie du Parc")
    ran = laurier("new", "person", "name=Anne Roy", "company=boulangerie")
    assert ran.status == 1
    assert "CT000001  Boulangerie Laurier inc." in ran.err
    assert "CT000003  Boulangerie du Parc" in ran.err


def test_the_same_uid_twice_makes_one_contact(laurier: Shell) -> None:
    words = ("new", "company", "name=Acme", "uid=7d0a5a50-4b4a-4a27-8f5f-d1b1b4b7c0a1", "--json")
    first, second = laurier.done(*words).json, laurier.done(*words).json
    assert first == second
    assert first["uid"] == "7d0a5a50-4b4a-4a27-8f5f-d1b1b4b7c0a1"
    assert laurier("new", "company", "name=Acme", "uid=acme").status == 2


@pytest.mark.parametrize(
    "words",
    [
        ("new", "firm", "name=Acme"),
        ("new", "company", "Acme"),
        ("new", "company", "name=Acme", "name=Bcme"),
        ("new", "company", "name=Acme", "phon=1"),
        ("new", "company", "name=Acme", "type=person"),
        ("new", "company", "name=Acme", "-mailing_groups=MOVE"),
        ("new", "company", "name=Acme", "mailing_groups=MOVE"),
        ("new", "company", "name=Acme", "+countries=CA"),
        ("edit", "CT000001", "=x"),
        ("edit", "CT000001", "phone"),
    ],
)
def test_words_that_are_no_change_are_wrong_use(laurier: Shell, words: tuple[str, ...]) -> None:
    assert laurier(*words).status == 2
    assert laurier("find", "acme").status == 1


def test_in_4_an_edit_says_how_many_people_followed_and_how_many_kept_their_own(laurier: Shell) -> None:
    laurier.done("new", "person", "name=Anne Roy", "company=CT000001", "phone=514-555-0150")
    edited = laurier.done("edit", "CT000001", "phone=514-555-0199", "--json").json
    assert list(edited) == ["contact", "followed", "kept", "batch"]
    assert list(edited["contact"]) == list(CONTACT)
    assert (edited["contact"]["phone"], edited["followed"], edited["kept"]) == ("514-555-0199", 1, 1)
    assert laurier.done("show", "CT000002", "--json").json["phone"] == "514-555-0199"
    assert laurier.done("show", "CT000003", "--json").json["phone"] == "514-555-0150"
    steps = laurier.done("history", "CT000002", "--json").json["batches"]
    assert steps[0]["batch"] == edited["batch"]
    assert steps[0]["changes"] == [
        {"record": "CT000002", "field": "phone", "old": "514-555-0100", "new": "514-555-0199"}
    ]


def test_fields_and_codes_change_as_one_step(laurier: Shell) -> None:
    words = ("edit", "CT000001", "phone=1", "-industry_groups=RETAIL", "+mailing_groups=gift", "+mailing_groups=MOVE")
    laurier.done(*words)
    card = laurier.done("show", "CT000001", "--json").json
    assert (card["phone"], card["industry_groups"], card["mailing_groups"]) == ("1", [], ["GIFT", "MOVE"])
    laurier.done("undo")
    card = laurier.done("show", "CT000001", "--json").json
    assert (card["phone"], card["industry_groups"], card["mailing_groups"]) == ("514-555-0100", ["RETAIL"], [])


def test_one_wrong_code_leaves_everything_as_it_was(laurier: Shell) -> None:
    assert laurier("edit", "CT000001", "phone=1", "+mailing_groups=NONE").status == 1
    assert laurier.done("show", "CT000001", "--json").json["phone"] == "514-555-0100"


def test_an_edit_that_changes_nothing_is_no_step(laurier: Shell) -> None:
    edited = laurier.done("edit", "CT000001", "phone=514-555-0100", "--json").json
    assert edited["batch"] is None
    assert "as it was" in laurier.done("edit", "CT000001", "phone=514-555-0100").out


def test_what_looks_odd_is_said_and_taken(laurier: Shell) -> None:
    ran = laurier.done("edit", "CT000001", "phone=12", "email=info@laurier", "name=Laurier")
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["Phone", "E-mail"]
    assert laurier.done("show", "CT000001", "--json").json["phone"] == "12"


def test_delete_says_what_goes_along_and_asks_nobody_without_a_terminal(laurier: Shell) -> None:
    ran = laurier("delete", "CT000001")
    assert ran.status == 2
    assert "Boulangerie Laurier inc. (CT000001)" in ran.err
    assert "1 person, 1 code" in ran.err
    assert "--yes" in ran.err
    assert laurier("find", "laurier").status == 0


def test_delete_takes_people_along_and_undo_brings_them_back(laurier: Shell) -> None:
    before = laurier.done("find", "laurier", "--json").json
    ran = laurier.done("delete", "CT000001", "--yes")
    assert "1 person, 1 code" in ran.err
    assert laurier("find", "laurier").status == 1
    step = laurier.done("history", "--json").json["batches"][0]["batch"]
    assert f"undo {step}" in ran.out
    laurier.done("undo", str(step))
    after = laurier.done("find", "laurier", "--json").json
    assert [c["number"] for c in after["contacts"]] == ["CT000001", "CT000002"]
    assert [c["uid"] for c in after["contacts"]] == [c["uid"] for c in before["contacts"]]


@pytest.mark.parametrize(("answer", "status"), [("y\n", 0), ("n\n", 1), ("\n", 1), ("", 1)])
def test_delete_asks_on_a_terminal(laurier: Shell, monkeypatch: pytest.MonkeyPatch, answer: str, status: int) -> None:
    import io

    from contacts_tui.cli import terminal

    monkeypatch.setattr(terminal, "can_ask", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    ran = laurier("delete", "CT000001")
    assert (ran.status, "Delete?" in ran.err) == (status, True)
    assert (laurier("find", "laurier").status == 0) is (status == 1)


def test_undo_without_anything_to_undo_gives_1(shell: Shell) -> None:
    shell.done("setup", "usual")
    shell.done("undo")
    ran = shell("undo")
    assert (ran.status, ran.err) == (1, "There is nothing to undo.\n")
    assert shell("undo", "99").status == 1
    assert shell("undo", "last").status == 2


def test_history_tells_the_steps_newest_first(laurier: Shell) -> None:
    laurier.done("edit", "CT000001", "fax=")
    laurier.done("undo")
    steps = laurier.done("--user", "luc", "history", "--json", "--limit", "3").json["batches"]
    assert [list(step) for step in steps] == [["batch", "at", "user", "what", "undone", "changes"]] * 3
    assert [step["what"] for step in steps] == ["Undo: Fax", "Fax", "New person"]
    assert [step["undone"] for step in steps] == [False, True, False]
    numbers = [step["batch"] for step in steps]
    assert numbers == sorted(numbers, reverse=True)
    assert steps[0]["at"].endswith("+00:00")
    assert {"record": "CT000001", "field": "fax", "old": "514-555-0101", "new": ""} in steps[1]["changes"]
    text = laurier.done("history", "CT000001").out
    assert "undone" in text
    assert "514-555-0101 → –" in text
    assert "Directrice" not in text


def test_a_book_that_nobody_used_has_no_history(shell: Shell) -> None:
    shell("import", str(shell.home), "--dry-run")
    shell.done("setup", "usual")
    shell.done("new", "company", "name=Acme")
    assert shell("history", "CT000001").status == 0


@pytest.mark.parametrize("word", ["", "robot"])
def test_a_type_that_is_none_is_wrong_use(laurier: Shell, word: str) -> None:
    ran = laurier("edit", "CT000001", f"type={word}", "--json")
    assert (ran.status, ran.json["error"]["field"], ran.json["error"]["value"]) == (2, "type", word)
    assert laurier("edit", "CT000001", f"type={word}").err.startswith("“")
