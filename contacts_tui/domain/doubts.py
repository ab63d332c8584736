"""What looks odd about a value that the rules allow: it is said beside the value, and refuses nothing."""

from __future__ import annotations

from contacts_tui.domain import emails, phones, vat
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import Message


def about(field: Field, value: str, country: str = "") -> tuple[Message, ...]:
    """What is odd about the value of a field, for a contact of the country with that code."""
    if field.kind is Kind.PHONE:
        return phones.warnings(value, country)
    if field.kind is Kind.EMAIL:
        return emails.warnings(value)
    return vat.warnings(value, country) if field.name == "vat_number" else ()
