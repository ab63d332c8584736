"""Quantities and amounts as they are typed and written by other programs."""

from __future__ import annotations

import pytest

from contacts_tui.domain import amounts
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message


def check(text: str) -> int | None:
    return amounts.check(text, field="amount", label=Message("Amount"))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("12", "12"),
        ("12.5", "12.5"),
        ("12,5", "12.5"),
        ("-0,25", "-0.25"),
        ("+7", "7"),
        ("1.234", "1.234"),
        ("0,125", "0.125"),
        ("1,234.50", "1234.5"),
        ("1.234,50", "1234.5"),
        ("1,234,567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("12 345,67", "12345.67"),
        ("12\u00a0345\u202f678", "12345678"),
        ("12'345.6", "12345.6"),
        ("1234,567", "1234.567"),
        ("0.000014", "0.00001"),
        ("0.000015", "0.00002"),
        ("9.999999", "10"),
    ],
)
def test_a_number_is_read_in_either_language(typed: str, plain: str) -> None:
    kept = check(typed)
    assert kept is not None
    assert amounts.plain(kept) == plain


@pytest.mark.parametrize("typed", ["twelve", "1.2.3", "1,23,456", "1,234,56", "--5", "5-", ".", "1e5", "1 2", "9" * 13])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="is not a number") as refused:
        check(typed)
    assert (refused.value.field, refused.value.value) == ("amount", typed)


def test_what_may_be_two_numbers_is_refused() -> None:
    with pytest.raises(Refused, match=r"may be 1\.234 or 1234"):
        check("1,234")


def test_blank_is_nothing() -> None:
    assert check("") is None


def test_an_amount_has_the_places_that_are_asked_for() -> None:
    assert [amounts.plain(value, 2) for value in (0, 150_000, -12_345_678)] == ["0.00", "1.50", "-123.45678"]
