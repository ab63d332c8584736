"""What looks odd about a value that the rules allow: it is said beside the value, and refuses nothing."""

from __future__ import annotations

from contacts_tui.domain import emails, phones, vat
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import Message, message


def about(field: Field, value: str, country: str = "") -> tuple[Message, ...]:
    """What is odd about the value of a field, for a contact of the country with that code; the field is named."""
    if field.kind is Kind.PHONE:
        found = phones.warnings(value, country)
    elif field.kind is Kind.EMAIL:
        found = emails.warnings(value)
    elif field.name == "vat_number":
        found = vat.warnings(value, country)
    else:
        found = ()
    return tuple(message("{field}: {text}", field=Message(field.label), text=text) for text in found)
