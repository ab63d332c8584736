"""Which alternative address is in force on a day, and which date ranges a contact may have (domain section 8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from contacts_tui.domain import dates
from contacts_tui.domain.codes import AlternativeAddressRange
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import message


def active_on(ranges: Iterable[AlternativeAddressRange], day: date) -> AlternativeAddressRange | None:
    """The range in force on a day, None for the ordinary address (AA-R1).

    Both ends count. Where several cover the day, the one that starts last wins, however long it is.
    """
    covering = [
        known
        for known in ranges
        if known.starting_date is not None
        and known.starting_date <= day
        and (known.ending_date is None or day <= known.ending_date)
    ]
    return max(covering, key=lambda known: known.starting_date or date.min, default=None)


def check_range(new: AlternativeAddressRange, others: Iterable[AlternativeAddressRange]) -> None:
    """Refuse a range that has no start, ends before it starts, or starts with another one of its contact.

    `others` are the ranges of the same contact; the stored form of `new` among them does not count. Ranges may
    overlap otherwise (AA-R2, AA-R3).

    Raises:
        Refused: with the field and the day.
    """
    if new.starting_date is None:
        raise Refused(message("Starting date: a value is needed."), field="starting_date")
    dates.check_order(new.starting_date, new.ending_date)
    for other in others:
        if other.starting_date == new.starting_date and not (new.id and other.id == new.id):
            raise Refused(
                message(
                    "Starting date: another range of this contact starts on {value} already.", value=new.starting_date
                ),
                field="starting_date",
                value=new.starting_date.isoformat(),
            )
