"""Which alternative address is in force, and which ranges are refused (domain section 8)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.alternative_addresses import active_on, check_range
from contacts_tui.domain.codes import AlternativeAddressRange
from contacts_tui.domain.errors import Refused

COTTAGE, OFFICE2 = 1, 2


def during(address: int, start: str, end: str = "", row: int = 0) -> AlternativeAddressRange:
    return AlternativeAddressRange(
        id=row,
        alternative_address_id=address,
        starting_date=date.fromisoformat(start),
        ending_date=date.fromisoformat(end) if end else None,
    )


SUMMER = during(COTTAGE, "2018-06-01", "2018-08-31", row=1)


def address_on(day: str, *ranges: AlternativeAddressRange) -> int | None:
    found = active_on(ranges, date.fromisoformat(day))
    return found.alternative_address_id if found else None


def test_aa_1_both_ends_of_a_range_count() -> None:
    assert address_on("2018-05-31", SUMMER) is None
    assert address_on("2018-06-01", SUMMER) == COTTAGE
    assert address_on("2018-08-31", SUMMER) == COTTAGE
    assert address_on("2018-09-01", SUMMER) is None


def test_aa_2_of_overlapping_ranges_the_later_start_wins() -> None:
    office = during(OFFICE2, "2018-07-01")
    assert address_on("2018-07-15", SUMMER, office) == OFFICE2
    assert address_on("2018-06-15", SUMMER, office) == COTTAGE
    assert address_on("2019-01-01", SUMMER, office) == OFFICE2


def test_aa_3_after_the_later_range_the_open_one_is_back() -> None:
    office = during(OFFICE2, "2018-01-01")
    assert address_on("2018-07-15", office, SUMMER) == COTTAGE
    assert address_on("2018-09-15", office, SUMMER) == OFFICE2


def test_aa_4_two_ranges_cannot_start_on_one_day() -> None:
    with pytest.raises(Refused) as caught:
        check_range(during(OFFICE2, "2018-06-01"), [SUMMER])
    assert (caught.value.field, caught.value.value) == ("starting_date", "2018-06-01")
    check_range(during(OFFICE2, "2018-06-02"), [SUMMER])


def test_aa_5_a_range_cannot_end_before_it_starts() -> None:
    with pytest.raises(Refused) as caught:
        check_range(during(COTTAGE, "2018-08-31", "2018-06-01"), [])
    assert caught.value.field == "ending_date"
    check_range(during(COTTAGE, "2018-06-01", "2018-06-01"), [])


def test_a_range_does_not_stand_in_its_own_way() -> None:
    check_range(during(COTTAGE, "2018-06-01", "2018-09-15", row=1), [SUMMER])


def test_a_range_needs_a_start() -> None:
    with pytest.raises(Refused) as caught:
        check_range(AlternativeAddressRange(), [])
    assert caught.value.field == "starting_date"


DAYS = st.dates(date(2018, 1, 1), date(2018, 3, 1))


@given(st.dictionaries(DAYS, st.one_of(st.none(), DAYS), max_size=6), DAYS)
def test_the_range_in_force_covers_the_day_and_none_that_covers_it_starts_later(
    spans: dict[date, date | None], day: date
) -> None:
    ranges = [AlternativeAddressRange(starting_date=start, ending_date=end) for start, end in spans.items()]
    covering = [start for start, end in spans.items() if start <= day and (end is None or day <= end)]
    found = active_on(ranges, day)
    assert (found.starting_date if found else None) == max(covering, default=None)
