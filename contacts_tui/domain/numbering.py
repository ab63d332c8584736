"""Drawing numbers from a series, and checking those that people type (domain section 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import message
from contacts_tui.domain.number_series import (
    MAX_LENGTH,
    NumberSeries,
    NumberSeriesLine,
    first_value,
    increment,
    number_value,
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A number handed out: the line as it is stored with it, and whether the warning number is reached (NS-R6)."""

    no: str
    line_after: NumberSeriesLine
    warn: bool


def choose_line(series: NumberSeries, lines: Iterable[NumberSeriesLine], on: date) -> NumberSeriesLine:
    """The line that hands out numbers on a day (NS-R3); never an older one because the newest is used up.

    Raises:
        Refused: when there is none (NS-R4); the message names the day where another day has one.
    """
    known = list(lines)
    valid = [line for line in known if line.starting_date is None or line.starting_date <= on]
    newest = max((line.starting_date or date.min for line in valid), default=None)
    usable = [line for line in valid if line.open and (line.starting_date or date.min) == newest]
    if usable:
        return min(usable, key=lambda line: (first_value(line), line.line_no))
    if any(line.open for line in known) or (known and not valid):
        raise _cannot_assign_on(series, on)
    raise Refused(
        message("Numbers cannot be assigned from series {series}: no line has numbers left.", series=series.code),
        field="number_series",
        value=series.code,
    )


def _cannot_assign_on(series: NumberSeries, on: date) -> Refused:
    return Refused(
        message("Numbers cannot be assigned from series {series} on {date}.", series=series.code, date=on),
        field="number_series",
        value=series.code,
    )


def next_number(
    series: NumberSeries, lines: Sequence[NumberSeriesLine], on: date, is_taken: Callable[[str], bool]
) -> Drawn:
    """The number that the next record gets on a day, passing over numbers that were typed by hand (NS-R9).

    Nothing is stored here: storing `line_after` draws the number, not storing it makes a preview (NS-R12).

    Raises:
        Refused: when the series hands out no numbers (NS-R8), no line is open (NS-R4), the day comes before the last
            one in a series in date order (NS-R10), or the line has no number left (NS-R5).
    """
    if not series.default_nos:
        raise Refused(
            message(
                "Series {series} does not assign numbers. Turn on its default nos., or type a number.",
                series=series.code,
            ),
            field="number",
        )
    line = choose_line(series, lines, on)
    if series.date_order and line.last_date_used is not None and on < line.last_date_used:
        raise Refused(
            message(
                "Series {series} is in date order: its last number is of {last}, so none can be assigned on {date}.",
                series=series.code,
                last=line.last_date_used,
                date=on,
            ),
            field="number",
        )
    if not line.starting_no and not line.last_no_used:
        raise Refused(
            message("Series {series} has no starting number. Give its line one.", series=series.code),
            field="number_series",
            value=series.code,
        )
    no = increment(line.last_no_used, line.increment_by) if line.last_no_used else line.starting_no
    _check_end(series, line, no)
    while is_taken(no):
        no = increment(no, line.increment_by)
        _check_end(series, line, no)
    warn = bool(line.ending_no and line.warning_no) and number_value(no) >= number_value(line.warning_no)
    return Drawn(no, replace(line, last_no_used=no, last_date_used=on), warn)


def _check_end(series: NumberSeries, line: NumberSeriesLine, no: str) -> None:
    value = number_value(no)
    if line.ending_no and value > number_value(line.ending_no):
        raise Refused(
            message(
                "Series {series} is used up: {value} is its last number. Add a line to it.",
                series=series.code,
                value=line.ending_no,
            ),
            field="number_series",
            value=series.code,
        )


def check_manual(series: NumberSeries | None, no: str) -> None:
    """Refuse a number that a user typed where numbers come from the series only (NS-R7).

    `series` is the one that the set-up names, None when it names none: then any number will do, but there must be one.

    Raises:
        Refused: with the switch that would allow it.
    """
    if len(no) > MAX_LENGTH:
        raise Refused(
            message("Number: “{value}” is longer than {limit} characters.", value=no, limit=MAX_LENGTH),
            field="number",
            value=no,
        )
    if series is None:
        if not no:
            raise Refused(
                message("Number: type a number, or name a number series in the marketing set-up."), field="number"
            )
        return
    if no and not series.manual_nos:
        raise Refused(
            message(
                "Number: “{value}” cannot be typed. Leave it blank, or turn on manual nos. of series {series}.",
                value=no,
                series=series.code,
            ),
            field="number",
            value=no,
        )
