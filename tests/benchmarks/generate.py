"""Contacts that are made up: always the same for a size, with common names and rare ones as in a real book.

One of ten is a company. Of the people about one of eighteen is independent, the others belong to a company, some to
very large ones. Numbers rise, so that a part of the contacts may be taken in before the next is made.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from contacts_tui.domain.incoming import IncomingAssignment, IncomingContact, IncomingLine, Source
from contacts_tui.domain.text import fold
from tests.benchmarks.words import ENDINGS, FIRST, JOBS, LAST, SYLLABLES, TRADES

T = TypeVar("T")

_LEADS = ["Groupe", "Les Entreprises", "Atelier", "Maison", "Northern", "United", "Clinique", "École"]
_FORMS = ["inc.", "ltée", "Ltd", "& Fils", "Corp.", "SENC", "et associés", ""]
TOWNS = (
    ("Montréal", "H2X", "514", "CA"), ("Québec", "G1R", "418", "CA"), ("Laval", "H7N", "450", "CA"),
    ("Gatineau", "J8X", "819", "CA"), ("Longueuil", "J4K", "450", "CA"), ("Sherbrooke", "J1H", "819", "CA"),
    ("Lévis", "G6V", "418", "CA"), ("Saguenay", "G7H", "418", "CA"), ("Trois-Rivières", "G9A", "819", "CA"),
    ("Rimouski", "G5L", "418", "CA"), ("Saint-Jérôme", "J7Z", "450", "CA"), ("Toronto", "M5V", "416", "CA"),
    ("Ottawa", "K1P", "613", "CA"), ("Moncton", "E1C", "506", "CA"), ("Halifax", "B3J", "902", "CA"),
    ("Calgary", "T2P", "403", "CA"), ("Vancouver", "V6B", "604", "CA"), ("Burlington", "05401", "802", "US"),
    ("Albany", "12207", "518", "US"), ("Boston", "02108", "617", "US"), ("New York", "10001", "212", "US"),
    ("Chicago", "60601", "312", "US"), ("Leeds", "LS1", "113", "GB"), ("Odense", "5000", "66", "DK"),
)  # fmt: skip
_STREETS = ("rue Principale", "rue Saint-Jean", "chemin du Lac", "Main Street", "boulevard Laurier", "King Street")
_CODES = {
    "salespeople": ("PS", "JR", "LT", "MD"),
    "territories": ("EAST", "WEST", "NORTH"),
    "languages": ("FRC", "ENU"),
    "countries": ("CA", "US", "GB", "DK"),
    "industry_groups": ("RETAIL", "MANUF", "PRESS", "HEALTH"),
    "business_relations": ("CUST", "PROS", "VEND"),
}
_NAMED = ("salespeople", "territories", "languages", "countries")
RARE = "Zéphirine Quackenbush"
"""A person whom every book has, at the company below."""
RARE_COMPANY = "Zincworks Quackenbush inc."
_RARE_NAMES = 6_000
_FILE = "benchmark.csv"


@dataclass(frozen=True, slots=True)
class _Company:
    """What the people of a company share with it."""

    domain: str
    town: tuple[str, str, str, str]
    post_code: str
    street: str


def lines() -> tuple[IncomingLine, ...]:
    """The codes that the contacts have, and the series that numbers new ones."""
    found = [
        IncomingLine("number_series", {"code": "CONT", "default_nos": "true", "manual_nos": "true"}, Source(_FILE, 1)),
        IncomingLine(
            "number_series_lines",
            {"number_series": "CONT", "starting_no": "CT9000001", "ending_no": "CT9999999"},
            Source(_FILE, 1),
        ),
    ]
    for name, codes in _CODES.items():
        for code in codes:
            meaning = "name" if name in _NAMED else "description"
            found.append(IncomingLine(name, {"code": code, meaning: code.title()}, Source(_FILE, 1)))
    return tuple(found)


def contacts(size: int) -> Iterator[IncomingContact]:
    """The contacts of a book of that size, the companies first."""
    rng = random.Random(f"contacts of {size}")
    last = [*LAST, *_rare_names()]
    count = max(1, size // 10)
    companies = []
    for at in range(count):
        name = RARE_COMPANY if at == 0 else _company_name(rng, last)
        company = _made_company(rng, at, name)
        companies.append(company)
        yield IncomingContact(_company_values(rng, at, name, company), Source(_FILE, at + 2))
    for at in range(count, size):
        name = RARE if at == count else f"{_skewed(rng, FIRST, 2.2)} {_surname(rng, last)}"
        of = None if at > count and rng.random() < 0.055 else int(count * rng.random() ** 1.4) if at > count else 0
        yield IncomingContact(_person_values(rng, at, name, of, companies), Source(_FILE, at + 2))


def codes(part: Sequence[IncomingContact]) -> Iterator[IncomingAssignment]:
    """The codes that companies of a part of the contacts have: a relation each, a group some."""
    for contact in part:
        if contact.values["type"] != "company":
            continue
        number, line = contact.values["number"], contact.source.line
        relations, groups = _CODES["business_relations"], _CODES["industry_groups"]
        yield IncomingAssignment("business_relations", number, relations[line % len(relations)], contact.source)
        if line % 2:
            yield IncomingAssignment("industry_groups", number, groups[line // 2 % len(groups)], contact.source)


def number(at: int) -> str:
    """The number of the contact at a place, counted from 0."""
    return f"CT{at + 1:07d}"


def _rare_names() -> list[str]:
    rng = random.Random("rare names")
    return [
        "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 2))).capitalize() + rng.choice(ENDINGS)
        for _ in range(_RARE_NAMES)
    ]


def _skewed(rng: random.Random, found: Sequence[T], power: float) -> T:
    return found[int(len(found) * rng.random() ** power)]


def _surname(rng: random.Random, last: Sequence[str]) -> str:
    return _skewed(rng, LAST, 2.0) if rng.random() < 0.65 else rng.choice(last)


def _company_name(rng: random.Random, last: Sequence[str]) -> str:
    lead = f"{rng.choice(_LEADS)} " if rng.random() < 0.25 else ""
    return f"{lead}{_surname(rng, last)} {rng.choice(TRADES)} {rng.choice(_FORMS)}".strip()


def _made_company(rng: random.Random, at: int, name: str) -> _Company:
    town = _skewed(rng, TOWNS, 1.8)
    slug = "".join(c for c in fold(name) if c.isalnum())[:16]
    ending = f" {rng.randint(1, 9)}{rng.choice('ABEGHJKLMN')}{rng.randint(1, 9)}" if town[3] == "CA" else ""
    street = f"{rng.randint(1, 2000)} {rng.choice(_STREETS)}"
    return _Company(f"{slug}{at + 1}.example", town, town[1] + ending, street)


def _shared(rng: random.Random, company: _Company) -> dict[str, str]:
    town, _, _, country = company.town
    return {
        "address": company.street,
        "post_code": company.post_code,
        "city": town,
        "country": country,
        "phone": _phone(rng, company.town),
        "language": "FRC" if rng.random() < 0.6 else "ENU",
        "salesperson": rng.choice(_CODES["salespeople"]),
        "territory": rng.choice(_CODES["territories"]),
    }


def _company_values(rng: random.Random, at: int, name: str, company: _Company) -> dict[str, str]:
    return {
        "number": number(at),
        "type": "company",
        "name": name,
        **_shared(rng, company),
        "email": f"info@{company.domain}",
        "home_page": f"https://www.{company.domain}",
    }


def _person_values(
    rng: random.Random, at: int, name: str, of: int | None, companies: Sequence[_Company]
) -> dict[str, str]:
    values = {"number": number(at), "type": "person", "name": name}
    company = companies[of] if of is not None else _made_company(rng, at, name)
    first, _, last = fold(name).partition(" ")
    values |= _shared(rng, company)
    values["email"] = f"{first.replace(chr(39), '')}.{last.replace(' ', '').replace(chr(39), '')}@{company.domain}"
    if of is not None:
        values |= {"company": number(of), "job_title": rng.choice(JOBS)}
    if rng.random() < 0.4:
        values["mobile"] = _phone(rng, company.town)
    return values


def _phone(rng: random.Random, town: tuple[str, str, str, str]) -> str:
    country = {"CA": "+1", "US": "+1", "GB": "+44", "DK": "+45"}[town[3]]
    return f"{country} {town[2]} {rng.randint(200, 989)} {rng.randint(0, 9999):04d}"
