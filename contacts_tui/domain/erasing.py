"""What remains of a contact that is erased: a row without anything personal, so that links and history still fit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.codes import AlternativeAddress, CommentLine, ContactBusinessRelation, ContactWebSource
from contacts_tui.domain.contact import Contact
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
#: What of a contact gives it away wherever it stands, such as in a draft.
TELLING = ("name", "phone", "mobile", "email", "email2")


def erased(contact: Contact, *, uid: str) -> Contact:
    """The contact without anything personal. A number that somebody typed may say who it was: it goes as well."""
    number = contact.no if contact.number_series_id is not None else f"ERASED-{contact.id}"
    return with_values(contact, {**BLANKS[Contact], "uid": uid, "no": number})
