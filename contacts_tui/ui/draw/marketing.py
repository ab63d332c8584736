"""The marketing set-up as lines: switches, what fills blank fields, numbering and links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_, message
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.code_columns import Values, value_text
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Piece, Role, Span, compose, label, rule, value
from contacts_tui.ui.draw.set_up import cursor_mark, role_of

_SECTIONS = (
    (
        N_("A new person takes from the company"),
        (
            "inherit_address_details",
            "inherit_communication_details",
            "inherit_salesperson_code",
            "inherit_territory_code",
            "inherit_country_region_code",
            "inherit_language_code",
        ),
    ),
    (
        N_("Where a new contact is still blank"),
        (
            "default_salesperson_code",
            "default_territory_code",
            "default_country_region_code",
            "default_language_code",
            "default_correspondence_type",
            "def_company_salutation_code",
            "default_person_salutation_code",
        ),
    ),
    (
        N_("Numbers and links"),
        ("contact_nos", "bus_rel_code_for_customers", "bus_rel_code_for_vendors", "bus_rel_code_for_bank_accs"),
    ),
    (N_("This book"), ("company_name",)),
)
_LABELS = {
    "inherit_salesperson_code": N_("Salesperson"),
    "default_salesperson_code": N_("Salesperson"),
    "def_company_salutation_code": N_("Salutation"),
    "default_person_salutation_code": N_("Salutation"),
    "company_name": N_("Name"),
}
_SWITCH_NOTES = {
    "inherit_address_details": N_("all five fields as one"),
    "inherit_communication_details": N_("each field by itself"),
}
_NOTES = {
    "def_company_salutation_code": N_("companies"),
    "default_person_salutation_code": N_("people"),
}
_BOX = 4
_ROOM_FOR_NOTES = 46
_CODE_AT, _CODE_WIDTH = 18, 10


@dataclass(frozen=True, slots=True)
class SetupRow:
    """A row of the page: a field, a title, or neither, which is a blank line."""

    field: Field | None = None
    title: str = ""
    after: str = ""

    @property
    def name(self) -> str:
        """The name of the field, by which the row is recognised."""
        return self.field.name if self.field else self.title or f"before {self.after}"

    @property
    def is_switch(self) -> bool:
        """Whether the space key turns it on and off."""
        return self.field is not None and self.field.kind is Kind.BOOL


def rows() -> tuple[SetupRow, ...]:
    """The whole page; titles and blank lines are passed over by the cursor."""
    found: list[SetupRow] = []
    for title, names in _SECTIONS:
        if found:
            found.append(SetupRow(after=title))
        found.append(SetupRow(title=title))
        found += [SetupRow(SETUP[name]) for name in names]
    return tuple(found)


def field_label(field: Field) -> str:
    """What a field is called on this page, in the language shown."""
    return _(_LABELS.get(field.name, field.short_label))


def code_at() -> int:
    """Where the codes stand: after the longest label."""
    longest = max(cell_width(field_label(field)) for field in SETUP.values() if field.kind is not Kind.BOOL)
    return max(_CODE_AT, TEXT + longest + 2)


def row_line(
    row: SetupRow,
    values: Values,
    words: Mapping[str, str],
    width: int,
    *,
    is_cursor: bool,
    spot: bool,
    opened: str = "",
) -> Line:
    """One row; `words` says what each code means, `opened` is the field that is being edited."""
    if row.field is None:
        return rule(width, _(row.title)) if row.title else EMPTY
    if row.is_switch:
        return _switch(row.field, values, width, is_cursor, spot)
    title = field_label(row.field) if width >= _ROOM_FOR_NOTES else _(row.field.short_label)
    name = Span(title, Role.LEAD if row.field.name == opened else Role.LABEL)
    if row.field.name == opened:
        return compose(width, (TEXT, name), mark=cursor_mark(is_cursor))
    apart = _CODE_WIDTH if width >= _ROOM_FOR_NOTES else 0
    pieces = _value(row.field, values, words, apart, role_of(is_cursor, spot))
    note = label(_(_NOTES.get(row.field.name, ""))) if width >= _ROOM_FOR_NOTES else EMPTY
    return compose(width, (TEXT, name), *pieces, right=note, mark=cursor_mark(is_cursor))


def _switch(field: Field, values: Values, width: int, is_cursor: bool, spot: bool) -> Line:
    box = Span(value_text(field, values[field.name]), role_of(is_cursor, spot))
    name = value(field_label(field))
    pieces: list[tuple[int, Piece]] = [(TEXT, box), (TEXT + _BOX, name)]
    note = _SWITCH_NOTES.get(field.name)
    if note is not None:
        longest = max(cell_width(_(SETUP[name].short_label)) for name in _SWITCH_NOTES)
        at = TEXT + _BOX + longest + 3
        if at + cell_width(_(note)) < width:
            pieces.append((at, label(_(note))))
    return compose(width, *pieces, mark=cursor_mark(is_cursor))


def _value(field: Field, values: Values, words: Mapping[str, str], apart: int, role: Role) -> list[tuple[int, Piece]]:
    at = code_at()
    text = value_text(field, values[field.name])
    if not text:
        return [(at, Span(glyphs.current().empty, Role.LABEL if role is Role.VALUE else role))]
    meaning = words.get(field.name, "")
    if field.kind is not Kind.REFERENCE:
        return [(at, Span(text, role))]
    return [(at, Span(text, role)), (at + max(apart, cell_width(text) + 2), value(meaning))]


def next_number(number: str) -> str:
    """What the series of the contacts gives next, in words; blank where a number must be typed."""
    return _(message("next {number}", number=number)) if number else ""
