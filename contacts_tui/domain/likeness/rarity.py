"""How rare a value is in the book, in bits: what half of the contacts have says little, what two have says much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from math import log2

from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.likeness.weights import FEWEST


class Of(StrEnum):
    """What a counted value is; its sign stands before it in the table of counts."""

    NAME = "n"
    STREET = "s"
    HOUSE = "h"
    TOWN = "t"
    POST_CODE = "z"
    EMAIL = "e"
    DOMAIN = "d"
    PHONE = "p"
    BIRTHDAY = "b"
    NUMBER = "i"
    OTHER = "o"


COMMON = 3
"""What fewer contacts have is as rare as can be, so that its count need not be known."""


class Rarity:
    """The bits of values in a book of `total` contacts, from how many contacts have each; a missing count is 1."""

    __slots__ = ("_counts", "full")

    def __init__(self, total: int, counts: Mapping[str, int]) -> None:
        self.full = log2(max(total, FEWEST))
        self._counts = counts

    def count(self, of: Of, value: str) -> int:
        """How many contacts of the book have the value."""
        return self._counts.get(of + value, 1)

    def bits(self, of: Of, value: str) -> float:
        """The rarity of a value that two contacts share: one of those that have it is the duplicate itself."""
        count = self._counts.get(of + value, 0)
        return self.full if count < COMMON else self.full - log2(count - 1)


def counted(record: Record) -> Iterator[str]:
    """The values of a contact whose frequency counts, as the table of counts has them, each once."""
    yield from (Of.NAME + word for word in set(record.words))
    yield from (Of.STREET + word for word in record.street)
    yield from (Of.HOUSE + number for number in record.houses)
    yield from (Of.OTHER + word for word in record.other)
    yield from (Of.PHONE + phone for phone in record.phones)
    yield from (Of.NUMBER + number for number in set(record.numbers) if number)
    for local, domain in record.emails:
        yield f"{Of.EMAIL}{local}@{domain}"
    yield from {Of.DOMAIN + domain for _, domain in record.emails}
    for of, value in ((Of.TOWN, record.town), (Of.POST_CODE, record.post_code), (Of.BIRTHDAY, record.birthday)):
        if value:
            yield of + value


class Census:
    """Counts the values of a book, one contact after another."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._total = 0

    def add(self, record: Record) -> None:
        """Count the values of one more contact."""
        self._counts.update(counted(record))
        self._total += 1

    @property
    def counts(self) -> Mapping[str, int]:
        """How many contacts have each value."""
        return self._counts

    def rarity(self) -> Rarity:
        """The rarity of all values; those that at most two contacts have need not be kept."""
        return Rarity(self._total, {value: count for value, count in self._counts.items() if count >= COMMON})
