"""Which fields of a set-up list are columns and where they stand; the rest is shown below the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from contacts_tui.domain.code_lists import CodeList
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.domain.message import N_
from contacts_tui.domain.partners import RECORDS as PARTNERS
from contacts_tui.domain.text import cell_width, guard
from contacts_tui.locale import _, number
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import TEXT

Values = Mapping[str, str | bool]

USED_BY = N_("Used by")
_HIDDEN = {"number_series_lines": ("number_series", "line_no")}
_FIRST = {"number_series_lines": ("starting_no", "ending_no", "last_no_used", "starting_date")}
_GROWS = ("description", "name", "city", "format", "user")
_LEAST_OF = {Kind.PHONE: 16, Kind.EMAIL: 24, Kind.URL: 30, Kind.DATE: 10}
"""The room that a value of a kind is given even where no line has one yet, since one will be typed there."""
_LEAST_FIRST, _LEAST_GROWING, _LEAST_CUT, _MOST, _MEASURED = 8, 20, 10, 30, 500


class Carriers(Enum):
    """Which contacts may carry the codes of a list, or be linked to its lines."""

    NONE = "none"
    LINKED = "linked"
    COMPANIES = "companies"
    PEOPLE = "people"
    CONTACTS = "contacts"


_OF_TYPE = {ContactType.COMPANY: Carriers.COMPANIES, ContactType.PERSON: Carriers.PEOPLE, None: Carriers.CONTACTS}


@dataclass(frozen=True, slots=True)
class Column:
    """A field and the cells it has; without a field it is the count of the contacts that carry the code."""

    field: Field | None
    at: int
    width: int

    @property
    def title(self) -> str:
        """What stands above it, in the language shown."""
        return _(self.field.short_label if self.field else USED_BY)


@dataclass(frozen=True, slots=True)
class Columns:
    """How the lines of a list are laid out; `below` are the fields that have no column."""

    columns: tuple[Column, ...]
    below: tuple[Field, ...]

    def of(self, name: str) -> Column | None:
        """The column of a field, if it has one."""
        return next((c for c in self.columns if c.field and c.field.name == name), None)


def typed_fields(found: CodeList) -> tuple[Field, ...]:
    """The fields of a line that a person fills in."""
    hidden = _HIDDEN.get(found.name, ())
    return tuple(field for field in found.fields if field.name not in hidden)


def carriers_of(found: CodeList) -> Carriers:
    """Who may carry the codes of a list, in a field or by assignment."""
    if found.record in PARTNERS.values():
        return Carriers.LINKED
    if found.assignment:
        return _OF_TYPE[found.assignment.applies_to]
    fields = [field for field in CONTACT.values() if field.refers_to == found.name]
    return _OF_TYPE[fields[0].applies_to] if fields else Carriers.NONE


def value_text(field: Field, value: str | bool) -> str:
    """A value as a person reads it; blank for nothing."""
    if field.kind is Kind.BOOL:
        marks = glyphs.current()
        return marks.ticked if value is True else marks.unticked
    if field.kind is Kind.CHOICE:
        return next((_(label) for stored, label in field.choices if stored and stored == value), "")
    return guard(str(value))


def new_values(found: CodeList) -> dict[str, str | bool]:
    """The values that a line has before anything is typed."""
    record = found.record()
    values: dict[str, str | bool] = {}
    for field in found.fields:
        value = None if field.is_reference else getattr(record, field.attribute)
        values[field.name] = value if isinstance(value, bool) else "" if value is None else str(value)
    return values


def columns_for(found: CodeList, lines: Sequence[tuple[Values, int]], width: int) -> Columns:
    """Lay out a list of lines, given as values and count of use, for `width` cells.

    The fields come in their order as long as they fit; the description takes what is left.
    """
    first = _FIRST.get(found.name, ())
    fields = sorted(typed_fields(found), key=lambda f: first.index(f.name) if f.name in first else len(first))
    natural = {field.name: _natural(field, lines, is_first=field is fields[0]) for field in fields}
    used = _used_width(lines) if carriers_of(found) is not Carriers.NONE else 0
    room = width - 1 - TEXT - (used + 2 if used else 0)
    taken, gap = _taken(fields, natural, room)
    grown = _grown(fields[:taken], natural, room, gap)
    columns, at = [], TEXT
    for field in fields[:taken]:
        columns.append(Column(field, at, grown[field.name]))
        at += grown[field.name] + gap
    if used:
        columns.append(Column(None, width - 1 - used, used))
    return Columns(tuple(columns), tuple(fields[taken:]))


def _natural(field: Field, lines: Sequence[tuple[Values, int]], *, is_first: bool) -> int:
    texts = (value_text(field, values[field.name]) for values, _used in lines[:_MEASURED])
    widest = max([cell_width(_(field.short_label)), *map(cell_width, texts)])
    if field.name in _GROWS:
        return min(widest, _LEAST_GROWING) if not is_first else min(max(widest, _LEAST_FIRST), _MOST)
    return min(max(widest, _LEAST_FIRST if is_first else 0, _LEAST_OF.get(field.kind, 0)), _MOST)


def _used_width(lines: Sequence[tuple[Values, int]]) -> int:
    return max(cell_width(_(USED_BY)), len(number(max((used for _values, used in lines), default=0))))


def _taken(fields: Sequence[Field], natural: Mapping[str, int], room: int) -> tuple[int, int]:
    """How many fields become columns, and the blanks between them: two, or one where that makes room for another."""
    counts = {gap: _fitting(fields, natural, room, gap) for gap in (2, 1)}
    return (counts[1], 1) if counts[1] > counts[2] else (counts[2], 2)


def _fitting(fields: Sequence[Field], natural: Mapping[str, int], room: int, gap: int) -> int:
    """How many fit. A description for which there is little room is cut, and is then the last one."""
    total = natural[fields[0].name]
    for count, field in enumerate(fields[1:], 1):
        left = room - total - gap
        if natural[field.name] > left:
            return count + 1 if field.name in _GROWS and left >= _LEAST_CUT else count
        total += gap + natural[field.name]
    return len(fields)


def _grown(fields: Sequence[Field], natural: Mapping[str, int], room: int, gap: int) -> dict[str, int]:
    widths = {field.name: natural[field.name] for field in fields}
    spare = room - sum(widths.values()) - gap * (len(fields) - 1)
    growing = next((field.name for field in fields if field.name in _GROWS), fields[-1].name)
    widths[growing] += spare
    return widths
