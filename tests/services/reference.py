"""The data set of the domain guide's examples (0.5), entered through the services, and short ways to ask for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.number_series import NumberSeriesLine
from contacts_tui.domain.record import Record
from contacts_tui.services import cards, contacts, marketing_setup, setup_lists
from contacts_tui.services.assignments import Assign
from contacts_tui.services.session import Session

R = TypeVar("R", bound=Record)

LAURIER, MARIE, LUC, CANNON = "CT000001", "CT000002", "CT000003", "CT000004"


class Clock:
    """A clock that stands at noon (UTC) of one day."""

    def __init__(self, day: date = date(2018, 3, 1)) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)


_CODES: Mapping[str, Sequence[Mapping[str, object]]] = {
    "salespeople": [
        {"code": "PS", "name": "Pierre Savard"},
        {"code": "LM", "name": "Linda Martin"},
        {"code": "NB", "name": "Nadia Benali"},
    ],
    "territories": [{"code": "QC", "name": "Québec"}, {"code": "ON", "name": "Ontario"}],
    "languages": [
        {"code": "FRC", "name": "French (Canada)"},
        {"code": "ENC", "name": "English (Canada)"},
        {"code": "ENU", "name": "English (US)"},
    ],
    "countries": [{"code": "CA", "name": "Canada"}, {"code": "US", "name": "United States"}],
    "business_relations": [{"code": "CUST", "description": "Customer"}, {"code": "PROS", "description": "Prospect"}],
    "industry_groups": [{"code": "RETAIL", "description": "Retail"}, {"code": "MANUF", "description": "Manufacturing"}],
    "mailing_groups": [{"code": "MOVE", "description": "Move"}, {"code": "GIFT", "description": "Gifts"}],
    "job_responsibilities": [{"code": "IT", "description": "Information technology"}],
    "organizational_levels": [{"code": "CEO", "description": "Chief"}, {"code": "CFO", "description": "Finance"}],
    "salutations": [{"code": "COMPANY", "description": "Companies"}, {"code": "UNISEX", "description": "Everyone"}],
    "web_sources": [{"code": "WEB", "description": "Web search", "url": "https://find.example/find?q=%1"}],
}
_SERIES = {"CONT": "CT000001", "OPP": "OP000001", "TODO": "TD000001", "SEGM": "SM00001"}


def fill(session: Session) -> None:
    """Enter the data set of 0.5."""
    fill_setup(session)
    new_company(
        session,
        name="Boulangerie Laurier inc.",
        address="1200 avenue Laurier Est",
        post_code="H2J 1G7",
        city="Montréal",
        county="QC",
        country="CA",
        phone="514-555-0100",
        fax="514-555-0101",
        email="info@laurier.example",
        language="FRC",
        salesperson="PS",
        territory="QC",
    )
    new_person(session, name="Marie Tremblay", company=LAURIER)
    new_person(session, name="Luc Gagnon", job_title="Translator")
    new_company(
        session,
        name="Cannon Group Ltd.",
        city="Toronto",
        county="ON",
        country="CA",
        language="ENC",
        salesperson="LM",
        territory="ON",
        phone="416-555-0200",
    )


def fill_setup(session: Session) -> None:
    """Enter the lists and the set-up of 0.5, without contacts."""
    for code, first in _SERIES.items():
        setup_lists.add(session, "number_series", {"code": code, "default_nos": "yes", "manual_nos": "yes"})
        setup_lists.add(session, "number_series_lines", {"number_series": code, "starting_no": first})
    for name, lines in _CODES.items():
        for values in lines:
            setup_lists.add(session, name, values)
    marketing_setup.edit(
        session,
        {
            "contact_nos": "CONT",
            "default_language_code": "ENC",
            "default_country_region_code": "CA",
            "default_salesperson_code": "LM",
        },
    )


def setup_line(session: Session, name: str, /, **fields: object) -> setup_lists.ListLine:
    """Add a line to a list of the set-up."""
    return setup_lists.add(session, name, fields)


def new_company(session: Session, *, codes: Sequence[Assign] = (), **fields: object) -> Contact:
    return contacts.create(session, ContactType.COMPANY, fields, codes=codes).contact


def new_person(session: Session, *, codes: Sequence[Assign] = (), **fields: object) -> Contact:
    return contacts.create(session, ContactType.PERSON, fields, codes=codes).contact


def change(session: Session, number: str, /, **fields: object) -> contacts.Edited:
    """Edit the contact of that number as it is now."""
    return contacts.edit(session, contact(session, number), fields)


def give(session: Session, number: str, name: str, *codes: str) -> contacts.Edited:
    return contacts.edit(session, contact(session, number), {}, give=[Assign(name, code) for code in codes])


def card(session: Session, number: str) -> cards.Card:
    return cards.card_by_number(session, number)


def values(session: Session, number: str) -> Mapping[str, str | bool]:
    """The fields of a contact by name, codes bare."""
    return card(session, number).values


def contact(session: Session, number: str) -> Contact:
    return card(session, number).contact


def numbers(session: Session) -> list[str]:
    """The numbers of all contacts, in their order."""
    return sorted(found.no for found in rows(session, Contact))


def rows(session: Session, record: type[R]) -> list[R]:
    """Every stored row of a kind."""
    return session.book.records.reading(lambda read: read.all(record))


def line(session: Session, name: str, code: str) -> setup_lists.ListLine:
    """The line of a list that people call so."""
    return next(found for found in setup_lists.lines(session, name) if found.name == code)


def edit_line(session: Session, name: str, code: str, /, **fields: object) -> setup_lists.LineEdited:
    return setup_lists.edit(session, name, line(session, name, code).id, fields)


def series_line(session: Session, series: str = "CONT") -> NumberSeriesLine:
    """The first line of a number series."""
    found = line(session, "number_series_lines", f"{series} 10000").record
    assert isinstance(found, NumberSeriesLine)
    return found


def as_user(session: Session, user: str) -> Session:
    """The same book in the hands of another user."""
    return session._replace(user=user, warned=set())
