"""Queries as people type them for a contact that they have in mind: half a name, another order, a slip of the finger.

Each is made from what is in the book, and only where nobody else answers to the same words, so that it is plain whom
it means. The choice is drawn from a fixed seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.text import digits, fold, words

_SLIPS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is typed, how it was made, and the number of the contact that is meant."""

    kind: str
    typed: str
    number: str


def wishes(rows: Sequence[ContactRow], each: int, seed: int = 20261124) -> list[Wish]:
    """At most `each` queries of every kind."""
    drawn = random.Random(seed)
    order = drawn.sample(rows, len(rows))
    found: list[Wish] = []
    for kind, make in _KINDS.items():
        of_kind = (Wish(kind, typed, row.no) for row in order for typed in make(row, rows, drawn))
        found += [wish for wish, _ in zip(of_kind, range(each), strict=False)]
    return found


def _named(rows: Sequence[ContactRow], fits: Callable[[str], bool]) -> int:
    return sum(fits(fold(row.name)) for row in rows)


def _beginning(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """As few letters of the name as begin no other."""
    name = fold(row.name)
    others = [fold(other.name) for other in rows if other is not row]
    for size in range(3, len(name) + 1):
        begun = name[:size]
        if not begun.endswith(" ") and not any(other.startswith(begun) for other in others):
            yield begun.upper() if drawn.random() < 0.3 else begun
            return


def _other_order(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """Two words of the name, the later one first, and only the beginning of one of them."""
    name = words(row.name)
    long = [word for word in name if len(word) > 3]
    if len(long) > 1:
        first, second = long[0], long[-1]
        if _named(rows, lambda other: first in other and second in other) == 1:
            yield f"{second} {first[: max(4, len(first) - 2)]}"


def _no_accents(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """The name without its accents, signs and capitals."""
    plain = " ".join(words(row.name))
    if plain != row.name.lower() and _named(rows, lambda other: other == fold(row.name)) == 1:
        yield plain


def _part(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """The middle of a word."""
    word = max(words(row.name), key=len)
    if len(word) > 7 and _named(rows, lambda other: word[2:-1] in other) == 1:
        yield word[2:-1]


def _slip(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """A word with a wrong letter, one missing, one too many or two swapped; and another word where it is not alone."""
    name = [word for word in words(row.name) if word.isalpha() and word.isascii()]
    word = max(name, key=len, default="")
    if len(word) < 6:
        return
    at = drawn.randrange(1, len(word) - 1)
    slipped = drawn.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + drawn.choice(_SLIPS) + word[at:],
            word[:at] + drawn.choice(_SLIPS) + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    if _named(rows, lambda other: slipped in other):
        return
    if _named(rows, lambda other: word in other) == 1:
        yield slipped
    elif len(name) > 1 and _named(rows, lambda other: all(one in other for one in name)) == 1:
        yield " ".join(slipped if one == word else one for one in name)


def _phone(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """A phone number as it is written elsewhere, or its last digits."""
    whole = digits(row.phone)
    if len(whole) < 10 or sum(whole in (digits(other.phone), digits(other.mobile)) for other in rows) != 1:
        return
    national = whole[-10:]
    forms = (
        national,
        f"({national[:3]}) {national[3:6]}-{national[6:]}",
        f"{national[:3]}.{national[3:6]}.{national[6:]}",
    )
    yield drawn.choice((*forms, f"00{whole}", row.phone, national[3:6] + "-" + national[6:]))


def _mail(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """An e-mail address, or what stands before its sign."""
    before = fold(row.email).partition("@")[0]
    if before and sum(before in fold(other.email) for other in rows) == 1:
        yield drawn.choice((row.email, row.email.upper(), f"{before}@"))


def _town(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """The town, and a word of the name."""
    word = max(words(row.name), key=len)
    town = words(row.city)
    if town and len(word) > 3 and sum(word in fold(o.name) and o.city == row.city for o in rows) == 1:
        yield f"{town[0]} {word}"


def _company(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """A person by the first name and a word of the company."""
    if row.company:
        first, word = words(row.name)[0], max(words(row.company), key=len)
        if sum(first in words(o.name) and word in fold(o.company) for o in rows) == 1 and len(first) > 2:
            yield f"{first} {word}"


def _number(row: ContactRow, rows: Sequence[ContactRow], drawn: random.Random) -> Iterator[str]:
    """The number, as it comes."""
    yield row.no.lower()


_KINDS = {
    "beginning": _beginning,
    "other order": _other_order,
    "no accents": _no_accents,
    "part of a word": _part,
    "slip of the finger": _slip,
    "phone": _phone,
    "e-mail": _mail,
    "town and name": _town,
    "company and first name": _company,
    "number": _number,
}
