"""What was typed for a record, as the values of its attributes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.record import Record
from contacts_tui.services.lookups import Lookups

R = TypeVar("R", bound=Record)


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


def with_values(record: R, values: Mapping[str, object]) -> R:
    """The record with these attributes."""
    return replace(record, **values)  # type: ignore[arg-type]
