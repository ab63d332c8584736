"""What remains of a contact that is erased: a row without anything personal, so that links and history still fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.codes import AlternativeAddress, CommentLine, ContactBusinessRelation, ContactWebSource
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.mentions import Mentions
from contacts_tui.domain.names import split_name
from contacts_tui.domain.number_series import NumberSeriesLine, shape
from contacts_tui.domain.partners import RECORDS, Link, Partner, shared
from contacts_tui.domain.record import Record, with_values
from contacts_tui.domain.search_strings import SeparateContacts

ERASED = "Erased contact"
"""What an erased contact is called in the book, in every language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure(Record):
    """That a contact was erased: `uid` names it without saying who it was, `request` is the number of the request."""

    contact_id: int = 0
    uid: str = ""
    day: date | None = None
    request: str = ""


#: What stays of a contact's own row: its number, what kind it is, whom it belongs to and who looked after it.
_STAYS = frozenset(
    (
        "id", "version", "uid", "no", "number_series_id", "type", "company_id", "territory_id", "salesperson_id",
        "language_id", "currency_id", "exclude_from_segment", "correspondence_type", "modified_at",
    )
)  # fmt: skip
#: Rows that stay; all others of the contact go.
STAYING: tuple[type[Record], ...] = (ContactBusinessRelation, SeparateContacts)


def _blank(record: Record, stays: frozenset[str]) -> dict[str, object]:
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name not in stays}


_ROW = frozenset(("id", "version", "contact_id"))
#: By kind of row, what is put in place of its personal values, in the row and in the history of it.
BLANKS: Mapping[type[Record], Mapping[str, object]] = {
    Contact: _blank(Contact(name=ERASED, search_name=ERASED.upper()), _STAYS),
    AlternativeAddress: _blank(AlternativeAddress(), _ROW),
    CommentLine: {"code": "", "text": ""},
    Affiliation: {"role": ""},
    ContactWebSource: {"search_word": ""},
}


def _of_partner(kind: Link) -> Mapping[str, object]:
    blanks = BLANKS[Contact]
    return {theirs: blanks[own] for own, theirs in shared(kind, Contact()).items() if own in blanks} | {
        "contact_name": ""
    }


#: The same of what a contact shares with its customer, vendor or bank account, which stays with its number.
PARTNER_BLANKS: Mapping[type[Record], Mapping[str, object]] = {RECORDS[kind]: _of_partner(kind) for kind in Link}
#: What of a contact gives it away wherever it stands, such as in a draft or in a note of another contact.
NAMES = ("name",)
PHONES = ("phone", "mobile", "fax", "pager")
MAILS = ("email", "email2")


def erased(contact: Contact, *, uid: str, no: str) -> Contact:
    """The contact without anything personal, with what is left of its uid and number."""
    return with_values(contact, {**BLANKS[Contact], "uid": uid, "no": no})


def number_left(contact: Contact, lines: Iterable[NumberSeriesLine]) -> str:
    """The number that an erased contact has: its own, where it came from a series or looks as if it had.

    Any other was typed by somebody and may say who it was.
    """
    if contact.number_series_id is not None:
        return contact.no
    with suppress(Refused):  # of a number without digits
        if shape(contact.no) in {shape(line.starting_no) for line in lines} - {("", "")}:
            return contact.no
    return f"ERASED-{contact.id}"


def without_partner(partner: Partner) -> Partner:
    """A customer, vendor or bank account without what it shares with a contact that is erased."""
    return with_values(partner, PARTNER_BLANKS[type(partner)])


def names(values: Mapping[str, Collection[str]]) -> Mentions:
    """What a contact is and was called, however short: for what is told of it alone."""
    return Mentions.of(set(values.get("name", ())) - {ERASED}, (), (), shortest=1)


def mentions(values: Mapping[str, Collection[str]]) -> Mentions:
    """What gives a contact away, from all values that its attributes have and had."""

    def of(names: Iterable[str]) -> list[str]:
        return [text for name in names for text in values.get(name, ()) if text != ERASED]

    is_person = any(of(("first_name", "surname")))
    parts = [split_name(name) for name in of(NAMES)] if is_person else []
    short = [name for first, _middle, last in parts for name in (f"{first} {last}", f"{last} {first}")]
    return Mentions.of([*of(NAMES), *short], of(PHONES), of(MAILS))
