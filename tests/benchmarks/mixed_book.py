"""A book in which one contact of eleven was entered a second time, with the errors that people make.

Made from the contacts that all benchmarks have, so always the same for a size; people of one firm share its address
and mostly its telephone, and some of the others have a family.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.text import fold
from tests.benchmarks import generate
from tests.benchmarks.words import FIRST

Link = tuple[int, int]

_NICKNAMES = {"Robert": "Bob", "William": "Bill", "Daniel": "Dan", "Catherine": "Kate", "James": "Jim", "Susan": "Sue"}
_FORMS = {"inc.": "Incorporated", "ltée": "Limitée", "Ltd": "Limited", "Corp.": "Corporation", "SENC": ""}
_SHORT = {"Street": "St", "boulevard": "boul.", "chemin": "ch.", "Équipements": "Equip.", "Services": "Serv."}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class MixedBook:
    """The contacts, the pairs that are the same one, and pairs of different people who share an address."""

    rows: tuple[Details, ...]
    same: frozenset[Link]
    neighbours: tuple[Link, ...]


def mixed_book(size: int) -> MixedBook:
    """A book of about `size` contacts."""
    rng = random.Random(f"mixed book of {size}")
    first = list(_originals(rng, size * 10 // 11))
    rows, same = list(first), set()
    for original in rng.sample(first, len(first) // 10):
        copy = replace(_company(rng, original) if original.is_company else _person(rng, original), id=len(rows))
        if any((copy.emails, copy.phones, copy.address)):
            same.add((original.id, copy.id))
            rows.append(copy)
    return MixedBook(tuple(rows), frozenset(same), tuple(_neighbours(first)))


def _originals(rng: random.Random, size: int) -> Iterator[Details]:
    seen, at = set(), 0
    switchboards: dict[str, str] = {}
    for contact in generate.contacts(size):
        values = contact.values
        company = values.get("company", "")
        if company and (values["name"], company) in seen:
            continue
        seen.add((values["name"], company))
        details = _details(at, values)
        if details.is_company:
            switchboards[values["number"]] = values["phone"]
        elif company and rng.random() < 0.7:
            details = replace(details, phones=(switchboards[company], values.get("mobile", "")))
        elif not company:
            details = replace(details, birthday=_birthday(rng))
        yield details
        at += 1
        if not details.is_company and not company and rng.random() < 0.3:
            family = f"{rng.choice(FIRST)} {details.name.split()[-1]}"
            if family != details.name:
                yield replace(details, id=at, name=family, emails=(), birthday=_birthday(rng))
                at += 1


def _details(at: int, values: Mapping[str, str]) -> Details:
    return Details(
        id=at,
        is_company=values["type"] == "company",
        name=values["name"],
        emails=(values["email"],),
        phones=(values["phone"], values.get("mobile", "")),
        address=values["address"],
        post_code=values["post_code"],
        town=values["city"],
        country=values["country"],
    )


def _birthday(rng: random.Random) -> str:
    return f"{rng.randint(1940, 2005)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}" if rng.random() < 0.6 else ""


def _person(rng: random.Random, of: Details) -> Details:
    words = of.name.split()
    chance = rng.random()
    if chance < 0.35:
        words[-1] = _typo(rng, words[-1])
    elif chance < 0.5:
        words[0] = _NICKNAMES.get(words[0], _typo(rng, words[0]))
    elif chance < 0.56:
        words[0] = f"{words[0][0]}."
    elif chance < 0.62:
        words = [*words[1:], words[0]]
    return _sparser(rng, replace(of, name=" ".join(words)))


def _company(rng: random.Random, of: Details) -> Details:
    words = [_SHORT.get(word, word) if rng.random() < 0.5 else word for word in of.name.split()]
    if words[-1] in _FORMS:
        words[-1] = rng.choice((_FORMS[words[-1]], words[-1], ""))
    if rng.random() < 0.4:
        at = rng.randrange(min(2, len(words)))
        words[at] = _typo(rng, words[at])
    return _sparser(rng, replace(of, name=" ".join(filter(None, words))))


def _sparser(rng: random.Random, of: Details) -> Details:
    """The second entry knows less: something is missing, written otherwise, or has changed."""
    if rng.random() < 0.4:
        of = replace(of, emails=())
    if rng.random() < 0.4:
        of = replace(of, phones=())
    else:
        of = replace(of, phones=tuple(phone.replace(" ", "-").removeprefix("+1-") for phone in of.phones))
    if rng.random() < 0.1 and (of.emails or of.phones):
        town, post_code, _, country = rng.choice(generate.TOWNS)
        street = f"{rng.randint(1, 900)} Park Avenue"
        return replace(of, address=street, post_code=post_code, town=town, country=country)
    words = [_SHORT.get(word, word) if rng.random() < 0.5 else word for word in of.address.split()]
    of = replace(of, address=" ".join(words), town=_typo(rng, of.town) if rng.random() < 0.1 else fold(of.town))
    if rng.random() < 0.2:
        of = replace(of, post_code="")
    return of


def _typo(rng: random.Random, word: str) -> str:
    if len(word) < 4:
        return word
    at = rng.randrange(1, len(word) - 1)
    match rng.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + rng.choice(_LETTERS) + word[at:]
        case 2:
            return word[:at] + rng.choice(_LETTERS) + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _neighbours(rows: Sequence[Details]) -> Iterator[Link]:
    """People of one address with plainly other first names, who have neither e-mail address nor birthday in common."""
    houses: dict[tuple[str, str], list[Details]] = {}
    for row in rows:
        if not row.is_company:
            houses.setdefault((row.address, row.post_code), []).append(row)
    for people in houses.values():
        for one, other in combinations(people[:40], 2):
            if one.name.split()[0][0] != other.name.split()[0][0] and one.name != other.name:
                yield one.id, other.id
