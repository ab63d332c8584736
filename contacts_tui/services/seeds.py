"""What a new book may start with: the usual codes, and the sample company, entered by the rules as if typed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from contacts_tui.domain.code_lists import ASSIGNED, LISTS, CodeList
from contacts_tui.domain.codes import SavedView
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.history import Verb
from contacts_tui.domain.number_series import NumberSeries, NumberSeriesLine
from contacts_tui.domain.record import with_values
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.services import address_ranges, addresses, contacts, list_rules, notes
from contacts_tui.services.assignments import Assign
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

#: Who wrote the sample company: nobody's undo begins with it.
SAMPLE_AUTHOR = "sample"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Seeded:
    """How many lines each list got, how many contacts were made, and the step: 0 where nothing was missing."""

    lists: Mapping[str, int]
    contacts: int
    batch: int


@permission(Right.SETUP)
def usual(session: Session, language: str) -> Seeded:
    """Enter the usual codes in a language (`en` or `fr`), as one step to undo.

    Lines that a list has already stay as they are, and so does what the marketing set-up says already.
    """
    with writing(session, Verb.SETUP) as unit:
        lists = _usual(unit, language)
        return Seeded(lists, 0, unit.batch.id)


@permission(Right.SETUP)
def sample(session: Session) -> Seeded:
    """Enter the sample company with the usual codes in the session's language: all of it or nothing."""
    book = _load("sample.toml")
    author = session._replace(user=SAMPLE_AUTHOR)
    with writing(author, Verb.IMPORT, book["marketing"]["company_name"]) as unit:
        lists = _usual(unit, session.language)
        for name, count in _enter_lists(unit, book).items():
            lists[name] = lists.get(name, 0) + count
        _enter_setup(unit, book["marketing"], over=True)
        count = _enter_contacts(author, unit, book)
        return Seeded(lists, count, unit.batch.id)


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files("contacts_tui.data") / name).read_text(encoding="utf-8"))


def _usual(unit: UnitOfWork, language: str) -> dict[str, int]:
    book = _load("usual_fr.toml" if language == "fr" else "usual_en.toml")
    lists = _enter_lists(unit, book)
    _enter_setup(unit, book["marketing"], over=False)
    return lists


def _enter_lists(unit: UnitOfWork, book: Mapping[str, Any]) -> dict[str, int]:
    """Add the lines that are missing; how many each list got."""
    lookups = Lookups(unit.read)
    had_lines = unit.read.ids(NumberSeriesLine, "number_series_id")
    added: dict[str, int] = {}
    for name, found in LISTS.items():
        for row in book.get(name, ()):
            if _exists(unit.read, lookups, found, row, had_lines):
                continue
            list_rules.enter(unit, lookups, name, row)
            added[name] = added.get(name, 0) + 1
    return added


def _exists(read: Reader, lookups: Lookups, found: CodeList, row: Row, had_lines: set[int]) -> bool:
    """Whether a list has the line; a number series that had lines before keeps just these."""
    if found.record is NumberSeriesLine:
        series = read.find(NumberSeries, code=row["number_series"])
        return series is not None and series.id in had_lines
    if found.record is SavedView:
        # The same search may have a name in another language.
        return read.find(SavedView, query=row.get("query", ""), sort=row.get("sort", "")) is not None
    return list_rules.present(read, lookups, found, row) is not None


def _enter_setup(unit: UnitOfWork, typed: Row, *, over: bool) -> None:
    """Fill the marketing set-up; without `over` only what is blank there."""
    before = list_rules.setup_row(unit)
    wanted = {name: value for name, value in typed.items() if over or not getattr(before, SETUP[name].attribute)}
    unit.replace(before, with_values(before, list_rules.change_setup(unit, Lookups(unit.read), wanted)))


def _enter_contacts(session: Session, unit: UnitOfWork, book: Mapping[str, Any]) -> int:
    lookups = Lookups(unit.read)
    count = 0
    for company in book["companies"]:
        number = _enter_contact(session, unit, lookups, ContactType.COMPANY, company, company="")
        for person in company.get("people", ()):
            _enter_contact(session, unit, lookups, ContactType.PERSON, person, company=number)
            count += 1
        count += 1
    for person in book["persons"]:
        _enter_contact(session, unit, lookups, ContactType.PERSON, person, company="")
        count += 1
    return count


def _enter_contact(
    session: Session, unit: UnitOfWork, lookups: Lookups, kind: ContactType, row: Row, *, company: str
) -> str:
    """Enter one contact with all that belongs to it; its number."""
    typed = {"company": company} if company else {}
    typed |= {name: value for name, value in row.items() if name in CONTACT}
    contact, _ = contacts.enter(session, unit, lookups, kind, typed, codes=_codes(row))
    for address in row.get("alternative_addresses", ()):
        fields = {name: value for name, value in address.items() if name != "ranges"}
        addresses.enter(unit, lookups, contact.id, fields)
        for span in address.get("ranges", ()):
            address_ranges.enter(unit, contact.id, {"code": address["code"], **span})
    for note in reversed(row.get("comments", ())):
        notes.enter(unit, contact.id, note, session.today())
    return contact.no


def _codes(row: Row) -> Sequence[Assign]:
    given: list[Assign] = []
    for name in ASSIGNED:
        codes: Iterable[Any] = row.get(name, ())
        for code in codes:
            given.append(Assign(name, **code) if isinstance(code, dict) else Assign(name, code))
    return given
