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
from contacts_tui.ui.draw.line import (
    EMPTY,
    TEXT,
    Line,
    Piece,
    Role,
    Span,
    compose,
    label,
    line,
    rule,
    value,
    width_of,
)
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
        (
            "contact_nos",
            "customer_nos",
            "vendor_nos",
            "bank_account_nos",
            "bus_rel_code_for_customers",
            "bus_rel_code_for_vendors",
            "bus_rel_code_for_bank_accs",
        ),
    ),
    (
        N_("Duplicates by search strings"),
        ("autosearch_for_duplicates", "maintain_dupl_search_strings", "search_hit_pct"),
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
_WIDE = 46
_CODE_AT, _CODE_WIDTH = 18, 10

NEXT = "next number"
"""The key under which `row_line` finds the number that the series of the contacts gives next."""


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
    name = Span(field_label(row.field), Role.LEAD if row.field.name == opened else Role.LABEL)
    if row.field.name == opened:
        return compose(width, (TEXT, name), mark=cursor_mark(is_cursor))
    role = role_of(is_cursor, spot)
    text = value_text(row.field, values[row.field.name])
    shown: Line = (Span(text, role) if text else Span(glyphs.current().empty, Role.LABEL if not is_cursor else role),)
    at = code_at()
    meaning_at = at + max(_CODE_WIDTH if width >= _WIDE else 0, width_of(shown) + 2)
    meaning, note = _beside(row.field, words, width - 1 - meaning_at)
    pieces: list[tuple[int, Piece]] = [(TEXT, name), (at, shown), *([(meaning_at, meaning)] if meaning else [])]
    return compose(width, *pieces, right=note, mark=cursor_mark(is_cursor))


def _beside(field: Field, words: Mapping[str, str], room: int) -> tuple[Line, Line]:
    """What stands beside a code, in `room` columns, and at the right edge: words go before a number or a note does."""
    if field.name == "contact_nos" and (number := words.get(NEXT)):
        worded = _(message("next {number}", number=number))
        fitting = next((text for text in (worded, number) if cell_width(text) <= room), "")
        return line(fitting), line("" if fitting else number)
    meaning = words.get(field.name, "")
    note = _(_NOTES.get(field.name, ""))
    if note and cell_width(meaning) + 2 + cell_width(note) > room:
        meaning = ""
    return line(meaning), line(label(note))


def _switch(field: Field, values: Values, width: int, is_cursor: bool, spot: bool) -> Line:
    box = Span(value_text(field, values[field.name]), role_of(is_cursor, spot))
    pieces: list[tuple[int, Piece]] = [(TEXT, box), (TEXT + _BOX, value(field_label(field)))]
    note = _SWITCH_NOTES.get(field.name)
    at = _notes_at(width)
    if note is not None and at:
        pieces.append((at, label(_(note))))
    return compose(width, *pieces, mark=cursor_mark(is_cursor))


def _notes_at(width: int) -> int:
    """Where the notes of the switches stand, one below the other; 0 where one of them does not fit."""
    labels = max(cell_width(field_label(SETUP[name])) for name in _SWITCH_NOTES)
    notes = max(cell_width(_(note)) for note in _SWITCH_NOTES.values())
    at = TEXT + _BOX + labels
    return next((at + gap for gap in (3, 2) if at + gap + notes < width), 0)
