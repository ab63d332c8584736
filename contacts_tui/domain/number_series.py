"""Number series: which number a new record gets (domain section 1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.record import CodeRecord, Record

MAX_LENGTH = 20
_LAST_DIGITS = re.compile(r"^(.*?)([0-9]+)([^0-9]*)$", re.DOTALL)
_NUMBERS = {
    "starting_no": N_("Starting no."),
    "ending_no": N_("Ending no."),
    "warning_no": N_("Warning no."),
    "last_no_used": N_("Last no. used"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSeries(CodeRecord):
    """A series (1.1). `default_nos`: numbers may be assigned; `manual_nos`: a user may type one."""

    default_nos: bool = False
    manual_nos: bool = False
    date_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSeriesLine(Record):
    """A line of a series (1.2), valid from its starting date on."""

    number_series_id: int = 0
    line_no: int = 10000
    starting_date: date | None = None
    starting_no: str = ""
    ending_no: str = ""
    warning_no: str = ""
    increment_by: int = 1
    last_no_used: str = ""
    last_date_used: date | None = None
    allow_gaps: bool = False

    @property
    def open(self) -> bool:
        """A line is open until its ending number is used (1.2)."""
        return not self.ending_no or self.ending_no != self.last_no_used


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSeriesRelationship(Record):
    """A series that a user may pick instead of another (table 310)."""

    number_series_id: int = 0
    alternative_id: int = 0


def _parts(no: str) -> tuple[str, str, str]:
    found = _LAST_DIGITS.match(no) if len(no) <= MAX_LENGTH else None
    if found is None:
        text = (
            message("“{value}” is longer than {limit} characters.", value=no, limit=MAX_LENGTH)
            if len(no) > MAX_LENGTH
            else message("“{value}” has no digit, so there is no next number. Use one such as CT000001.", value=no)
        )
        raise Refused(text, field="number", value=no)
    return found[1], found[2], found[3]


def increment(no: str, by: int = 1) -> str:
    """The number `by` further: the last run of digits grows, all around it stays, leading zeros too (NS-R2).

    Raises:
        Refused: when there is no digit, or the result is longer than 20 characters.
    """
    prefix, run, suffix = _parts(no)
    grown = f"{prefix}{str(int(run) + by).zfill(len(run))}{suffix}"
    if len(grown) > MAX_LENGTH:
        raise Refused(
            message(
                "The number after “{value}” has more than {limit} characters. Start a new line in the number series.",
                value=no,
                limit=MAX_LENGTH,
            ),
            field="number",
            value=no,
        )
    return grown


def number_value(no: str) -> int:
    """What numbers of one series are compared by: the last run of digits (NS-R15)."""
    return int(_parts(no)[1])


def shape(no: str) -> tuple[str, str]:
    """The text before and after the last run of digits, which all numbers of a line share (NS-R14)."""
    prefix, _, suffix = _parts(no)
    return prefix, suffix


def check_line(line: NumberSeriesLine, *, date_order: bool = False) -> None:
    """Refuse a line that could not hand out numbers in order; `date_order` is its series' switch.

    Raises:
        Refused: with the field, where a number has no digit or another text around its digits than the starting
            number (NS-R14), the ending number is below the starting one, a warning number has no ending number,
            gaps are allowed in a series in date order, or the increment is below 1.
    """
    if line.increment_by < 1:
        raise Refused(
            message("Increment-by no.: “{value}” is not a whole number from 1 up.", value=line.increment_by),
            field="increment_by",
            value=str(line.increment_by),
        )
    if line.allow_gaps and date_order:
        raise Refused(
            message("Allow gaps: a series in date order cannot have gaps. Turn one of the two off."),
            field="allow_gaps",
        )
    if line.warning_no and not line.ending_no:
        raise Refused(
            message("Warning no.: “{value}” needs an ending number as well.", value=line.warning_no),
            field="warning_no",
            value=line.warning_no,
        )
    _check_shapes(line)
    if line.starting_no and line.ending_no and number_value(line.ending_no) < number_value(line.starting_no):
        raise Refused(
            message(
                "Ending no.: “{value}” comes before the starting number {starting}.",
                value=line.ending_no,
                starting=line.starting_no,
            ),
            field="ending_no",
            value=line.ending_no,
        )


def check_turn(before: NumberSeriesLine | None, line: NumberSeriesLine, others: Iterable[NumberSeriesLine]) -> None:
    """Refuse a line when it would be unclear which one of its series hands out numbers; `before`: as it is stored.

    Of the open lines of one date the lowest starting number comes first (NS-R3). So two of them need numbers that
    differ, and the lower one an ending number, without which the turn of the higher one would never come.

    Raises:
        Refused: naming the line that is in the way.
    """
    if not line.open or (before is not None and before.open and _turn(before) == _turn(line)):
        return
    for other in others:
        if not other.open or other.starting_date != line.starting_date:
            continue
        low, high = sorted((line, other), key=first_value)
        is_tie = first_value(low) == first_value(high)
        if is_tie or not low.ending_no:
            text = _tie(line, other) if is_tie else _never_ends(line, other, low)
            raise Refused(text, field="starting_date", value=line.starting_no)


def first_value(line: NumberSeriesLine) -> int:
    """What the lines of one date take their turns by (NS-R3): the starting number, one without any before all."""
    return number_value(line.starting_no) if line.starting_no else -1


def _turn(line: NumberSeriesLine) -> tuple[object, ...]:
    return line.number_series_id, line.starting_date, line.starting_no, bool(line.ending_no)


def _tie(line: NumberSeriesLine, other: NumberSeriesLine) -> Message:
    return message(
        "Starting date: the lines “{value}” and “{other}” hold from the same date, and neither number is lower. "
        "Give one of them another date.",
        value=_called(line),
        other=_called(other),
    )


def _never_ends(line: NumberSeriesLine, other: NumberSeriesLine, low: NumberSeriesLine) -> Message:
    return message(
        "Starting date: the lines “{value}” and “{other}” hold from the same date. "
        "Give one of them another date, or “{low}” an ending number.",
        value=_called(line),
        other=_called(other),
        low=_called(low),
    )


def _called(line: NumberSeriesLine) -> str:
    return line.starting_no or str(line.line_no)


def _check_shapes(line: NumberSeriesLine) -> None:
    first = ""
    for attr, label in _NUMBERS.items():
        no: str = getattr(line, attr)
        if not no:
            continue
        try:
            same = not first or shape(no) == shape(first)
            number_value(no)
        except Refused as refused:
            raise Refused(
                message("{field}: {reason}", field=Message(label), reason=refused.message), field=attr, value=no
            ) from None
        if not same:
            raise Refused(
                message(
                    "{field}: “{value}” and “{other}” differ in more than their last digits.",
                    field=Message(label),
                    value=no,
                    other=first,
                ),
                field=attr,
                value=no,
            )
        first = first or no


def line_changed(before: NumberSeriesLine, after: NumberSeriesLine) -> NumberSeriesLine:
    """The line after an edit: clearing the ending number clears the warning number (1.2)."""
    if before.ending_no and not after.ending_no and after.warning_no == before.warning_no:
        return replace(after, warning_no="")
    return after


def highest(numbers: Iterable[str], prefix: str = "CT") -> str:
    """The highest number of the form prefix and digits; blank when there is none."""
    of_form = (
        no for no in numbers if no.startswith(prefix) and no[len(prefix) :].isascii() and no[len(prefix) :].isdigit()
    )
    return max(of_form, key=lambda no: (int(no[len(prefix) :]), no), default="")


def after_highest(numbers: Iterable[str], prefix: str = "CT") -> str:
    """The number that a series made for an imported book starts with: the one after the highest there is."""
    last = highest(numbers, prefix)
    return increment(last) if last else f"{prefix}000001"
