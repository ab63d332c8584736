"""The base of everything that is stored as one row."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row. `id` is 0 until it is stored; `version` grows with each change and names what its holder saw."""

    id: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRecord(Record):
    """A line of a set-up list: a code, unique in its list, and what it means."""

    code: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnedRecord(Record):
    """A row that belongs to one contact, so that a change of it stamps the contact (C-R17)."""

    contact_id: int = 0
