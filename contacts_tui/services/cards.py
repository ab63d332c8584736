"""Everything that a card shows of one contact, read in one question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contacts_tui.domain import alternative_addresses
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.codes import (
    AlternativeAddress,
    AlternativeAddressRange,
    ContactBusinessRelation,
    ContactJobResponsibility,
    ContactWebSource,
    JobResponsibility,
    WebSource,
)
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.fields import CONTACT, Kind
from contacts_tui.domain.greetings import Formality
from contacts_tui.domain.inheritance import Mark, marks
from contacts_tui.domain.message import message
from contacts_tui.domain.partners import Relation, relation_of
from contacts_tui.services import affiliations, greetings
from contacts_tui.services.affiliations import AlsoAt
from contacts_tui.services.lookups import Lookups, all_as_typed
from contacts_tui.services.notes import Note, notes_of
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.former_names import former_names
from contacts_tui.store.reader import Reader


@dataclass(frozen=True, slots=True)
class GivenCode:
    """A code that a contact has, and what it means; a web source also has a search word and its URL."""

    code: str
    words: str
    search_word: str = ""
    url: str = ""
    link_to: str = ""
    no: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in the list under the company."""

    id: int
    no: str
    name: str
    job_title: str
    responsibilities: tuple[str, ...]
    phone: str
    mobile: str


@dataclass(frozen=True, slots=True)
class Card:
    """A contact as its card shows it.

    `codes` holds the given codes by list; on a person, business relations and industry groups are the company's
    (CT-R3), and so are their counts (2.9). `words` says what each reference field means, `marks` which inherited
    attribute follows the company. `former_names` are those of the contact, `former_companies` those of its company, the
    latest first. `greetings` are in the contact's own language. `relation` says what the contact, with the company of a
    person, is to us (7.2). `also_at` are the companies that a person is also at, or the people who are also at a
    company.
    """

    contact: Contact
    company: Contact | None
    values: Mapping[str, str | bool]
    words: Mapping[str, str]
    marks: Mapping[str, Mark]
    codes: Mapping[str, tuple[GivenCode, ...]]
    people: tuple[PersonLine, ...]
    addresses: tuple[tuple[AlternativeAddress, tuple[AlternativeAddressRange, ...]], ...]
    active_address: AlternativeAddress | None
    notes: tuple[Note, ...]
    former_names: tuple[str, ...]
    former_companies: tuple[str, ...]
    greetings: Mapping[Formality, str]
    relation: Relation
    also_at: tuple[AlsoAt, ...] = ()

    @property
    def company_name(self) -> str:
        """The name of the contact's company: its own for a company, blank for an independent person (C-R1)."""
        return self.contact.name if self.contact.is_company else self.company.name if self.company else ""

    def count(self, name: str) -> int:
        """How many codes of a list the contact shows."""
        return len(self.codes[name])


@permission(Right.READ)
def card(session: Session, contact_id: int) -> Card:
    """The card of the contact with that id.

    Raises:
        NotFound: when it is gone.
    """

    def ask(read: Reader) -> Card:
        contact = read.get(Contact, contact_id)
        if contact is None:
            raise NotFound(message("This contact was deleted."), value=str(contact_id))
        return _card(session, read, contact)

    return session.book.records.reading(ask)


@permission(Right.READ)
def card_by_number(session: Session, number: str) -> Card:
    """The card of the contact with that number.

    Raises:
        NotFound: when there is none.
    """
    return session.book.records.reading(lambda read: _card(session, read, Lookups(read).contact(number)))


def _card(session: Session, read: Reader, contact: Contact) -> Card:
    lookups = Lookups(read)
    company = read.get(Contact, contact.company_id)
    values = all_as_typed(lookups, (f for f in CONTACT.values() if f.name != "company_name"), contact)
    values["company_name"] = contact.name if contact.is_company else company.name if company else ""
    words = {
        field.name: lookups.words(field.refers_to, getattr(contact, field.attribute))
        for field in CONTACT.values()
        if field.kind is Kind.REFERENCE
    }
    ranges = read.all(AlternativeAddressRange, order=("starting_date",), contact_id=contact.id)
    addresses = read.all(AlternativeAddress, order=("code",), contact_id=contact.id)
    former = former_names(read.database.connection(), [contact.id, contact.company_id or 0])
    active = alternative_addresses.active_on(ranges, session.today())
    return Card(
        contact=contact,
        company=company,
        values=values,
        words=words,
        marks={} if contact.is_company else marks(contact, company, lookups.setup),
        codes={name: _codes(read, lookups, name, contact) for name in ASSIGNED},
        people=people_of(read, lookups, contact) if contact.is_company else (),
        addresses=tuple((a, tuple(r for r in ranges if r.alternative_address_id == a.id)) for a in addresses),
        active_address=next((a for a in addresses if active and a.id == active.alternative_address_id), None),
        notes=notes_of(read, contact.id),
        former_names=former.get(contact.id, ()),
        former_companies=former.get(contact.company_id or 0, ()),
        greetings=greetings.of_contact(read, contact, contact if contact.is_company else company, contact.language_id),
        relation=relation_of(
            read.all(ContactBusinessRelation, contact_id={contact.id, contact.company_id or contact.id})
        ),
        also_at=(affiliations.people_also_at if contact.is_company else affiliations.companies_of)(read, contact),
    )


def _codes(read: Reader, lookups: Lookups, name: str, contact: Contact) -> tuple[GivenCode, ...]:
    how = ASSIGNED[name].assignment
    assert how is not None
    own = contact.is_company or how.applies_to is not ContactType.COMPANY
    if how.record is ContactBusinessRelation and contact.is_independent:
        own = True  # who may be a customer without a company (BR-R5)
    owner = contact.id if own else contact.company_id
    if owner is None:
        return ()
    found = []
    for row in read.all(how.record, contact_id=owner):
        code_id = getattr(row, how.attribute)
        line = lookups.rows(name)[code_id]
        found.append(
            GivenCode(
                line.code,
                line.description or line.code,
                row.search_word if isinstance(row, ContactWebSource) else "",
                line.url if isinstance(line, WebSource) else "",
                row.link_to if isinstance(row, ContactBusinessRelation) else "",
                row.no if isinstance(row, ContactBusinessRelation) else "",
            )
        )
    return tuple(sorted(found, key=lambda given: given.code))


def people_of(read: Reader, lookups: Lookups, company: Contact) -> tuple[PersonLine, ...]:
    """The people of a company, by their search name."""
    people = read.all(Contact, order=("search_name", "id"), company_id=company.id)
    given: dict[int, list[str]] = {}
    for row in read.all(ContactJobResponsibility, contact_id=[p.id for p in people]):
        line = lookups.rows("job_responsibilities")[row.job_responsibility_id]
        if isinstance(line, JobResponsibility):
            given.setdefault(row.contact_id, []).append(line.description or line.code)
    return tuple(
        PersonLine(p.id, p.no, p.name, p.job_title, tuple(given.get(p.id, ())), p.phone, p.mobile) for p in people
    )
