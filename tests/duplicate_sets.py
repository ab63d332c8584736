"""Books with known duplicates, as they lie beside the project: the values of each by their kind, and the true pairs."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from contacts_tui.domain.likeness.details import Details

Link = tuple[int, int]

LEAST_PRECISION = 0.93
LEAST_F1 = {
    "febrl1": (0.995, 0.995),
    "febrl2": (0.995, 0.995),
    "fake_1000": (0.90, 0.95),
    "restaurants": (0.94, 0.94),
    "Fodors-Zagats": (0.98, 0.98),
}
"""What is to be reached in each book, by direct pairs, and with those through a third contact."""


@dataclass(frozen=True, slots=True)
class Known:
    """A book, the pairs in it that are the same contact, and, where only some were looked at, all pairs that were."""

    name: str
    rows: tuple[Details, ...]
    same: frozenset[Link]
    judged: frozenset[Link] | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """How many of the pairs that were found are true, and how many of the true ones were found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def reached(direct: Quality, every: Quality, known: Known) -> bool:
    """Tell whether the goals of a book are reached."""
    least = zip((direct, every), LEAST_F1[known.name], strict=True)
    return all(found.f1 >= f1 and found.precision >= LEAST_PRECISION for found, f1 in least)


def quality(found: Iterable[Link], known: Known) -> Quality:
    """What the pairs that were found, the lower id first, are worth."""
    given = {link for link in found if known.judged is None or link in known.judged}
    right = len(given & known.same)
    return Quality(right / max(1, len(given)), right / max(1, len(known.same)))


def sets(folder: Path) -> tuple[Known, ...]:
    """All books of the folder."""
    return (
        _febrl(folder / "febrl1.csv"),
        _febrl(folder / "febrl2.csv"),
        _fake(folder / "splink_fake_1000.csv"),
        _restaurants(folder / "restaurant-nophone-training.csv"),
        _restaurant_pairs(folder / "fodors-zagats_train_pairs.txt"),
    )


def _rows(path: Path) -> list[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {key.strip(): value.strip() for key, value in row.items()}
            for row in csv.DictReader(file, skipinitialspace=True)
        ]


def _pairs(entities: Iterable[tuple[str, int]]) -> frozenset[Link]:
    """All pairs of ids that belong to one entity."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for entity, found in entities:
        members[entity].append(found)
    return frozenset(pair for ids in members.values() for pair in combinations(sorted(ids), 2))


def _febrl(path: Path) -> Known:
    rows = _rows(path)
    people = tuple(
        Details(
            id=at,
            is_company=False,
            first_name=row["given_name"],
            surname=row["surname"],
            birthday=row["date_of_birth"],
            numbers=(row["soc_sec_id"],),
            address=f"{row['street_number']} {row['address_1']}",
            post_code=row["postcode"],
            town=row["suburb"],
            county=row["state"],
        )
        for at, row in enumerate(rows)
    )
    return Known(path.stem, people, _pairs((row["rec_id"].split("-")[1], at) for at, row in enumerate(rows)))


def _fake(path: Path) -> Known:
    rows = _rows(path)
    people = tuple(
        Details(
            id=at,
            is_company=False,
            first_name=row["first_name"],
            surname=row["surname"],
            birthday=row["dob"],
            emails=(row["email"],),
            town=row["city"],
        )
        for at, row in enumerate(rows)
    )
    return Known("fake_1000", people, _pairs((row["cluster"], at) for at, row in enumerate(rows)))


def _restaurants(path: Path) -> Known:
    rows = _rows(path)
    companies = tuple(
        Details(
            id=at,
            is_company=True,
            name=row["name"],
            address=row["address"],
            town=row["city"],
            other=row["cuisine"],
        )
        for at, row in enumerate(rows)
    )
    return Known("restaurants", companies, _pairs((row["unique_id"], at) for at, row in enumerate(rows)))


_VALUE = re.compile(r"COL (\w+) VAL (.*?)(?= COL |$)")


def _restaurant_pairs(path: Path) -> Known:
    """Each side of a pair is a row; a row that stands in many pairs is one contact of the book."""
    ids: dict[str, int] = {}
    same, judged = set(), set()
    for line in path.read_text("utf-8").splitlines():
        left, right, truth = line.split("\t")
        one, other = (ids.setdefault(side.strip(), len(ids)) for side in (left, right))
        link = (min(one, other), max(one, other))
        judged.add(link)
        if truth == "1":
            same.add(link)
    rows = tuple(_restaurant(at, text) for text, at in ids.items())
    return Known("Fodors-Zagats", rows, frozenset(same), frozenset(judged))


def _restaurant(at: int, text: str) -> Details:
    values = {name: _unquoted(value) for name, value in _VALUE.findall(text)}
    return Details(
        id=at,
        is_company=True,
        name=values["name"],
        address=values["addr"],
        town=values["city"],
        phones=(values["phone"],),
        other=values["type"],
    )


def _unquoted(text: str) -> str:
    return re.sub(r"\s*\\ '\s*", "'", text).strip(" `'").strip()
