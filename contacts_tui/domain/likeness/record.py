"""A contact in the form in which it is compared with others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from contacts_tui.domain.emails import addresses
from contacts_tui.domain.likeness.company_words import WEAK
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.words import company_name, person_words, plain_words, street_parts
from contacts_tui.domain.names import split_name
from contacts_tui.domain.text import digits, fold, parted

_PHONE = 8
_PHONE_LEAST = 5
_BIRTHDAY = 8
NO_YEAR = "0000"


@dataclass(frozen=True, slots=True)
class Record:
    """The comparable values of a contact; blank or empty where there are none.

    `words` are those of the name, `first` and `last` the parts of a person's; `weak` are those of a company's name that
    say little. `birthday` is eight digits, with `NO_YEAR` where the year is not known. `emails` are the parts before
    and after the @, `phones` the last digits. `house` are the numbers in the street.
    """

    id: int
    is_company: bool
    words: tuple[str, ...]
    first: tuple[str, ...]
    last: tuple[str, ...]
    forms: frozenset[str]
    weak: frozenset[str]
    birthday: str
    numbers: tuple[str, ...]
    emails: tuple[tuple[str, str], ...]
    phones: tuple[str, ...]
    street: tuple[str, ...]
    houses: tuple[str, ...]
    post_code: str
    town: str
    county: str
    country: str
    other: tuple[str, ...]


def record(details: Details) -> Record:
    """The comparable form of a contact."""
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    forms: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    town = plain_words(details.town)
    if details.is_company:
        words, forms = company_name(details.name)
        weak = frozenset(word for word in words if word in WEAK)
    else:
        first, last = _person(details)
        words = first + last
    street, houses = street_parts(details.address)
    return Record(
        id=details.id,
        is_company=details.is_company,
        words=words,
        first=first,
        last=last,
        forms=forms,
        weak=weak,
        birthday=_birthday(details.birthday),
        numbers=tuple(_squeezed(number) for number in details.numbers),
        emails=tuple(dict.fromkeys(_email(address) for text in details.emails for address in addresses(text))),
        phones=tuple(dict.fromkeys(filter(None, map(_phone, details.phones)))),
        street=street,
        houses=houses,
        post_code=_squeezed(details.post_code),
        town=" ".join("st" if word in ("saint", "sainte", "ste") else word for word in town),
        county=_squeezed(details.county),
        country=_squeezed(details.country),
        other=tuple(dict.fromkeys(plain_words(details.other))),
    )


def _person(details: Details) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the first and middle names, and of the surname."""
    if details.first_name or details.surname:
        first, last = person_words(details.first_name), person_words(details.surname)
        known = {*first, *last}
        middle = tuple(word for word in person_words(details.name) if word not in known)
        return first + middle, last
    first_name, middle_name, surname = split_name(details.name)
    return person_words(f"{first_name} {middle_name}"), person_words(surname)


@lru_cache(maxsize=16384)
def _squeezed(text: str) -> str:
    return "".join(parted(fold(text)))


def _phone(text: str) -> str:
    found = digits(text)
    return found[-_PHONE:] if len(found) >= _PHONE_LEAST else ""


def _birthday(text: str) -> str:
    found = digits(text)
    if len(found) == _BIRTHDAY:
        return found
    return NO_YEAR + found if len(found) == _BIRTHDAY - len(NO_YEAR) else ""


def _email(address: str) -> tuple[str, str]:
    local, _, domain = fold(address).rpartition("@")
    return local, domain
