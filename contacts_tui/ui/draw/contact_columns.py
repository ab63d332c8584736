"""The columns of a list of contacts beside the name: which of them fit, where they stand, what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.listing import Column
from contacts_tui.ui.draw.contact_words import number_to_show, who
from contacts_tui.ui.draw.line import TEXT

NAME = 26
"""The least columns that a name takes, and the most."""
_MOST = 40
_GAP = 2
_WIDTHS: Mapping[Column, int] = {
    Column.ABOUT: 20,
    Column.JOB: 18,
    Column.TOWN: 11,
    Column.POST_CODE: 8,
    Column.COUNTRY: 7,
    Column.PHONE: 16,
    Column.MOBILE: 16,
    Column.EMAIL: 24,
    Column.NUMBER: 9,
    Column.SALESPERSON: 14,
    Column.TERRITORY: 12,
    Column.CHANGED: 10,
}
_GROWING = (Column.ABOUT, Column.EMAIL, Column.JOB)
"""What room is left over goes to the first of these, once the name has enough."""


@lru_cache(maxsize=32)
def places(columns: tuple[Column, ...], width: int) -> tuple[tuple[Column, int, int], ...]:
    """The columns that fit into `width` beside the name, each with its place and its room; the last go first."""
    room = width - 1 - TEXT - NAME - _GAP
    shown = list(columns)
    while shown and sum(_WIDTHS[column] + 1 for column in shown) - 1 > room:
        shown.pop()
    spare = max(room - sum(_WIDTHS[column] + 1 for column in shown) + 1, 0)
    grows = next((column for column in _GROWING if column in shown), None)
    name = NAME + (min(spare, _MOST - NAME) if grows else spare)
    extra = NAME + spare - name
    at = TEXT + name + _GAP
    found = []
    for column in shown:
        size = _WIDTHS[column] + (extra if column is grows else 0)
        found.append((column, at, size))
        at += size + 1
    return tuple(found)


def text_of(row: ContactRow, column: Column, room: int) -> str:
    """What a column says of a contact, in `room` columns if it can."""
    if column is Column.ABOUT:
        return who(row, room)
    return _TEXTS[column](row)


def _day(moment: str) -> str:
    """The user's own day of a moment."""
    return datetime.fromisoformat(moment).astimezone().date().isoformat() if moment else ""


_TEXTS: Mapping[Column, Callable[[ContactRow], str]] = {
    Column.JOB: lambda row: row.job_title,
    Column.TOWN: lambda row: row.city,
    Column.POST_CODE: lambda row: row.post_code,
    Column.COUNTRY: lambda row: row.country,
    Column.PHONE: number_to_show,
    Column.MOBILE: lambda row: row.mobile,
    Column.EMAIL: lambda row: row.email,
    Column.NUMBER: lambda row: row.no,
    Column.SALESPERSON: lambda row: row.salesperson,
    Column.TERRITORY: lambda row: row.territory,
    Column.CHANGED: lambda row: _day(row.changed),
}


def first(columns: Sequence[Column], width: int) -> int:
    """Where the first column stands, which is where the room of the name ends."""
    found = places(tuple(columns), width)
    return found[0][1] if found else width - 1
