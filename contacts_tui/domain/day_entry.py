"""Days as people type them, in English and in French, with or without the year."""

from __future__ import annotations

import re
from datetime import date

from contacts_tui.domain.text import fold

_LEAP_YEAR = 2000
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january janv janvier",
            "feb february fev fevr fevrier",
            "mar march mars",
            "apr april avr avril",
            "may mai",
            "jun june juin",
            "jul july juil juillet",
            "aug august aout",
            "sep sept september septembre",
            "oct october octobre",
            "nov november novembre",
            "dec december decembre",
        ),
        start=1,
    )
    for name in names.split()
}
_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")
_FILLERS = frozenset(("st", "nd", "rd", "th", "er", "of", "de", "le", "the"))


def parse_day(text: str) -> tuple[int | None, int, int] | None:
    """Year (None where there is none), month and day of what was typed; None where it is no day, or may be two.

    ``2026-11-24``, ``--05-09``, ``05-09``, ``3 may 1990``, ``May 3, 1990``, ``3 mai``, ``31/12/1990``. A month in
    digits comes before the day after a year or a hyphen; else only one order may be a day: ``3/4`` may be two.
    """
    parts = [part for part in _PARTS.findall(fold(text)) if part not in _FILLERS]
    words = [part for part in parts if not part.isdigit()]
    numbers = [part for part in parts if part.isdigit()]
    if len(words) > 1 or not 1 <= len(numbers) <= 3 or any(len(number) > 4 for number in numbers):
        return None
    years = [number for number in numbers if len(number) == 4]
    rest = [int(number) for number in numbers if len(number) < 3]
    if len(years) > 1 or len(years) + len(rest) != len(numbers):
        return None
    year = int(years[0]) if years else None
    if words:
        month = _MONTHS.get(words[0])
        return _known(year, month, rest[0]) if month and len(rest) == 1 else None
    if len(rest) != 2:
        return None
    if parts[0] == years[0] if years else "-" in text:
        return _known(year, rest[0], rest[1])
    found = {day for day in (_known(year, rest[0], rest[1]), _known(year, rest[1], rest[0])) if day}
    return found.pop() if len(found) == 1 else None


def _known(year: int | None, month: int, day: int) -> tuple[int | None, int, int] | None:
    try:
        date(_LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        return None
    return year, month, day
