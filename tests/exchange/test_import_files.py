"""Imports of small folders: what cannot be taken is named, the rest is kept, and nothing that comes in does harm."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotAllowed, NotFound, Refused, WrongUse
from contacts_tui.domain.import_result import ImportResult, Tally
from contacts_tui.domain.record import Record
from contacts_tui.domain.text import is_clean
from contacts_tui.exchange import importing
from contacts_tui.exchange.importing import import_path
from contacts_tui.exchange.nav import NAV
from contacts_tui.exchange.profile import Form, Target
from contacts_tui.services import checks, history
from contacts_tui.services.cards import card_by_number
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from contacts_tui.store.models import TABLES
from tests.exchange.conftest import Write, shared

CONTACT = ("No.", "Type", "Name", "Company No.", "Company Name")


def told(result: ImportResult) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.field) for problem in result.problems]


def numbers(session: Session) -> list[str]:
    return sorted(session.book.records.reading(lambda read: list(read.texts(Contact, "no"))))


def test_a_path_that_is_not_there_is_told(session: Session, folder: Path) -> None:
    with pytest.raises(NotFound, match="gone"):
        import_path(session, folder / "gone")


def test_a_profile_that_is_not_there_is_told(session: Session, folder: Path) -> None:
    with pytest.raises(WrongUse, match="There are: nav"):
        import_path(session, folder, profile="sap")


def test_a_folder_without_a_table_of_the_profile_is_refused(session: Session, write: Write, folder: Path) -> None:
    with pytest.raises(Refused, match="holds no table"):
        import_path(session, folder)
    write("sales_cycle_stages.csv", ("No.", "Name"), ("1", "a"))
    with pytest.raises(Refused, match="holds no table"):
        import_path(session, folder)


def test_too_many_tables_are_refused(
    session: Session, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MAX_FILES", 1)
    write("contacts.csv", CONTACT)
    write("territories.csv", ("Code",))
    with pytest.raises(Refused, match="more than 1 table"):
        import_path(session, folder)


def test_who_may_not_import_does_not_get_to_read_files(session: Session, folder: Path) -> None:
    reader = session._replace(rights=frozenset({Right.READ}))
    with pytest.raises(NotAllowed):
        import_path(reader, folder / "gone")


def test_one_table_can_be_imported_by_itself(session: Session, write: Write) -> None:
    path = write("Territory.txt", ("Code", "Name"), ("qc", "Québec"), ("ON", "Ontario"))
    write("contacts.csv", CONTACT, ("CT1", "Company", "a", "", ""))
    result = import_path(session, path)
    assert result.lists == {"territories": Tally(created=2)}
    assert (result.created, result.complete) == (0, True)
    assert history.batches(session)[0].batch.subject == "Territory.txt"


def test_other_files_are_named_and_hidden_ones_passed_over(session: Session, write: Write, folder: Path) -> None:
    write("territories.csv", ("Code", "Name"), ("QC", "Québec"))
    (folder / "contacts.xlsx").write_bytes(b"PK\x03\x04")
    (folder / ".contacts.csv").write_bytes(b"")
    (folder / "archive").mkdir()
    result = import_path(session, folder)
    assert told(result) == [("contacts.xlsx", 0, "")]
    assert result.not_read == {}


def test_an_old_export_with_semicolons_in_windows_1252(session: Session, folder: Path) -> None:
    table = "No.;Type;Name;City\r\nCT1;Company;Boulangerie « Émile » – Québec;Lévis\r\n"
    (folder / "contacts.csv").write_bytes(table.encode("cp1252"))
    result = import_path(session, folder)
    assert (result.created, result.problems) == (1, ())
    values = card_by_number(session, "CT1").values
    assert (values["name"], values["city"]) == ("Boulangerie « Émile » – Québec", "Lévis")


def test_a_bad_row_is_named_with_its_line_and_the_good_ones_are_kept(session: Session, folder: Path) -> None:
    (folder / "contacts.csv").write_text(
        'No.,Type,Name,City\nCT1,Company,a,Laval\nCT2,Company,"b,Hull\nCT3,Company,"c ""d""",Hull\n'
        "CT4,Robot,e,Hull\nCT5,Company,,Hull\nCT6,Company,f,Hull,more\nCT7,Person,g h,\n",
        encoding="utf-8",
    )
    result = import_path(session, folder)
    assert numbers(session) == ["CT1", "CT3", "CT7"]
    assert (result.created, result.rejected, result.complete) == (3, 4, False)
    assert told(result) == [
        ("contacts.csv", 3, ""),
        ("contacts.csv", 5, "type"),
        ("contacts.csv", 6, "name"),
        ("contacts.csv", 7, ""),
    ]


def test_a_row_of_a_list_that_is_lost_makes_the_import_incomplete(session: Session, folder: Path) -> None:
    (folder / "territories.csv").write_text('Code,Name\nQC,"Québec\nON,Ontario\n', encoding="utf-8")
    result = import_path(session, folder)
    assert (result.rejected, result.left_out, result.complete) == (0, 1, False)
    assert result.lists == {"territories": Tally(created=1)}


def test_reading_that_is_stopped_changes_nothing(
    session: Session, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from contacts_tui.exchange import reading

    monkeypatch.setattr(reading, "_LOOK", 0)
    write("contacts.csv", CONTACT, ("CT1", "Company", "a", "", ""))
    result = import_path(session, folder, stopped=lambda: True)
    assert (result.stopped, result.created, result.batch) == (True, 0, 0)
    assert numbers(session) == []


def test_values_in_messages_are_clean_and_short(session: Session, write: Write, folder: Path) -> None:
    write("contacts.csv", ("No.", "Type", "Name", "E\x1b]52;c;AAAA\x07 Mail 9"), ("CT1", "Company", "x" * 5_000, ""))
    result = import_path(session, folder)
    assert [p.field for p in result.problems] == ["E]52;c;AAAA Mail 9", "name", "name"]
    for problem in result.problems:
        assert is_clean(str(problem.message))
        assert len(problem.value) <= 80
        assert len(str(problem.message)) < 200


def _columns(form: Form) -> list[str]:
    return list({field: caption for caption, field in form.columns.items()}.values())


def test_hostile_strings_in_every_column(session: Session, write: Write, folder: Path) -> None:
    everything = json.loads(shared("strings/blns.json").read_text(encoding="utf-8"))
    odd = [text for n, text in enumerate(everything) if not (text.isascii() and text.isprintable()) or n % 6 == 0]
    strings = [*odd, "\x00", "\x1b]52;c;AAAA\x07", "[@click=app.quit]x[/]", '"', "a\nb", "x" * 300]
    for form in NAV.forms:
        columns = _columns(form)
        rows = [[text] * len(columns) for text in strings]
        if form.target is Target.CONTACT:
            kinds = ["Company", "Person"]
            rows = [
                [f"H{n}" if c == "No." else kinds[n % 2] if c == "Type" else text for c in columns]
                for n, text in enumerate(strings)
            ]
            rows += [[kinds[n % 2] if c == "Type" else text for c in columns] for n, text in enumerate(strings)]
        elif form.target is Target.ASSIGNMENT:
            key = columns.index("Contact No.")
            rows += [[f"H{n}" if i == key else text for i in range(len(columns))] for n, text in enumerate(strings)]
        write(f"{form.tables[0]}.csv", columns, *rows)
    first = import_path(session, folder)
    assert first.created > len(strings)
    assert_clean(session)
    for problem in first.problems:
        assert is_clean(problem.value + problem.field + str(problem.message))
    assert checks.check(session) == ()
    second = import_path(session, folder)
    assert (second.created, second.updated) == (0, 0)
    assert {name: (tally.created, tally.updated) for name, tally in second.lists.items()} == dict.fromkeys(
        second.lists, (0, 0)
    )
    assert second.batch == 0


def assert_clean(session: Session) -> None:
    def texts(record: type[Record]) -> list[str]:
        rows = session.book.records.reading(lambda read: read.all(record))
        names = [attribute.name for attribute in dataclasses.fields(record)]
        return [value for row in rows for name in names if isinstance(value := getattr(row, name), str)]

    for record in TABLES:
        for text in texts(record):
            assert is_clean(text)
