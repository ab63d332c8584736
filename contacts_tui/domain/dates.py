"""Birthdays, with or without their year, and how long ago something was."""

from __future__ import annotations

from datetime import date

from contacts_tui.domain.day_entry import parse_day
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message, counted, message

DAYS_UNTIL_MONTHS = 100


def parse_birthday(text: str, *, field: str, label: Message) -> str:
    """A birthday in its stored form: ``1980-05-09``, or ``--05-09`` when the year is not known.

    Raises:
        Refused: when it is not a day of the calendar; 29 February needs no year.
    """
    text = text.strip()
    if not text:
        return ""
    found = parse_day(text)
    if found is not None:
        year, month, day = found
        return f"--{month:02}-{day:02}" if year is None else f"{year:04}-{month:02}-{day:02}"
    raise Refused(
        message(
            "{field}: “{value}” is not a day. Write year-month-day, such as 1980-05-09, or 05-09 without the year.",
            field=label,
            value=text,
        ),
        field=field,
        value=text,
    )


def birthday_words(stored: str) -> str:
    """A birthday as one writes it: without the dashes of an unknown year."""
    return stored.removeprefix("--")


def months_between(earlier: date, later: date) -> int:
    """The whole months from one day to another."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months - 1 if later.day < earlier.day else months


def relative(day: date, today: date) -> Message:
    """How far a day is from today, in words: in days, from 100 days on in months, from two years on in years."""
    days = (today - day).days
    if days == 0:
        return message("today")
    if abs(days) == 1:
        return message("yesterday") if days > 0 else message("tomorrow")
    if days > 0:
        months = months_between(day, today)
        if days < DAYS_UNTIL_MONTHS:
            return counted("{count} day ago", "{count} days ago", days)
        if months < 24:
            return counted("{count} month ago", "{count} months ago", months)
        return counted("{count} year ago", "{count} years ago", months // 12)
    months = months_between(today, day)
    if -days < DAYS_UNTIL_MONTHS:
        return counted("in {count} day", "in {count} days", -days)
    if months < 24:
        return counted("in {count} month", "in {count} months", months)
    return counted("in {count} year", "in {count} years", months // 12)


def short_relative(day: date, today: date) -> Message:
    """The distance from today in at most four columns, for lists: ``12 d``, ``4 mo``, ``2 y``.

    The column says whether it looks back or ahead. From a year on it counts years.
    """
    earlier, later = min(day, today), max(day, today)
    days, months = (later - earlier).days, months_between(earlier, later)
    if days < DAYS_UNTIL_MONTHS:
        return message("{count} d", count=days)
    if months < 10:
        return message("{count} mo", count=months)
    if months < 12:
        return message("{count}mo", count=months)
    return message("{count} y", count=months // 12)


def check_order(starting: date | None, ending: date | None) -> None:
    """Refuse days that end before they start; either may be unknown.

    Raises:
        Refused: with the ending date.
    """
    if starting is not None and ending is not None and ending < starting:
        raise Refused(
            message("Ending date: {value} comes before the starting date {starting}.", value=ending, starting=starting),
            field="ending_date",
            value=ending.isoformat(),
        )
