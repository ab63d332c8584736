"""Which fields of a list become columns, and that none reaches into another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.fields import Kind
from contacts_tui.ui.draw.code_columns import (
    Carriers,
    Columns,
    carriers_of,
    columns_for,
    new_values,
    typed_fields,
    value_text,
)


def lines_of(name: str, *rows: dict[str, str | bool], used: int = 3) -> list[tuple[dict[str, str | bool], int]]:
    return [({**new_values(LISTS[name]), **row}, used) for row in rows]


def names(columns: Columns) -> list[str]:
    return [column.field.name if column.field else "used" for column in columns.columns]


def test_a_coded_list_shows_code_description_and_use() -> None:
    lines = lines_of("industry_groups", {"code": "PRESS", "description": "TV-station, Radio or Press"})
    columns = columns_for(LISTS["industry_groups"], lines, 48)
    assert [(column.title, column.at) for column in columns.columns] == [
        ("Code", 2), ("Description", 12), ("Used by", 40),
    ]  # fmt: skip
    assert columns.below == ()


def test_what_has_no_room_stands_below_the_list() -> None:
    lines = lines_of("salespeople", {"code": "PS", "name": "Pierre Savard", "phone": "+1 418 555 0145"})
    narrow = columns_for(LISTS["salespeople"], lines, 48)
    assert names(narrow) == ["code", "name", "used"]
    assert [field.name for field in narrow.below] == ["phone", "email", "privacy_blocked"]
    wide = columns_for(LISTS["salespeople"], lines, 88)
    assert names(wide) == ["code", "name", "phone", "email", "privacy_blocked", "used"]


def test_a_long_name_keeps_its_room_before_a_phone_gets_a_column() -> None:
    lines = lines_of("salespeople", {"code": "HT", "name": "Hélène Thibault", "phone": "+1 418 555 0146"})
    column = columns_for(LISTS["salespeople"], lines, 48).of("name")
    assert column is not None
    assert column.width >= len("Hélène Thibault")


def test_the_lines_of_a_series_begin_with_their_first_number() -> None:
    lines = lines_of("number_series_lines", {"number_series": "CONT", "starting_no": "CT000001"})
    columns = columns_for(LISTS["number_series_lines"], lines, 48)
    assert names(columns)[:4] == ["starting_no", "ending_no", "last_no_used", "starting_date"]
    shown = [*names(columns), *(field.name for field in columns.below)]
    assert "number_series" not in shown
    assert "line_no" not in shown


def test_lists_that_no_contact_carries_count_none() -> None:
    assert carriers_of(LISTS["post_codes"]) is Carriers.NONE
    assert carriers_of(LISTS["web_sources"]) is Carriers.COMPANIES
    assert carriers_of(LISTS["organizational_levels"]) is Carriers.PEOPLE
    assert carriers_of(LISTS["currencies"]) is Carriers.COMPANIES
    assert carriers_of(LISTS["languages"]) is Carriers.CONTACTS
    assert "used" not in names(columns_for(LISTS["post_codes"], [], 48))


@pytest.mark.parametrize("name", sorted(LISTS))
def test_every_field_can_be_reached(name: str) -> None:
    for width in (20, 38, 48, 88, 168):
        columns = columns_for(LISTS[name], lines_of(name, {}), width)
        reached = [*(column.field for column in columns.columns if column.field), *columns.below]
        assert sorted(field.name for field in reached) == sorted(field.name for field in typed_fields(LISTS[name]))


@given(
    st.sampled_from(sorted(LISTS)),
    st.integers(36, 200),
    st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=4),
    st.integers(0, 10_000_000),
)
def test_no_column_reaches_into_the_next(name: str, width: int, texts: list[str], used: int) -> None:
    plain = [f.name for f in LISTS[name].fields if f.kind not in (Kind.BOOL, Kind.CHOICE)]
    filled: list[dict[str, str | bool]] = [dict.fromkeys(plain, text) for text in texts]
    rows = lines_of(name, *filled, used=used)
    columns = columns_for(LISTS[name], rows, width)
    assert all(left.at + left.width < right.at for left, right in pairwise(columns.columns))
    last = columns.columns[-1]
    assert last.at + last.width <= width - 1
    assert all(column.width > 0 for column in columns.columns)


def test_a_choice_shows_its_word_and_a_switch_its_box() -> None:
    fields = {field.name: field for field in LISTS["user_setup"].fields}
    assert value_text(fields["language"], "fr") == "French"
    assert value_text(fields["language"], "") == ""
    blocked = LISTS["salespeople"].field("privacy_blocked")
    assert (value_text(blocked, True), value_text(blocked, False)) == ("[x]", "[ ]")
