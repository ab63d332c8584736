"""What a contact may not be: a person's fields on a company, a company of a company, no name (2.1, 2.2)."""

from __future__ import annotations

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.domain.message import Message, message

_NOT_OF = {
    kind: [f for f in CONTACT.values() if f.applies_to not in (None, kind) and f.kind is not Kind.CONTACT]
    for kind in ContactType
}


def forbidden_fields(contact: Contact) -> tuple[Field, ...]:
    """The filled fields that the contact's type does not have (2.1)."""
    return tuple(field for field in _NOT_OF[contact.type] if getattr(contact, field.attribute))


def check_consistency(contact: Contact, company: Contact | None) -> None:
    """Refuse what the type or the company forbids (C-R1, C-R2, D-13).

    Raises:
        Refused: with the field, where the name is blank, a field belongs to the other type, a company has a
            company, or a person's company is itself a person.
    """
    if not contact.name:
        raise Refused(message("Name: a contact needs a name."), field="name")
    for field in forbidden_fields(contact):
        text = (
            message("{field}: a company has none; it belongs to a person.", field=Message(field.label))
            if contact.is_company
            else message("{field}: a person has none; it belongs to a company.", field=Message(field.label))
        )
        raise Refused(text, field=field.name, value=str(getattr(contact, field.attribute)))
    if contact.company_id is None:
        return
    if contact.is_company:
        raise Refused(message("Company: a company cannot belong to another company."), field="company")
    if company is None or not company.is_company:
        shown = company.name if company else ""
        raise Refused(
            message("Company: “{value}” is a person. Name a company, or leave it blank.", value=shown),
            field="company",
            value=shown,
        )
