"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.day_entry import parse_day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-24", (2026, 11, 24)),
        ("--05-09", (None, 5, 9)),
        ("05-09", (None, 5, 9)),
        ("3 may 1990", (1990, 5, 3)),
        ("May 3rd, 1990", (1990, 5, 3)),
        ("1er août 1990", (1990, 8, 1)),
        ("le 3 févr.", (None, 2, 3)),
        ("31/12", (None, 12, 31)),
        ("12/31/1990", (1990, 12, 31)),
        ("24.11.2026", (2026, 11, 24)),
        ("5/5", (None, 5, 5)),
        ("1980/05/09", (1980, 5, 9)),
        ("29 feb", (None, 2, 29)),
        ("3/4/1990", None),
        ("29 feb 2023", None),
        ("13-13", None),
        ("may", None),
        ("3 4 5", None),
        ("1990", None),
        ("3 maybe 1990", None),
        ("", None),
    ],
)
def test_what_people_type_is_a_day_or_none(typed: str, day: tuple[int | None, int, int] | None) -> None:
    assert parse_day(typed) == day


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_the_stored_form_reads_back(day: date) -> None:
    assert parse_day(day.isoformat()) == (day.year, day.month, day.day)


@given(st.text(max_size=30))
def test_no_text_raises(typed: str) -> None:
    parse_day(typed)
