"""Birthdays, and how far a day is from today."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.dates import parse_birthday, relative, short_relative
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message

TODAY = date(2026, 11, 24)
LABEL = Message("Birthday")


def parse(text: str) -> str:
    return parse_birthday(text, field="birthday", label=LABEL)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("", ""),
        ("  ", ""),
        ("1980-05-09", "1980-05-09"),
        ("1980-5-9", "1980-05-09"),
        ("--05-09", "--05-09"),
        ("05-09", "--05-09"),
        ("5-9", "--05-09"),
        ("02-29", "--02-29"),
        ("2000-02-29", "2000-02-29"),
    ],
)
def test_a_birthday_is_stored_with_or_without_its_year(text: str, stored: str) -> None:
    assert parse(text) == stored


@pytest.mark.parametrize(
    "text", ["1980", "1980-13-01", "1981-02-29", "02-30", "0000-01-01", "9 Mayo", "5/9/1980", "80-05-09", "٠٥-٠٩"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(text)
    assert (caught.value.field, caught.value.value) == ("birthday", text)
    assert f"“{text}”" in str(caught.value)


@given(st.dates(), st.booleans())
def test_a_stored_birthday_is_accepted_again(day: date, with_year: bool) -> None:
    stored = parse(day.isoformat() if with_year else day.isoformat()[5:])
    assert parse(stored) == stored


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 11, 24), "today", "0 d"),
        (date(2026, 11, 23), "yesterday", "1 d"),
        (date(2026, 11, 12), "12 days ago", "12 d"),
        (date(2026, 8, 17), "99 days ago", "99 d"),
        (date(2026, 8, 16), "3 months ago", "3 mo"),
        (date(2026, 7, 24), "4 months ago", "4 mo"),
        (date(2026, 1, 25), "9 months ago", "9 mo"),
        (date(2026, 1, 24), "10 months ago", "10mo"),
        (date(2025, 11, 25), "11 months ago", "11mo"),
        (date(2025, 11, 24), "12 months ago", "1 y"),
        (date(2024, 11, 25), "23 months ago", "1 y"),
        (date(2024, 11, 24), "2 years ago", "2 y"),
        (date(1926, 11, 25), "99 years ago", "99 y"),
        (date(2026, 11, 25), "tomorrow", "1 d"),
        (date(2026, 11, 26), "in 2 days", "2 d"),
        (date(2027, 3, 24), "in 4 months", "4 mo"),
        (date(2029, 11, 24), "in 3 years", "3 y"),
    ],
)
def test_how_far_a_day_is_from_today(day: date, long: str, short: str) -> None:
    assert str(relative(day, TODAY)) == long
    assert str(short_relative(day, TODAY)) == short


@given(st.integers(-36500 + 1, 36500 - 1))
def test_the_short_form_takes_at_most_four_columns(days: int) -> None:
    assert len(str(short_relative(TODAY + timedelta(days=days), TODAY))) <= 4


@given(st.integers(2, 20000))
def test_ahead_and_back_use_the_same_units(days: int) -> None:
    back = str(relative(TODAY - timedelta(days=days), TODAY)).split()
    ahead = str(relative(TODAY, TODAY - timedelta(days=days))).split()
    assert back[:2] == ahead[1:]
