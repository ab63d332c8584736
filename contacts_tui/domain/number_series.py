"""Number series: which number a new record gets (domain section 1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import message
from contacts_tui.domain.record import CodeRecord, Record

MAX_LENGTH = 20
_LAST_DIGITS = re.compile(r"^(.*?)([0-9]+)([^0-9]*)$", re.DOTALL)


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
