"""Which contacts are compared at all: those that share a key that few have.

A key is a number made of a value, or of two rough ones, so that a pair with a typing error in one place still shares
another key. It means something while the program runs only.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from contacts_tui.domain.likeness.closeness import skeleton
from contacts_tui.domain.likeness.mail import is_of_the_name
from contacts_tui.domain.likeness.mailboxes import FREE, ROLES
from contacts_tui.domain.likeness.record import Record

MOST = 25
"""A key that more contacts have is passed over: the finer ones tell them apart."""
_END = 5
_LOCAL = 4


def keys(record: Record) -> tuple[int, ...]:
    """The keys of a contact, each once, as signed numbers of 64 bits."""
    kind = "c" if record.is_company else "p"
    return tuple({hash(kind + value) for value in _values(record)})


class Groups:
    """The contacts of a book by the keys that they share, filled one contact after another."""

    def __init__(self) -> None:
        self._keys: list[array[int]] = []
        self._first: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}

    def add(self, record: Record) -> None:
        """Take in the next contact; its place is how many were there before it."""
        place = len(self._keys)
        self._keys.append(array("q", keys(record)))
        for key in self._keys[-1]:
            if self._first.setdefault(key, place) != place:
                self._more.setdefault(key, []).append(place)

    def after(self, place: int, least: int = 1) -> list[int]:
        """The places after this one whose contacts share at least so many keys with it that few enough have."""
        found: Counter[int] = Counter()
        for key in self._keys[place]:
            more = self._more.get(key, ())
            if len(more) < MOST:
                found.update(more)
        return sorted(other for other, shared in found.items() if other > place and shared >= least)


def _values(record: Record) -> Iterator[str]:
    yield from _of_the_name(record)
    yield from _of_the_identity(record)
    where = [*_of_the_place(record)]
    if record.is_company:
        yield from _of_the_house(record)
    bones = {skeleton(word) for word in record.words}
    for word in bones:
        for value in where:
            yield f"r{word} {value}"


def _of_the_name(record: Record) -> Iterator[str]:
    for word in record.words:
        yield f"n{word}"
    for one, other in combinations(sorted({skeleton(word) for word in record.words}), 2):
        yield f"w{one} {other}"
    joined = "".join(record.words)
    if joined:
        yield f"f{joined[:_END]}"
        yield f"l{joined[-_END:]}"


def _of_the_identity(record: Record) -> Iterator[str]:
    """What one contact has for itself."""
    for local, domain in record.emails:
        yield f"e{local}@{domain}"
        if len(local) >= _LOCAL and local not in ROLES and not is_of_the_name(local, record):
            yield f"e{local}"
        yield f"r{skeleton(local)} e{skeleton(domain)}"
    for at, number in enumerate(record.numbers):
        if number:
            yield f"i{at}{number}"
    if record.birthday:
        yield f"b{record.birthday}"
        yield f"bt{record.birthday[:6]}{skeleton(record.town)}"


def _of_the_place(record: Record) -> Iterator[str]:
    """What many share, and so is a key only together with a word of the name."""
    for word in record.street:
        for number in record.houses or ("",):
            yield f"s{skeleton(word)} {number}"
    if record.post_code:
        yield f"z{record.post_code}"
    if record.town:
        yield f"t{skeleton(record.town)}"
    for number in record.phones:
        yield f"p{number}"
    if record.birthday:
        yield f"m{record.birthday[4:]}"
        yield f"y{record.birthday[:4]}"


def _of_the_house(record: Record) -> Iterator[str]:
    """What a company shares with few others; people share it with everyone who lives or works there."""
    for number in record.phones:
        yield f"p{number}"
    for _, domain in record.emails:
        if domain not in FREE:
            yield f"d{domain}"
    for number in record.houses:
        for word in record.street:
            yield f"h{word} {number}"
        if record.post_code:
            yield f"zh{record.post_code} {number}"
