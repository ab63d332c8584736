"""Labels and texts of fixed places are whole in both languages: French is longer, and its room is the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from contacts_tui import locale
from contacts_tui.domain.addresses import county_label
from contacts_tui.domain.contact_parts import ADDRESS_RANGE, ALTERNATIVE_ADDRESS
from contacts_tui.domain.fields import CONTACT, Field
from contacts_tui.domain.inheritance import INHERITED_FIELDS, Mark
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.ui import keys
from contacts_tui.ui.card import card_fields, card_sections
from contacts_tui.ui.card.card_sections import Section
from contacts_tui.ui.draw.dialog import Option, Question, dialog_lines
from contacts_tui.ui.draw.field_grid import Cell, columns_for
from contacts_tui.ui.draw.footer import footer
from contacts_tui.ui.draw.form import form_title
from contacts_tui.ui.draw.help import help_lines
from contacts_tui.ui.draw.line import text_of, value, width_of
from contacts_tui.ui.draw.new_contact import FROM_COMPANY, FROM_SETUP, beside
from contacts_tui.ui.draw.sample_line import sample_line
from contacts_tui.ui.draw.tabs import Tab, tab_lines
from contacts_tui.ui.draw.view import View
from contacts_tui.ui.entry.form_fields import record_fields
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.screens import first_start
from contacts_tui.ui.screens.help import HelpScreen

CUT = "…"
_COUNTS = {Section.PEOPLE: 12, Section.CODES: 14, Section.ADDRESSES: 2, Section.NOTES: 10}
_PLACES = [
    place
    for group in (*card_fields.COMPANY, *card_fields.COMPANY_MORE, *card_fields.PERSON, *card_fields.PERSON_MORE)
    for place in group
]
_TYPING = [scope for scope in Scope if scope in keys.TYPING and scope is not Scope.IMPORT_RUNNING]
_PAGES = [scope for scope in Scope if scope not in (*keys.TYPING, *keys.ON_CARD, Scope.GO, Scope.DIALOG)]


@pytest.fixture(params=["en", "fr"], autouse=True)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    locale.use(request.param)
    yield request.param
    locale.use("en")


def _too_wide(texts: list[Message], most: int) -> list[str]:
    return [_(text) for text in texts if cell_width(_(text)) > most]


def test_labels_of_a_card_fit_their_columns() -> None:
    lines = [card_fields.label_of(key) for key in card_fields.ADDRESS_LINES]
    assert _too_wide([*(place.label for place in _PLACES), *lines], 13) == []
    briefs = [card_fields.brief_of(key) for key in card_fields.ADDRESS_LINES]
    assert _too_wide([*(place.brief for place in _PLACES), *briefs], 8) == []


def test_labels_before_a_mark_leave_a_blank_for_it() -> None:
    marked = ["place", *(name for name, field in CONTACT.items() if field.attribute in INHERITED_FIELDS)]
    assert len(marked) > 10
    assert _too_wide([card_fields.label_of(key) for key in marked], card_fields.label_width() - 1) == []
    assert _too_wide([card_fields.brief_of(key) for key in marked], 7) == []
    for county in map(county_label, ("CA", "US", "GB")):
        assert _too_wide([county], 10) == []
        assert _too_wide([card_fields.brief_of("county", county)], 7) == []


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        (ALTERNATIVE_ADDRESS, "code company_name address address2 post_code city county country phone mobile email"),
        (ADDRESS_RANGE, "starting_date ending_date"),
    ],
)
def test_labels_of_a_form_fit_their_columns(fields: Mapping[str, Field], names: str) -> None:
    shown = record_fields(fields, names)
    assert _too_wide([one.label for one in shown], 20) == []
    assert _too_wide([one.brief for one in shown], 8) == []


@pytest.mark.parametrize("is_company", [True, False])
def test_the_tabs_with_short_labels_and_counts_take_75_columns(is_company: bool) -> None:
    sections = card_sections.sections_of(is_company)
    tabs = [
        Tab(digit, _(long), _(short), _COUNTS.get(section, 0))
        for digit, section in enumerate(sections, 1)
        for long, short in [card_sections.labels_of(section)]
    ]
    drawn = text_of(tab_lines(tabs, 1, 80)[0])
    assert len(drawn.strip()) <= 75
    assert all(f"{tab.digit} {tab.short}" in drawn or f"{tab.digit} {tab.label}" in drawn for tab in tabs)
    assert all(str(tab.count) in drawn.split() for tab in tabs if tab.count)


@pytest.mark.parametrize("scope", _TYPING)
@pytest.mark.parametrize("width", [40, 80])
def test_the_footer_never_loses_the_key_that_leads_out(scope: Scope, width: int) -> None:
    drawn = footer(keys.hints(scope), width)
    assert _("Esc") in text_of(drawn).split()
    first = min((key for key in keys.acting(scope) if key.footer), key=lambda key: key.footer)
    assert text_of(drawn).split()[0] == keys.written(first)
    assert width_of(drawn) < width


@pytest.mark.parametrize(
    ("scope", "width", "wanted"),
    [
        (Scope.COMPANY, 80, "o n t y"),
        (Scope.PERSON, 80, "o i n t"),
        (Scope.COMPANY, 40, "o"),
        (Scope.PERSON, 40, "o"),
        (Scope.FIND, 80, "b y space n"),
        (Scope.FIND, 40, "b"),
    ],
)
def test_the_footer_holds_the_verbs_that_count(scope: Scope, width: int, wanted: str) -> None:
    drawn = text_of(footer(keys.hints(scope), width, keys.more_hint(scope)))
    shown = [piece.split()[0] for piece in drawn.split("   ") if piece.strip()]
    assert shown[:-1][: 1 + len(wanted.split())] == [keys.shown(key) for key in ("enter", *wanted.split())]


def test_a_dialog_cuts_neither_its_letters_nor_its_effects() -> None:
    effects = [_(text) for text in (message("Goes"), message("Stays"), message("Then"))]
    letters = [keys.shown("escape"), "d"]
    question = Question("?", [Option(key, "x") for key in letters], [(name, "x") for name in effects])
    drawn = [text_of(row) for row in dialog_lines(question, 0, 40, 12, [])]
    assert [row[2:].split()[0] for row in drawn if row.endswith(" x")] == [*effects, *letters]


@pytest.mark.parametrize("scope", _PAGES)
def test_the_help_is_whole_and_its_columns_stand_apart(scope: Scope) -> None:
    blocks = HelpScreen(scope)._blocks
    for width in (40, 80):
        drawn = [text_of(row) for row in help_lines(blocks, width)]
        assert [row for row in drawn if CUT in row] == []
        meanings = [meaning for block in blocks for _key, meaning in block.rows]
        assert [text for text in meanings if not any(f"{text}  " in f"{row}  " for row in drawn)] == []


def test_what_stands_in_an_empty_line_fits_it() -> None:
    assert _too_wide([message("type to filter")], 16) == []
    assert _too_wide([message("letter or space: the list")], 25) == []


def test_the_sample_says_how_to_leave_it() -> None:
    assert all(CUT not in text_of(sample_line(width)) for width in (40, 80))


def test_the_ways_to_begin_are_whole() -> None:
    for width in (40, 80):
        for way in (first_start.USUAL, first_start.IMPORT, first_start.SAMPLE):
            assert CUT not in "".join(map(text_of, first_start.way_lines(way, width, True, True)))


@pytest.mark.parametrize("title", ["New company", "New person"])
def test_the_time_of_a_draft_is_never_cut(title: str) -> None:
    state = _(message("draft kept {time}", time="10:42"))
    for name in (_(title), "Nouvelle adresse : Assurances Belvédère inc."):
        drawn = text_of(form_title(40, name, state, ())[0])
        assert drawn.endswith("10:42")
    assert CUT not in text_of(form_title(40, _(title), state, ())[0])


def test_labels_of_what_comes_along_are_whole() -> None:
    columns = columns_for(80, card_fields.label_width())
    for names, mark in ((FROM_COMPANY, Mark.FOLLOWS), (FROM_SETUP, None)):
        cells = [
            Cell(key, _(card_fields.label_of(key)), _(card_fields.brief_of(key)), (value("x"),), mark=mark)
            for key in names
        ]
        drawn = [text_of(row) for row in beside(View(), columns, "", cells).lines]
        assert [cell.label for cell in cells if not any(f" {cell.label} " in row for row in drawn)] == []
