"""Which fields and codes are changed of many contacts at once, and which type of contact each belongs to."""

from __future__ import annotations

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.message import Message, message

BULK: tuple[str, ...] = (
    "salesperson",
    "territory",
    "mailing_groups",
    "industry_groups",
    "business_relations",
    "job_responsibilities",
    "exclude_from_segment",
    "correspondence_type",
    "language",
    "salutation",
    "organizational_level",
    "job_title",
    "company",
    "currency",
    "country",
    "city",
    "county",
    "web_sources",
)
"""What several contacts have in common, the most usual first. What tells one contact from another, such as its name,
number, phone or e-mail, is changed on its card."""


def belongs_to(name: str) -> ContactType | None:
    """The only type of contact that has a field or a code of a list; None where both have it."""
    if name not in ASSIGNED:
        return CONTACT[name].applies_to
    how = ASSIGNED[name].assignment
    return how.applies_to if how is not None else None


def label(name: str) -> Message:
    """What a field or a list is called."""
    return Message(ASSIGNED[name].title if name in ASSIGNED else CONTACT[name].label)


def not_for(name: str, kind: ContactType) -> Message | None:
    """Why contacts of a type cannot have it; None where they can."""
    only = belongs_to(name)
    if only is None or only is kind:
        return None
    if only is ContactType.PERSON:
        return message("{field}: only people have it.", field=label(name))
    return message("{field}: only companies have it.", field=label(name))
