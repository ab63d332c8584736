"""Whether someone who is being entered is there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.judge import MOST, judge, tells_enough
from contacts_tui.domain.likeness.rarity import Rarity, counted
from contacts_tui.domain.likeness.record import record
from tests.domain.likeness import company, person

BOOK = (
    person("Zéphirine Quackenbush", id=10, town="Laval", phones=("514 555 0100",)),
    person("Marie Roy", id=11, town="Laval", phones=("514 555 0111",)),
    person("Marie Roy", id=12, town="Québec", phones=("418 555 0122",)),
    company("Zincworks inc.", id=13, town="Laval"),
)
COMMON = {"nmarie": 300, "nroy": 40}
KNOWN = {"nmarie": 200, "nroy": 3}


def likely(typed: Details, book: Sequence[Details] = BOOK, counts: Mapping[str, int] = COMMON, **how: Any) -> list[int]:
    found = judge(record(typed), map(record, book), Rarity(1000, counts), **how)
    return [pair.other if pair.one == typed.id else pair.one for pair in found]


def test_a_rare_name_is_enough() -> None:
    assert likely(person("Zéphirine Quackenbush")) == [10]
    assert likely(company("Zincworks Ltd")) == [13]


def test_a_common_name_waits_for_something_by_which_namesakes_are_told_apart() -> None:
    assert likely(person("Marie Roy"), counts=KNOWN) == []
    assert likely(person("Marie Roy", town="Laval"), counts=KNOWN)[0] == 11
    assert likely(person("Marie Roy", phones=("4185550122",))) == [12]


def test_nobody_is_looked_for_by_the_common_name_of_a_person_alone() -> None:
    rarity = Rarity(1000, KNOWN)
    assert not tells_enough(record(person("Marie Roy")), rarity)
    assert tells_enough(record(person("Marie Roy", town="Laval")), rarity)
    assert tells_enough(record(person("Zéphirine Quackenbush")), rarity)
    assert tells_enough(record(company("Marie Roy")), rarity)


def test_a_country_does_not_tell_namesakes_apart() -> None:
    assert likely(person("Marie Roy", country="CA"), counts=KNOWN) == []


def test_at_most_three_are_shown_the_likeliest_first() -> None:
    book = [person("Zoé Quack", id=at, town="Laval" if at == 7 else "") for at in range(5, 10)]
    found = likely(person("Zoé Quack", town="Laval"), book, {})
    assert len(found) == MOST == 3
    assert found[0] == 7
    assert len(likely(person("Zoé Quack", town="Laval"), book, {}, most=9)) == 5


def test_neither_itself_nor_who_is_said_to_be_different_is_shown() -> None:
    typed = person("Zéphirine Quackenbush", id=10)
    assert likely(typed) == []
    assert likely(person("Zéphirine Quackenbush", id=0), apart={(0, 10)}) == []


def test_the_counts_are_those_of_the_comparable_values() -> None:
    one = record(company("Roy & Roy Papier inc.", emails=("info@roy.example",), town="Laval", phones=("5550100",)))
    assert sorted(counted(one)) == ["droy.example", "einfo@roy.example", "npapier", "nroy", "p5550100", "tlaval"]
