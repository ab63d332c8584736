"""What was typed for a record, as the values of its attributes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contacts_tui.domain.fields import Field, Kind
from contacts_tui.services.lookups import Lookups


def parsed(lookups: Lookups, fields: Iterable[Field], typed: Mapping[str, object]) -> dict[str, object]:
    """Attribute and value of each typed field, in the order of `fields`.

    A blank whole number is left out, so that the record's own default stands.

    Raises:
        Refused: with the field and the value, where one is not of its field's kind or not in its list.
    """
    values: dict[str, object] = {}
    for field in fields:
        if field.name not in typed or (field.kind is Kind.INTEGER and str(typed[field.name]).strip() == ""):
            continue
        values[field.attribute] = lookups.value(field, typed[field.name])
    return values


def complete(fields: Iterable[Field], typed: Mapping[str, object]) -> dict[str, object]:
    """What was typed for a new record, with a blank for each field that it needs, so that its lack is told."""
    return {**{field.name: "" for field in fields if field.required}, **typed}
