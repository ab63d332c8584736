"""The two types of contact: all that a line of a list needs to know of what a contact is."""

from __future__ import annotations

from enum import StrEnum


class ContactType(StrEnum):
    COMPANY = "company"
    PERSON = "person"
