"""What a new contact would get besides what was typed: from its company, from the set-up, from the number series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from contacts_tui.domain import defaults, inheritance
from contacts_tui.domain.codes import UserSetup
from contacts_tui.domain.contact import Contact, ContactType, renamed
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.fields import CONTACT, Kind
from contacts_tui.services import numbering
from contacts_tui.services.cards import PersonLine, people_of
from contacts_tui.services.lookups import Lookups, all_as_typed
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Proposal:
    """A new contact as it would be stored now.

    `values` and `words` are those of its card, `follows` names the fields that it has from its company, `people` are
    those of the company. `number` is the next one of the series, blank where it must be typed.
    """

    contact: Contact
    company: Contact | None
    values: Mapping[str, str | bool]
    words: Mapping[str, str]
    follows: frozenset[str]
    people: tuple[PersonLine, ...]
    number: str


@permission(Right.READ)
def propose(session: Session, kind: ContactType, typed: Mapping[str, str]) -> Proposal:
    """What would come of the fields typed so far. What no field can hold is left out; nothing is written."""

    def ask(read: Reader) -> Proposal:
        lookups = Lookups(read)
        values = _values(lookups, typed)
        blank = Contact(type=kind)
        contact = renamed(blank, replace(blank, **values))  # type: ignore[arg-type]
        company = None if contact.is_company else read.get(Contact, contact.company_id)
        before = contact
        if company is not None:
            contact = inheritance.join(contact, None, company, lookups.setup, frozenset(values))
        taken = {
            name
            for name, field in CONTACT.items()
            if getattr(before, field.attribute, None) != getattr(contact, field.attribute, None) and name != "company"
        }
        own = read.find(UserSetup, user=session.user)
        contact = defaults.apply(contact, lookups.setup, own.salesperson_id if own else None)
        fields = [field for field in CONTACT.values() if field.name != "company_name"]
        words = {f.name: lookups.words(f.refers_to, getattr(contact, f.attribute)) for f in fields if f.refers_to}
        people = people_of(read, lookups, company) if company is not None else ()
        return Proposal(
            contact, company, all_as_typed(lookups, fields, contact), words, frozenset(taken), people, number
        )

    number = numbering.preview(session)
    return session.book.records.reading(ask)


def _values(lookups: Lookups, typed: Mapping[str, str]) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, text in typed.items():
        field = CONTACT.get(name)
        if field is None or field.kind is Kind.SYSTEM or not text:
            continue
        try:
            values[field.attribute] = lookups.value(field, text)
        except ContactsError:
            continue
    return values
