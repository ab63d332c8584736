"""Rows that come from outside, whatever their format: texts by field name, each with the place it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row stands: the name of its file and its line there, the first one being 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class IncomingLine:
    """A line for a list of the set-up: `list` is the list's name, `values` its texts by field name."""

    list: str
    values: Mapping[str, str]
    source: Source


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """A contact: its texts by field name.

    `values` may hold `company` (the number of a person's company) and `company_name`, which names one without a number.
    """

    values: Mapping[str, str]
    source: Source
    uid: str = ""


@dataclass(frozen=True, slots=True)
class IncomingAssignment:
    """A code given to the contact of that number.

    A web source has a search word; a business relation may name what it links to and the number there.
    """

    list: str
    number: str
    code: str
    source: Source
    search_word: str = ""
    link_to: str = ""
    no: str = ""


@dataclass(frozen=True, slots=True)
class IncomingSalesLine:
    """A line of a posted invoice or credit memo: its texts by field name, and `unit_cost`."""

    values: Mapping[str, str]
    source: Source


@dataclass(frozen=True, slots=True)
class Incoming:
    """What an import brings: lines of lists, contacts, the codes that contacts have, and what customers have bought."""

    lines: tuple[IncomingLine, ...] = ()
    contacts: tuple[IncomingContact, ...] = ()
    assignments: tuple[IncomingAssignment, ...] = ()
    sales_lines: tuple[IncomingSalesLine, ...] = ()

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.lines) + len(self.contacts) + len(self.assignments) + len(self.sales_lines)
