"""Numbers and the lines of a series (NS-R2, NS-R14, NS-R15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.number_series import (
    NumberSeriesLine,
    after_highest,
    check_line,
    check_turn,
    highest,
    increment,
    line_changed,
    number_value,
    shape,
)

LINE = NumberSeriesLine(
    starting_no="CT000001", ending_no="CT000100", warning_no="CT000098", last_no_used="CT000004", increment_by=1
)
AROUND = st.text("ABC-/é", max_size=5)


def test_ns_2_leading_zeros_stay() -> None:
    assert increment("CT000999", 1) == "CT001000"


def test_ns_3_the_increment_is_added() -> None:
    assert increment("CT000010", 10) == "CT000020"


def test_ns_4_a_number_may_grow_by_a_digit() -> None:
    assert increment("A9", 1) == "A10"


def test_only_the_last_run_of_digits_counts() -> None:
    assert increment("CT-09-X", 1) == "CT-10-X"
    assert increment("2018-007", 1) == "2018-008"


def test_ns_15_a_number_of_more_than_twenty_characters_is_refused() -> None:
    with pytest.raises(Refused, match="more than 20 characters"):
        increment("9" * 20, 1)
    assert increment("8" + "9" * 19, 1) == "9" + "0" * 19


@pytest.mark.parametrize("no", ["", "ACME", "٣", "1" * 21, "1" * 5000])
def test_a_number_without_a_digit_or_too_long_has_no_next_one(no: str) -> None:
    with pytest.raises(Refused):
        increment(no, 1)


@given(AROUND, st.integers(0, 10**9), st.integers(0, 10), AROUND, st.integers(1, 10**6))
def test_the_next_number_is_greater_and_of_the_same_shape(
    prefix: str, value: int, width: int, suffix: str, by: int
) -> None:
    no = f"{prefix}{value:0{width}}{suffix}"
    assume(len(no) < 20 and len(f"{prefix}{value + by}{suffix}") <= 20)
    after = increment(no, by)
    assert number_value(after) == number_value(no) + by
    assert shape(after) == shape(no) == (prefix, suffix)
    assert len(after) >= len(no)


def test_a_line_of_one_shape_is_accepted() -> None:
    check_line(LINE, date_order=True)
    check_line(NumberSeriesLine())
    check_line(replace(LINE, ending_no="CT9999999"))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"increment_by": 0}, "increment_by"),
        ({"ending_no": "CU000100"}, "ending_no"),
        ({"ending_no": "CT000100-X"}, "ending_no"),
        ({"warning_no": "98-"}, "warning_no"),
        ({"last_no_used": "X4"}, "last_no_used"),
        ({"starting_no": "CT"}, "starting_no"),
        ({"ending_no": "", "warning_no": "CT000098"}, "warning_no"),
        ({"ending_no": "CT000000", "warning_no": ""}, "ending_no"),
    ],
)
def test_a_line_that_could_not_number_in_order_is_refused(changes: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as caught:
        check_line(replace(LINE, **changes))  # type: ignore[arg-type]
    assert caught.value.field == field


def test_gaps_are_refused_only_in_date_order() -> None:
    gaps = replace(LINE, allow_gaps=True)
    check_line(gaps)
    with pytest.raises(Refused) as caught:
        check_line(gaps, date_order=True)
    assert caught.value.field == "allow_gaps"


def test_clearing_the_ending_number_clears_the_warning_number() -> None:
    assert line_changed(LINE, replace(LINE, ending_no="")).warning_no == ""
    assert line_changed(LINE, replace(LINE, ending_no="CT000200")).warning_no == "CT000098"


def test_a_line_is_open_until_its_ending_number_is_used() -> None:
    assert LINE.open
    assert not replace(LINE, last_no_used="CT000100", last_date_used=date(2018, 1, 1)).open
    assert replace(LINE, ending_no="", last_no_used="").open


def test_the_highest_number_is_found_by_value_among_those_of_the_form() -> None:
    numbers = ["CT000009", "CT200142", "CT99", "CU999999", "CT9X", "CT", "9999999", "CT٩٩٩٩٩٩٩"]
    assert highest(numbers) == "CT200142"
    assert after_highest(numbers) == "CT200143"
    assert highest(numbers, "CU") == "CU999999"


def test_without_a_number_of_the_form_the_first_one_follows() -> None:
    assert highest(["ACME"]) == ""
    assert after_highest([]) == "CT000001"


OTHER = NumberSeriesLine(id=1, starting_no="CT000001")


@pytest.mark.parametrize("day", [None, date(2018, 1, 1)])
def test_ns_r3_two_lines_of_one_date_need_an_end_of_the_first_one(day: date | None) -> None:
    other = replace(OTHER, starting_date=day)
    line = NumberSeriesLine(line_no=20000, starting_date=day, starting_no="CT000500")
    for new, stored in ((line, other), (replace(other, id=0), replace(line, id=2))):
        with pytest.raises(Refused, match="or “CT000001” an ending number") as refused:
            check_turn(None, new, [stored])
        assert (refused.value.field, refused.value.value) == ("starting_date", new.starting_no)
    check_turn(None, line, [replace(other, ending_no="CT000499")])
    check_turn(None, line, [replace(other, starting_date=date(2017, 1, 1))])


def test_ns_r3_of_two_lines_of_one_date_one_has_the_lower_number() -> None:
    ends = replace(OTHER, ending_no="CT000100")
    with pytest.raises(Refused, match="“CU1” and “CT000001” hold from the same date, and neither number is lower"):
        check_turn(None, NumberSeriesLine(starting_no="CU1", ending_no="CU9"), [ends])
    check_turn(None, NumberSeriesLine(starting_no="CU1"), [replace(ends, last_no_used="CT000100")])


def test_two_lines_of_one_date_without_a_number_are_called_by_their_line_numbers() -> None:
    with pytest.raises(Refused, match="“20000” and “10000”"):
        check_turn(None, NumberSeriesLine(line_no=20000), [NumberSeriesLine(id=1)])


def test_a_line_that_was_in_the_way_before_can_be_changed_otherwise() -> None:
    line = NumberSeriesLine(id=2, line_no=20000, starting_no="CT000001")
    check_turn(line, replace(line, increment_by=10), [OTHER])
    with pytest.raises(Refused):
        check_turn(line, replace(line, starting_no="CT000005"), [OTHER])
    closed = replace(line, ending_no="CT000009", last_no_used="CT000009")
    with pytest.raises(Refused):
        check_turn(closed, replace(closed, last_no_used="CT000008"), [OTHER])
