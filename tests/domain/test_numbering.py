"""Drawing numbers from a series (NS-R1 to NS-R10)."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.number_series import NumberSeries, NumberSeriesLine
from contacts_tui.domain.numbering import Drawn, check_manual, choose_line, next_number

SERIES = NumberSeries(id=1, code="CONT", default_nos=True, manual_nos=True)
LINE = NumberSeriesLine(id=1, number_series_id=1, starting_no="CT000001")
LINE_2018 = NumberSeriesLine(
    id=2, number_series_id=1, line_no=20000, starting_date=date(2018, 1, 1), starting_no="CU000001"
)
DAY = date(2018, 2, 1)


def draw(
    *lines: NumberSeriesLine, on: date = DAY, series: NumberSeries = SERIES, taken: Set[str] = frozenset()
) -> Drawn:
    return next_number(series, lines, on, taken.__contains__)


def test_ns_1_a_series_that_was_never_used_starts_with_its_starting_number() -> None:
    drawn = draw(LINE)
    assert drawn.no == "CT000001"
    assert drawn.line_after == replace(LINE, last_no_used="CT000001", last_date_used=DAY)


def test_ns_2_the_number_after_999_is_1000() -> None:
    assert draw(replace(LINE, last_no_used="CT000999")).no == "CT001000"


def test_ns_3_the_increment_of_the_line_is_used() -> None:
    assert draw(replace(LINE, increment_by=10, last_no_used="CT000010")).no == "CT000020"


def test_ns_4_after_a9_comes_a10() -> None:
    first = draw(NumberSeriesLine(starting_no="A9"))
    assert (first.no, draw(first.line_after).no) == ("A9", "A10")


def test_ns_5_the_ending_number_closes_the_line() -> None:
    last = draw(replace(LINE, ending_no="CT000003", last_no_used="CT000002"))
    assert last.no == "CT000003"
    assert not last.line_after.open
    with pytest.raises(Refused):
        draw(last.line_after)


def test_ns_6_at_the_warning_number_there_is_a_warning() -> None:
    line = replace(LINE, ending_no="CT000100", warning_no="CT000098", last_no_used="CT000096")
    before = draw(line)
    assert (before.no, before.warn) == ("CT000097", False)
    at = draw(before.line_after)
    assert (at.no, at.warn) == ("CT000098", True)
    assert draw(at.line_after).warn


def test_ns_7_the_work_date_chooses_the_line() -> None:
    assert draw(LINE, LINE_2018, on=date(2017, 12, 31)).no == "CT000001"
    assert draw(LINE, LINE_2018, on=date(2018, 1, 1)).no == "CU000001"


def test_ns_8_an_older_line_is_not_used_when_the_newest_is_used_up() -> None:
    used_up = replace(LINE_2018, ending_no="CU000009", last_no_used="CU000009")
    with pytest.raises(Refused, match="series CONT on 2018-02-01"):
        draw(LINE, used_up)


def test_ns_10_a_number_that_was_typed_is_passed_over() -> None:
    drawn = draw(replace(LINE, last_no_used="CT000004"), taken={"CT000005", "CT000006"})
    assert drawn.no == "CT000007"
    assert drawn.line_after.last_no_used == "CT000007"


def test_passing_over_typed_numbers_stops_at_the_ending_number() -> None:
    with pytest.raises(Refused, match="used up"):
        draw(replace(LINE, ending_no="CT000002"), taken={"CT000001", "CT000002"})


def test_ns_14_in_date_order_an_earlier_date_is_refused() -> None:
    in_order = replace(SERIES, date_order=True)
    line = replace(LINE, last_no_used="CT000004", last_date_used=date(2018, 3, 10))
    with pytest.raises(Refused, match="2018-03-09"):
        draw(line, on=date(2018, 3, 9), series=in_order)
    assert draw(line, on=date(2018, 3, 10), series=in_order).no == "CT000005"
    assert draw(line, on=date(2018, 3, 9)).no == "CT000005"


def test_a_series_without_default_numbers_hands_out_none() -> None:
    with pytest.raises(Refused, match="default nos"):
        draw(LINE, series=replace(SERIES, default_nos=False))


def test_a_line_without_a_usable_number_is_refused() -> None:
    with pytest.raises(Refused, match="no starting number"):
        draw(replace(LINE, starting_no=""))
    with pytest.raises(Refused, match="no digit"):
        draw(replace(LINE, starting_no="CT"))


def test_without_any_open_line_the_message_names_no_day() -> None:
    used_up = replace(LINE, ending_no="CT000009", last_no_used="CT000009")
    for lines in ([], [used_up]):
        with pytest.raises(Refused) as caught:
            choose_line(SERIES, lines, DAY)
        assert "2018" not in str(caught.value)


def test_with_later_lines_only_the_message_names_the_day() -> None:
    with pytest.raises(Refused, match="on 2017-06-01"):
        choose_line(SERIES, [LINE_2018], date(2017, 6, 1))


def test_of_several_lines_of_one_date_the_lowest_starting_number_wins() -> None:
    high, low = replace(LINE, id=3, starting_no="CT1000"), replace(LINE, id=4, line_no=20000, starting_no="CT000999")
    assert choose_line(SERIES, [high, low], DAY) == low
    closed = replace(low, ending_no="CT001000", last_no_used="CT001000")
    assert choose_line(SERIES, [high, closed], DAY) == high


@given(st.sets(st.integers(1, 30)), st.integers(1, 4))
def test_no_number_is_handed_out_twice(typed: set[int], step: int) -> None:
    line = replace(LINE, increment_by=step)
    taken = {f"CT{value:06}" for value in typed}
    for _ in range(10):
        drawn = draw(line, taken=taken)
        assert drawn.no not in taken
        taken.add(drawn.no)
        line = drawn.line_after


def test_ns_9_a_typed_number_needs_the_switch() -> None:
    with pytest.raises(Refused, match="manual nos") as caught:
        check_manual(replace(SERIES, manual_nos=False), "ACME")
    assert (caught.value.field, caught.value.value) == ("number", "ACME")
    check_manual(SERIES, "ACME")
    check_manual(replace(SERIES, manual_nos=False), "")


def test_ns_13_without_a_series_a_number_is_needed_and_any_will_do() -> None:
    with pytest.raises(Refused, match="type a number, or name a number series"):
        check_manual(None, "")
    check_manual(None, "ACME")


def test_a_typed_number_has_at_most_twenty_characters() -> None:
    with pytest.raises(Refused, match="longer than 20"):
        check_manual(None, "X" * 21)
