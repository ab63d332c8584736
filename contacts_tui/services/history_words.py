"""The lines of the history in words that a person reads: what was touched, in which field, from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contacts_tui.domain import addresses, amounts
from contacts_tui.domain.affiliations import AFFILIATION, Affiliation
from contacts_tui.domain.code_lists import LISTS, CodeList
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange, CommentLine
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.contact_parts import ADDRESS_RANGE, ALTERNATIVE_ADDRESS, NOTE, TELEX
from contacts_tui.domain.dates import birthday_words
from contacts_tui.domain.erasing import Erasure
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.domain.history import Action, Change
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import N_, Message
from contacts_tui.domain.number_series import NumberSeriesRelationship
from contacts_tui.domain.partners import RECORDS as PARTNERS
from contacts_tui.domain.purchases import SALES_LINE, SalesLine
from contacts_tui.domain.record import CodeRecord, OwnedRecord, Record
from contacts_tui.domain.search_strings import SeparateContacts
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.store import history
from contacts_tui.store.mapping import from_row_json
from contacts_tui.store.models import RECORD_NAMES
from contacts_tui.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Subject:
    """A kind of record as the history calls it: `name` for programs, `title` for people, its fields by attribute.

    Its fields have the short labels of cards and lists, unless those need the page around them: then they are named
    `in_full`.
    """

    name: str
    title: Message
    fields: Mapping[str, Field]
    in_full: bool = False

    def label(self, field: Field) -> Message:
        """What people call one of its fields."""
        return Message(field.label) if self.in_full else field.short_label


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line of a step.

    `kind` is what was touched (`contact`, a list's name, `comments`, ...), `name` the contact or the line of a list,
    `number` the contact's number. A change has `field` with its `label`; where a whole row was added or removed they
    are those of the kind. `old` and `new` are values as they are typed, `old_words` and `new_words` what they mean.
    """

    row_id: int
    contact_id: int | None
    kind: str
    name: str
    number: str
    action: Action
    field: str
    label: Message
    old: str | bool
    new: str | bool
    old_words: str | Message
    new_words: str | Message

    @property
    def is_erased(self) -> bool:
        """Whether nobody knows any more what was changed to what."""
        return self.action is Action.CHANGE and self.old == self.new


def _by_attribute(fields: Iterable[Field]) -> dict[str, Field]:
    return {field.attribute: field for field in fields}


_PRIMARY_CONTACT = Field("primary_contact", N_("Primary contact"), Kind.CONTACT)


def _fields(found: CodeList) -> tuple[Field, ...]:
    return (*found.fields, _PRIMARY_CONTACT) if found.record in PARTNERS.values() else found.fields


_MORE_CONTACT_FIELDS = (
    *TELEX.values(),
    Field("number_series", N_("Series"), Kind.REFERENCE, refers_to="number_series"),
)
_ASSIGNMENT_FIELDS = (
    Field("search_word", N_("Search word")),
    Field("link_to", N_("Link to")),
    Field("no", N_("Number")),
)
SUBJECTS: Mapping[type[Record], Subject] = {
    Contact: Subject("contact", Message(N_("Contact")), _by_attribute((*CONTACT.values(), *_MORE_CONTACT_FIELDS))),
    MarketingSetup: Subject("marketing", Message(N_("Marketing set-up")), _by_attribute(SETUP.values()), in_full=True),
    AlternativeAddress: Subject(
        "alternative_addresses",
        Message(N_("Alternative addresses")),
        _by_attribute(ALTERNATIVE_ADDRESS.values()),
    ),
    AlternativeAddressRange: Subject(
        "address_ranges", Message(N_("Date ranges")), _by_attribute(ADDRESS_RANGE.values())
    ),
    CommentLine: Subject("comments", Message(N_("Notes")), _by_attribute(NOTE.values())),
    Affiliation: Subject("also_at", Message(N_("Also at")), _by_attribute(AFFILIATION.values())),
    Erasure: Subject("erasures", Message(N_("Erased")), {}),
    SeparateContacts: Subject("separate_contacts", Message(N_("Not the same")), {}),
    SalesLine: Subject("sales_lines", Message(N_("Sales lines")), _by_attribute(SALES_LINE.values())),
    NumberSeriesRelationship: Subject("number_series_relationships", Message(N_("Alternative number series")), {}),
    **{
        found.record: Subject(name, Message(found.title), _by_attribute(_fields(found)))
        for name, found in LISTS.items()
    },
    **{
        found.assignment.record: Subject(name, Message(found.title), _by_attribute(_ASSIGNMENT_FIELDS))
        for name, found in LISTS.items()
        if found.assignment
    },
}
_ASSIGNED = {
    found.assignment.record: (name, found.assignment.attribute) for name, found in LISTS.items() if found.assignment
}


class Words:
    """Puts lines into words, ids resolved even where their rows are deleted meanwhile; asks for each row once."""

    def __init__(self, read: Reader) -> None:
        self.read = read
        self._rows: dict[tuple[type[Record], int], Record | None] = {}

    def line(self, change: Change) -> HistoryLine:
        """One line of a batch in words."""
        record = RECORD_NAMES[change.record]
        subject = SUBJECTS[record]
        owner = self._row(Contact, change.contact_id)
        number = owner.no if isinstance(owner, Contact) else ""
        if change.action is Action.CHANGE:
            field = subject.fields.get(change.field, Field(change.field, change.field))
            old, old_words = self.value(field, change.old)
            new, new_words = self.value(field, change.new)
            row = self._row(record, change.row_id)
            name, label, field_name = "", self._label(subject, field, row), field.name
        else:
            stored = change.new if change.action is Action.ADD else change.old
            row = from_row_json(record, str(stored))
            value, words = self.row_value(row)
            blank: tuple[str, str] = ("", "")
            (old, old_words), (new, new_words) = (
                (blank, (value, words)) if change.action is Action.ADD else ((value, words), blank)
            )
            label, field_name = subject.title, "" if record is Contact else subject.name
        name = owner.name if isinstance(owner, Contact) else self._name(row, subject)
        return HistoryLine(
            change.row_id,
            change.contact_id,
            subject.name,
            name,
            number,
            change.action,
            field_name,
            label,
            old,
            new,
            old_words,
            new_words,
        )

    def _row(self, record: type[Record], row_id: int | None) -> Record | None:
        """A row as it is, or as it was when it was deleted."""
        if not row_id:
            return None
        key = (record, row_id)
        if key not in self._rows:
            self._rows[key] = self.read.get(record, row_id) or history.deleted_row(self.read.database, record, row_id)
        return self._rows[key]

    def _label(self, subject: Subject, field: Field, row: Record | None) -> Message:
        """What a field is called; a county as in the country where the row is now."""
        if field.attribute == "county" and isinstance(row, Contact | AlternativeAddress):
            return addresses.county_label(self._code("countries", row.country_id)[0])
        return subject.label(field)

    def _code(self, name: str, row_id: object) -> tuple[str, str]:
        row = self._row(LISTS[name].record, row_id if isinstance(row_id, int) else None)
        return (row.code, row.description or row.code) if isinstance(row, CodeRecord) else ("", "")

    def value(self, field: Field, value: object) -> tuple[str | bool, str | Message]:
        """A stored value as it is typed, and what it means."""
        if field.kind is Kind.BOOL:
            return bool(value), Message(N_("yes")) if value else Message(N_("no"))
        if value is None or value == "":
            return "", ""
        if field.kind is Kind.REFERENCE:
            return self._code(field.refers_to, value)
        if field.kind is Kind.CONTACT:
            company = self._row(Contact, value if isinstance(value, int) else None)
            return (company.no, company.name) if isinstance(company, Contact) else ("", "")
        if field.attribute == "alternative_address_id":
            address = self._row(AlternativeAddress, value if isinstance(value, int) else None)
            code = address.code if isinstance(address, AlternativeAddress) else ""
            return code, code
        if field.kind is Kind.CHOICE:
            label = dict(field.choices).get(str(value))
            return str(value), (label if isinstance(label, Message) else Message(label)) if label else str(value)
        if field.kind is Kind.DECIMAL and isinstance(value, int):
            number = amounts.plain(value)
            return number, number
        if field.kind is Kind.BIRTHDAY:
            return str(value), birthday_words(str(value))
        return str(value), str(value)

    def row_value(self, row: Record) -> tuple[str, str]:
        """What a whole row is worth in a line: a contact's name, a code, a note's text."""
        if isinstance(row, Contact):
            return row.name, row.name
        if isinstance(row, Erasure):
            return row.request, row.request
        if isinstance(row, CommentLine):
            return row.text, row.text
        if isinstance(row, AlternativeAddress):
            return row.code, addresses.one_line(row) or row.code
        if isinstance(row, AlternativeAddressRange):
            code, _ = self.value(ADDRESS_RANGE["code"], row.alternative_address_id)
            days = (day.isoformat() if day else "…" for day in (row.starting_date, row.ending_date))
            return str(code), " – ".join(days)
        if isinstance(row, SeparateContacts | Affiliation):
            other = self._row(Contact, row.other_id if isinstance(row, SeparateContacts) else row.company_id)
            return (other.no, other.name) if isinstance(other, Contact) else ("", "")
        if isinstance(row, OwnedRecord):
            name, attribute = _ASSIGNED[type(row)]
            return self._code(name, getattr(row, attribute))
        if isinstance(row, CodeRecord):
            return row.code, row.description or row.code
        name = self._name(row, SUBJECTS[type(row)])
        return name, name

    def _name(self, row: Record | None, subject: Subject) -> str:
        """What people call a row of the set-up: what its key is made of; a sales line by its document and item."""
        if isinstance(row, SalesLine):
            return f"{row.document_no} {row.item_no}"
        if row is None or subject.name not in LISTS:
            return ""
        key = LISTS[subject.name].key
        parts = [self.value(field, getattr(row, field.attribute))[0] for field in map(LISTS[subject.name].field, key)]
        return " ".join(str(part) for part in parts if part)
