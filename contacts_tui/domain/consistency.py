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
#: Not entered for a company, but kept where a person with them becomes one (2.6).
_KEPT = frozenset(("initials",))


def forbidden_fields(contact: Contact, before: Contact | None = None) -> tuple[Field, ...]:
    """The filled fields that the contact's type does not have (2.1); of those that stay with a change of type only
    what was typed since `before`."""
    return tuple(
        field
        for field in _NOT_OF[contact.type]
        if getattr(contact, field.attribute)
        and (field.name not in _KEPT or (before is not None and _differs(contact, before, field)))
    )


def _differs(contact: Contact, before: Contact, field: Field) -> bool:
    return bool(getattr(contact, field.attribute) != getattr(before, field.attribute))


def check_consistency(contact: Contact, company: Contact | None, before: Contact | None = None) -> None:
    """Refuse what the type or the company forbids (C-R1, C-R2, D-13). `before` is the contact as it is stored.

    Raises:
        Refused: with the field, where the name is blank, a field belongs to the other type, a company has a
            company, or a person's company is itself a person.
    """
    if not contact.name:
        raise Refused(message("Name: a contact needs a name."), field="name")
    for field in forbidden_fields(contact, Contact() if before is None else before):
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
