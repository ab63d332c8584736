"""Everything that is held on one contact, for the contact's own request (PR-R9): only what is directly related."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.contact_parts import ADDRESS_RANGE, ALTERNATIVE_ADDRESS, NOTE
from contacts_tui.domain.fields import CONTACT, Field
from contacts_tui.domain.message import N_, Message, contextual
from contacts_tui.domain.search_strings import SeparateContacts
from contacts_tui.domain.sensitivity import Sensitivity, class_of
from contacts_tui.services import cards, drafts
from contacts_tui.services.cards import Card, GivenCode
from contacts_tui.services.history_words import Words
from contacts_tui.services.lookups import Lookups, all_as_typed
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store import history
from contacts_tui.store.reader import Reader

_ALL_STEPS = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Value:
    """One value: the field's name for programs, its label, and how sensitive it is."""

    name: str
    label: Message
    value: str | bool
    sensitivity: Sensitivity


Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind: `name` for programs, `title` for people."""

    name: str
    title: Message
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PersonalData:
    """What is held on a contact, of the class `least` and above, as it was at a moment (UTC)."""

    number: str
    name: str
    at: datetime
    least: Sensitivity
    parts: tuple[Part, ...]


@permission(Right.ADMINISTER)
def export(session: Session, contact_id: int, least: Sensitivity = Sensitivity.NORMAL) -> PersonalData:
    """Gather it: fields, codes, other addresses and their days, notes, companies and people, history, drafts.

    The drafts are those of this user on this machine.

    Raises:
        NotFound: when the contact is gone.
    """
    card = cards.card(session, contact_id)
    parts = session.book.records.reading(lambda read: list(_parts(read, card)))
    parts.append(Part("drafts", Message(N_("Drafts")), tuple(_drafts(session, card.contact))))
    kept = (Part(part.name, part.title, tuple(_reaching(part.rows, least))) for part in parts)
    contact = card.contact
    return PersonalData(contact.no, contact.name, session.now(), least, tuple(part for part in kept if part.rows))


def _reaching(rows: Iterable[Row], least: Sensitivity) -> Iterator[Row]:
    for row in rows:
        found = tuple(value for value in row if value.sensitivity.reaches(least))
        if found:
            yield found


def _parts(read: Reader, card: Card) -> Iterator[Part]:
    contact, lookups = card.contact, Lookups(read)
    fields = [field for field in CONTACT.values() if field.applies_to in (None, contact.type)]
    yield Part("contact", Message(N_("Contact")), (_row(fields, card.values),))
    for name, found in ASSIGNED.items():
        how = found.assignment
        if how is not None and (contact.is_company or how.applies_to is not ContactType.COMPANY):
            yield Part(name, Message(found.title), tuple(_code(name, given) for given in card.codes[name]))
    addresses = [address for address, _spans in card.addresses]
    yield Part(
        "alternative_addresses",
        Message(N_("Alternative addresses")),
        tuple(
            _row(ALTERNATIVE_ADDRESS.values(), all_as_typed(lookups, ALTERNATIVE_ADDRESS.values(), one), "address")
            for one in addresses
        ),
    )
    spans = tuple(
        _row(
            ADDRESS_RANGE.values(),
            {"code": address.code, "starting_date": _day(span.starting_date), "ending_date": _day(span.ending_date)},
            "address",
        )
        for address, ranges in card.addresses
        for span in ranges
    )
    yield Part("address_ranges", Message(N_("Date ranges")), spans)
    notes = ({"date": _day(note.date), "code": note.code, "text": note.text} for note in card.notes)
    yield Part("comments", Message(N_("Notes")), tuple(_row(NOTE.values(), note, "comments") for note in notes))
    yield from _others(read, card)
    yield Part("history", Message(N_("History")), tuple(_history(read, contact)))


def _others(read: Reader, card: Card) -> Iterator[Part]:
    """Who is directly related: by number and name alone, since the rest is theirs."""
    also = [
        (one.person if card.contact.is_company else one.company, one.record.role, one.record) for one in card.also_at
    ]
    rows = (
        (
            *_known(other.no, other.name),
            _value("role", N_("Role"), role),
            _value("starting_date", N_("Starting date"), _day(record.starting_date)),
            _value("ending_date", N_("Ending date"), _day(record.ending_date)),
        )
        for other, role, record in also
    )
    yield Part("also_at", Message(N_("Also at")), tuple(rows))
    people = tuple(_known(person.no, person.name) for person in card.people)
    yield Part("people", contextual("title", "People"), people)
    pairs = [
        *(row.other_id for row in read.all(SeparateContacts, contact_id=card.contact.id)),
        *(row.contact_id for row in read.all(SeparateContacts, other_id=card.contact.id)),
    ]
    separate = read.all(Contact, id=pairs) if pairs else []
    rows_of_pairs = tuple(_known(one.no, one.name, "separate_contacts") for one in separate)
    yield Part("separate_contacts", Message(N_("Not the same")), rows_of_pairs)


def _history(read: Reader, contact: Contact) -> Iterator[Row]:
    """Who changed what and when, the newest step first."""
    words = Words(read)
    for step in history.batches(read.database, contact_ids=[contact.id], limit=_ALL_STEPS):
        for change in history.changes(read.database, step.id, contact_ids=[contact.id]):
            line = words.line(change)
            kind = class_of(line.field if line.kind == "contact" else line.kind)
            yield (
                Value("at", Message(N_("When")), step.at.isoformat(), kind),
                Value("user", Message(N_("Who")), step.user, kind),
                Value("field", Message(N_("Field")), line.field or line.kind, kind),
                Value("old", Message(N_("Before")), line.old, kind),
                Value("new", Message(N_("After")), line.new, kind),
            )


def _drafts(session: Session, contact: Contact) -> Iterator[Row]:
    for draft in drafts.pending(session):
        if draft.values.get("uid") == contact.uid:
            kind = class_of("drafts")
            yield (
                Value("at", Message(N_("When")), draft.at.isoformat(), kind),
                *(Value(name, Message(name), text, kind) for name, text in draft.values.items()),
            )


def _row(fields: Iterable[Field], values: Mapping[str, str | bool], kind: str = "") -> Row:
    """The values of some fields, each of its own class, or all of that of their kind."""
    return tuple(
        Value(field.name, field.short_label, values[field.name], class_of(kind or field.name)) for field in fields
    )


def _code(name: str, given: GivenCode) -> Row:
    kind = class_of(name)
    more = {"link_to": (N_("Link to"), given.link_to), "no": (N_("Number"), given.no)}
    more["search_word"] = (N_("Search word"), given.search_word)
    return (
        Value("code", Message(N_("Code")), given.code, kind),
        Value("description", Message(N_("Description")), given.words, kind),
        *(Value(key, Message(label), value, kind) for key, (label, value) in more.items() if value),
    )


def _known(number: str, name: str, kind: str = "people") -> tuple[Value, Value]:
    return (
        Value("number", Message(N_("Number")), number, class_of(kind)),
        Value("name", Message(N_("Name")), name, class_of(kind)),
    )


def _value(name: str, label: str, value: str) -> Value:
    return Value(name, Message(label), value, class_of(name))


def _day(day: object) -> str:
    return "" if day is None else str(day)
