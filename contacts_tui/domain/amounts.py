"""Quantities and amounts of money: kept as whole hundred-thousandths, so that their sums are exact in every engine."""

from __future__ import annotations

import re

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message, message

PLACES = 5
"""How many places after the decimal sign are kept; the next one rounds."""
ONE = 100_000

_MOST_DIGITS = 12
_BLANKS = re.compile("(?<=[0-9])[ \u00a0\u202f'\u2019](?=[0-9]{3})")
_NUMBER = re.compile(
    r"(?P<sign>[-+]?)(?P<whole>[0-9]+|[0-9]{1,3}(?P<mark>[.,])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
    r"(?:(?!(?P=mark))[.,](?P<rest>[0-9]+))?"
)
_MAY_BE_TWO = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}")


def check(text: str, *, field: str, label: Message) -> int | None:
    """The number that was typed, in hundred-thousandths; None for blank.

    The decimal sign is a point or a comma; thousands may be parted by the other one, by blanks or by apostrophes. A
    single point is the decimal sign, as programs write it; ``1,234`` may be two numbers.

    Raises:
        Refused: with the value, where it is no number, may be two, or is too large to be kept.
    """
    if not text:
        return None
    bare = _BLANKS.sub("", text)
    if _MAY_BE_TWO.fullmatch(bare):
        told = message(
            "{field}: “{value}” may be {one} or {other}. Write it without a sign between the thousands.",
            field=label,
            value=text,
            one=bare.replace(",", "."),
            other=bare.replace(",", ""),
        )
        raise Refused(told, field=field, value=text)
    found = _NUMBER.fullmatch(bare)
    whole = found["whole"].replace(found["mark"] or " ", "") if found else ""
    if not found or len(whole) > _MOST_DIGITS:
        told = message("{field}: “{value}” is not a number. Write it such as 1234.50.", field=label, value=text)
        raise Refused(told, field=field, value=text)
    rest = (found["rest"] or "").ljust(PLACES + 1, "0")
    kept = int(whole + rest[:PLACES]) + (rest[PLACES] >= "5")
    return -kept if found["sign"] == "-" else kept


def plain(value: int, least: int = 0) -> str:
    """A number with a point, such as ``-1234.5``, and at least so many places."""
    whole, rest = divmod(abs(value), ONE)
    places = f"{rest:0{PLACES}}".rstrip("0").ljust(least, "0")
    return f"{'-' if value < 0 else ''}{whole}{'.' if places else ''}{places}"
