"""Phone numbers: what is refused, what is only unusual, and which one to dial (C-R13, C-R16)."""

from __future__ import annotations

from itertools import groupby

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message, message


def check(text: str, *, field: str, label: Message) -> str:
    """The number as typed; digits, blanks and signs are free (C-R13).

    Raises:
        Refused: when it holds a letter, of whatever script; the message quotes the letters.
    """
    if not any(map(str.isalpha, text)):
        return text
    letters = next("".join(run) for is_letter, run in groupby(text, str.isalpha) if is_letter)
    raise Refused(
        message("{field}: “{value}” has letters. Use digits, blanks and + ( ) - . / only.", field=label, value=letters),
        field=field,
        value=text,
    )


def warnings(text: str, country_code: str) -> tuple[Message, ...]:
    """What looks odd about a number: a length that its country does not have, or an unknown country prefix.

    Without a prefix and without a country known by its ISO code nothing can be said, so nothing is.
    """
    if not text:
        return ()
    import phonenumbers

    region = country_code if country_code in phonenumbers.SUPPORTED_REGIONS else None
    if region is None and not text.lstrip(" (").startswith("+"):
        return ()
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        if error.error_type == phonenumbers.NumberParseException.INVALID_COUNTRY_CODE:
            return (message("“{value}” starts with a country prefix that does not exist.", value=text),)
        return (message("“{value}” is unusual for a phone number.", value=text),)
    prefix = number.country_code or 0
    own = region is not None and phonenumbers.country_code_for_region(region) == prefix
    country = region if own else phonenumbers.region_code_for_country_code(prefix)
    match phonenumbers.is_possible_number_with_reason(number):
        case phonenumbers.ValidationResult.TOO_SHORT:
            return (message("“{value}” is short for a number in {country}.", value=text, country=country),)
        case phonenumbers.ValidationResult.TOO_LONG:
            return (message("“{value}” is long for a number in {country}.", value=text, country=country),)
        case phonenumbers.ValidationResult.INVALID_LENGTH:
            return (message("“{value}” has an unusual length for a number in {country}.", value=text, country=country),)
        case _:
            return ()


def to_dial(phone: str, mobile: str, *, mobile_first: bool = False) -> str:
    """The number to call: the phone, else the mobile; on a phone device the other way round (C-R16)."""
    return (mobile or phone) if mobile_first else (phone or mobile)
