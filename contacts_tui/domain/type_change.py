"""What forbids a change of type, and what it does to the contact (domain 2.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.consistency import forbidden_fields
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import CONTACT, Field
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.domain.names import split_name

#: What only a person has and what goes when a person becomes a company; other filled fields of a person forbid it.
_CLEARED = ("first_name", "middle_name", "surname", "job_title", "birthday")


@dataclass(frozen=True, slots=True)
class Belongings:
    """What belongs to a contact: how many people, how many codes of each list; and how many it is also at, or are also
    at it."""

    people: int = 0
    also_at: int = 0
    codes: Mapping[str, int] = field(default_factory=dict)


def cleared_fields(contact: Contact) -> tuple[Field, ...]:
    """The filled fields that go with a change of type."""
    if contact.is_company:
        return ()
    return tuple(CONTACT[name] for name in _CLEARED if getattr(contact, CONTACT[name].attribute))


def check(contact: Contact, has: Belongings) -> None:
    """Refuse a change of type that would leave people, codes or fields without a place.

    Raises:
        Refused: naming the first thing that stands in the way.
    """
    if has.people:
        raise _refused(
            contact,
            counted(
                "{count} person belongs to it. Give that person another company first.",
                "{count} people belong to it. Give them another company first.",
                has.people,
            ),
        )
    if has.also_at:
        raise _refused(
            contact,
            message("people are also at it. Take that away first.")
            if contact.is_company
            else message("this person is also at companies. Take that away first."),
        )
    for found in forbidden_fields(replace(contact, type=other(contact.type))):
        if found.name not in _CLEARED:
            raise _refused(contact, message("{field} is filled. Clear it first.", field=Message(found.label)))
    for name, assigned in ASSIGNED.items():
        how = assigned.assignment
        if how is not None and how.applies_to is contact.type and has.codes.get(name):
            reason = message("it has codes of the list “{list}”. Take them away first.", list=Message(assigned.title))
            raise _refused(contact, reason)


def other(kind: ContactType) -> ContactType:
    """The type that a contact of this one may become."""
    return ContactType.PERSON if kind is ContactType.COMPANY else ContactType.COMPANY


def turned(contact: Contact, setup: MarketingSetup) -> Contact:
    """The contact as one of the other type: independent, its name split or kept whole, greeted as its new type is."""
    if contact.is_company:
        first, middle, surname = split_name(contact.name)
        return replace(
            contact,
            type=ContactType.PERSON,
            first_name=first,
            middle_name=middle,
            surname=surname,
            salutation_id=setup.default_person_salutation_id,
        )
    blank = {CONTACT[name].attribute: "" for name in _CLEARED}
    company = replace(contact, type=ContactType.COMPANY, company_id=None, **blank)  # type: ignore[arg-type]
    return replace(company, salutation_id=setup.default_company_salutation_id)


def _refused(contact: Contact, reason: Message) -> Refused:
    text = (
        message("{name} stays a company: {reason}", name=contact.name, reason=reason)
        if contact.is_company
        else message("{name} stays a person: {reason}", name=contact.name, reason=reason)
    )
    return Refused(text, field="type", value=str(other(contact.type)))
