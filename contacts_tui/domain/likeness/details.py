"""What of a contact is compared, as the book has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The values of one contact, as typed; blank ones count neither for nor against a pair.

    `name` alone is enough; for a person `first_name` and `surname`, where known, tell the parts of it apart. `numbers`
    are official ones that hardly anybody shares, each kind at its own place (VAT, registration). `birthday` is
    ``YYYY-MM-DD``, ``YYYYMMDD`` or ``--MM-DD``. `country` is a code. `other` is any further text, such as a trade.
    """

    id: int
    is_company: bool
    name: str = ""
    first_name: str = ""
    surname: str = ""
    birthday: str = ""
    numbers: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    address: str = ""
    post_code: str = ""
    town: str = ""
    county: str = ""
    country: str = ""
    other: str = ""
