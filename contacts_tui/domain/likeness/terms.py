"""The terms of a score: which field, how it agrees, and what it counts."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Field(StrEnum):
    """What was compared: each word of a name, and the name as a whole, are terms of their own."""

    WORD = "word"
    NAME = "name"
    FIRST_NAME = "first name"
    FORM = "legal form"
    BIRTHDAY = "birthday"
    NUMBER = "number"
    EMAIL = "e-mail"
    PHONE = "phone"
    STREET = "street"
    HOUSE = "house"
    POST_CODE = "post code"
    TOWN = "town"
    COUNTY = "county"
    COUNTRY = "country"
    OTHER = "other"


class Fit(StrEnum):
    """How two values agree."""

    SAME = "same"
    TYPO = "typo"
    SWAPPED = "swapped"
    NICKNAME = "nickname"
    BEGINNING = "beginning"
    INITIAL = "initial"
    GLUED = "glued"
    PART = "part"
    MISSING = "missing"
    DIFFERENT = "different"


class Term(NamedTuple):
    """A part of a score, in points, about the values `one` and `other`, whose rarity was `bits`.

    `number` is how many contacts have a shared value, of a typing error how many letters are wrong, and of an official
    number its place among them. A tuple, because a search of a whole book makes some millions of terms.
    """

    field: Field
    fit: Fit
    weight: float
    one: str = ""
    other: str = ""
    number: int = 0
    bits: float = 0.0
