"""VAT registration numbers: the forms of a country, and check digits as a warning (C-R15)."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message, message

_DIGITS, _LETTERS = frozenset("0123456789"), frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_IGNORED = str.maketrans("", "", " .-")


def check(number: str, formats: Sequence[str], *, label: Message, field: str = "vat_number") -> str:
    """The number in upper case; it must have one of the forms of its country, where there are any.

    In a form ``#`` is a digit, ``@`` a letter, ``?`` either, and everything else itself. Blanks, dots and hyphens
    count on neither side.

    Raises:
        Refused: when it has none of the forms; the message names them.
    """
    number = number.strip().upper()
    if number and formats and not any(_has_form(number, form) for form in formats):
        raise Refused(
            message(
                "{field}: “{value}” has none of the forms of its country: {formats}. # is a digit, @ a letter.",
                field=label,
                value=number,
                formats=", ".join(formats),
            ),
            field=field,
            value=number,
        )
    return number


def _has_form(number: str, form: str) -> bool:
    signs, places = number.translate(_IGNORED), form.upper().translate(_IGNORED)
    return len(signs) == len(places) and all(map(_fits, signs, places))


def _fits(sign: str, place: str) -> bool:
    match place:
        case "#":
            return sign in _DIGITS
        case "@":
            return sign in _LETTERS
        case "?":
            return sign in _DIGITS or sign in _LETTERS
        case _:
            return sign == place


def warnings(number: str, country_code: str) -> tuple[Message, ...]:
    """What looks odd about a number, for countries whose numbers are known by their ISO code."""
    if not number or len(country_code) != 2 or not (country_code.isascii() and country_code.isalpha()):
        return ()
    from stdnum import get_cc_module
    from stdnum.exceptions import InvalidChecksum, ValidationError

    known = get_cc_module(country_code, "vat")
    if known is None:
        return ()
    try:
        known.validate(number)
    except InvalidChecksum:
        return (message("“{value}”: the check digits do not fit.", value=number),)
    except ValidationError:
        return (message("“{value}” is unusual for a VAT number of {country}.", value=number, country=country_code),)
    return ()
