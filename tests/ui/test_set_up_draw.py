"""How the set-up is drawn: lists, lines, what there is to say about a code, the marketing set-up."""

from __future__ import annotations

import pytest

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.locale import _
from contacts_tui.ui.draw import marketing, set_up
from contacts_tui.ui.draw.code_columns import Values, columns_for
from contacts_tui.ui.draw.line import Line, Role, text_of, width_of
from contacts_tui.ui.draw.set_up import ListEntry

GROUPS = LISTS["industry_groups"]
PRESS: Values = {"code": "PRESS", "description": "TV-station, Radio or Press"}
COLUMNS = columns_for(GROUPS, [(PRESS, 2)], 48)


def row(name: str, company: str = "", city: str = "") -> ContactRow:
    kind = ContactType.PERSON if company else ContactType.COMPANY
    return ContactRow(1, "u", "CT1", kind, name, "", company, city, "", "", "", "", "", "", "", "", 0, ())


def roles(line: Line) -> dict[str, Role]:
    return {span.text: span.role for span in line if span.text.strip()}


def test_a_list_shows_its_title_and_a_dim_count() -> None:
    (line,) = set_up.entry_row(ListEntry("industry_groups", GROUPS.title, 6), 29, True, True)
    assert text_of(line) == "> Industry groups          6"
    assert roles(line) == {">": Role.ACCENT, "Industry groups": Role.CURSOR, "6": Role.LABEL}
    (line,) = set_up.entry_row(ListEntry("industry_groups", GROUPS.title, 6), 29, True, False)
    assert roles(line)["Industry groups"] is Role.LEAD


def test_a_line_is_laid_out_as_its_heading() -> None:
    heading = set_up.heading(COLUMNS, 48)
    line = set_up.line_row(COLUMNS, PRESS, 2, 48, is_cursor=True, spot=True)
    assert text_of(heading) == "  Code      Description                 Used by"
    assert text_of(line) == "> PRESS     TV-station, Radio or Press        2"
    assert roles(line)["PRESS"] is Role.CURSOR
    assert roles(heading)["Code"] is Role.LABEL
    assert roles(set_up.heading(COLUMNS, 48, "code"))["Code"] is Role.LEAD


def test_an_empty_value_is_a_dim_glyph() -> None:
    line = set_up.line_row(COLUMNS, {"code": "X", "description": ""}, 0, 48, is_cursor=False, spot=False)
    assert roles(line) == {"X": Role.VALUE, "–": Role.LABEL, "0": Role.LABEL}


def test_who_carries_a_code_is_said_in_the_word_for_them() -> None:
    assert _(set_up.carriers_title(GROUPS, "PRESS", 2)) == "2 companies carry PRESS"
    assert _(set_up.carriers_title(GROUPS, "PRESS", 1)) == "1 company carries PRESS"
    assert _(set_up.carriers_title(GROUPS, "PRESS", 0)) == "No company carries PRESS."
    assert _(set_up.carriers_title(LISTS["job_responsibilities"], "IT", 2)) == "2 people carry IT"
    assert _(set_up.carriers_title(LISTS["mailing_groups"], "MOVE", 1)) == "1 contact carries MOVE"


def test_the_first_carriers_are_shown_and_the_rest_counted() -> None:
    rows = [row("Antarcticopy", city="Antwerpen"), row("Anne Roy", company="Antarcticopy")]
    title = set_up.carriers_title(GROUPS, "PRESS", 5)
    lines = [text_of(line) for line in set_up.carriers_lines(title, rows, 5, 48, 4, "l")]
    assert lines == [
        "  5 companies carry PRESS",
        "  Antarcticopy            Antwerpen",
        "  Anne Roy                Antarcticopy",
        "  and 3 more" + " " * 34 + "l",
    ]
    assert len(set_up.carriers_lines(title, rows, 5, 48, 1, "l")) == 1
    assert set_up.carriers_lines(title, rows, 5, 48, 0, "l") == []


def test_hostile_names_stay_text_within_the_width() -> None:
    hostile = "\x1b]0;x\x07[/]\u202e" + "日本" * 40
    title = set_up.carriers_title(GROUPS, hostile, 1)
    for line in set_up.carriers_lines(title, [row(hostile, city=hostile)], 1, 48, 3, "l"):
        assert width_of(line) <= 47
        assert "\x1b" not in text_of(line)
        assert "\u202e" not in text_of(line)


def test_the_marketing_set_up_has_every_field_once() -> None:
    names = [found.field.name for found in marketing.rows() if found.field]
    assert sorted(names) == sorted(SETUP)


def setup_line(name: str, values: Values, words: dict[str, str], width: int, *, is_cursor: bool = False) -> str:
    found = next(found for found in marketing.rows() if found.name == name)
    return text_of(marketing.row_line(found, values, words, width, is_cursor=is_cursor, spot=is_cursor))


def test_a_switch_is_a_box_and_a_default_a_code_with_its_words() -> None:
    assert setup_line("inherit_address_details", {"inherit_address_details": True}, {}, 48) == (
        "  [x] Address         all five fields as one"
    )
    values: Values = {"default_salesperson_code": "LM"}
    assert setup_line("default_salesperson_code", values, {"default_salesperson_code": "Linda Martin"}, 48) == (
        "  Salesperson     LM        Linda Martin"
    )
    assert setup_line("default_salesperson_code", {"default_salesperson_code": ""}, {}, 48).endswith("–")


@pytest.mark.parametrize("width", [30, 32, 36, 40, 48])
def test_the_next_number_is_never_cut(width: int) -> None:
    shown = setup_line("contact_nos", {"contact_nos": "CONT"}, {marketing.NEXT: "CT000168"}, width)
    assert shown.endswith("next CT000168" if width >= 40 else " CT000168")


def test_the_salutations_say_for_whom_they_are_on_a_phone() -> None:
    values: Values = {"def_company_salutation_code": "COMPANY", "default_person_salutation_code": "UNISEX"}
    words = {"def_company_salutation_code": "Company", "default_person_salutation_code": "No title"}
    for name, code, who in (
        ("def_company_salutation_code", "COMPANY", "companies"),
        ("default_person_salutation_code", "UNISEX", "people"),
    ):
        assert setup_line(name, values, words, 40).split() == ["Salutation", code, who]


@pytest.mark.parametrize(("width", "noted"), [(48, True), (44, True), (43, False), (40, False)])
def test_the_notes_of_the_switches_stand_both_or_not_at_all(width: int, noted: bool) -> None:
    address = setup_line("inherit_address_details", {"inherit_address_details": True}, {}, width)
    phone = setup_line("inherit_communication_details", {"inherit_communication_details": True}, {}, width)
    assert (address.endswith("all five fields as one"), phone.endswith("each field by itself")) == (noted, noted)


def test_of_many_fields_below_a_list_the_open_one_is_among_those_shown() -> None:
    columns = columns_for(LISTS["customers"], [], 48)
    names = [field.name for field in columns.below]
    assert [field.name for field in set_up.below_fields(columns, 5)] == names[:5]
    assert [field.name for field in set_up.below_fields(columns, 5, names[2])] == names[:5]
    assert [field.name for field in set_up.below_fields(columns, 5, names[9])] == names[5:10]
    assert len(set_up.below_fields(columns, 99)) == len(names)
