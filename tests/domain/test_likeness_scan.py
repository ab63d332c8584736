"""A whole book is looked through in portions; who is entered twice is found, also through a third contact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from contacts_tui.domain.likeness.blocking import MOST, keys
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.record import record
from contacts_tui.domain.likeness.scan import scan
from contacts_tui.domain.likeness.score import Pair
from tests.domain.likeness import company, person

HOME: dict[str, Any] = {"address": "88 rue Laurier", "post_code": "H2X 1Y4", "town": "Montréal"}
BOOK = (
    person("Zoé Quackenbush", **HOME),
    person("Zoe Quakenbush", id=2, **HOME),
    person("Luc Quackenbush", id=3, **HOME),
    company("Zincworks inc.", id=4, phones=("514 555 0100",), **HOME),
    company("Zinc Works Ltd", id=5, phones=("+1 514 555-0100",), town="Montreal"),
    company("Papier Roy", id=6, town="Laval"),
)


def found(rows: Sequence[Details], **how: Any) -> list[Pair]:
    return [pair for step in scan(rows, len(rows), **how) for pair in step.found]


def links(rows: Sequence[Details], **how: Any) -> list[tuple[int, int]]:
    return sorted((pair.one, pair.other) for pair in found(rows, **how))


def test_who_is_entered_twice_is_found() -> None:
    assert links(BOOK) == [(1, 2), (4, 5)]


def test_the_order_of_the_rows_does_not_matter() -> None:
    assert links(BOOK[::-1]) == links(BOOK)


def test_what_a_user_has_said_to_be_different_is_left_out() -> None:
    assert links(BOOK, apart={(1, 2)}) == [(4, 5)]


def test_of_an_import_only_pairs_with_its_rows_are_asked() -> None:
    assert links(BOOK, among={5}) == [(4, 5)]
    assert links(BOOK, among={3, 6}) == []


def test_doubtful_pairs_come_only_where_they_are_asked_for() -> None:
    assert len(links(BOOK, least=-20.0)) > len(links(BOOK))


def test_a_book_without_contacts_has_no_pairs() -> None:
    assert [step.done for step in scan((), 0)] == [1.0]


def test_progress_never_goes_back_and_ends_with_everything() -> None:
    rows = [person(f"Anne Roy {number}", id=number) for number in range(1200)]
    steps = [step.done for step in scan(rows, len(rows))]
    assert steps == sorted(steps)
    assert len(steps) > 5
    assert steps[-1] == 1.0


def test_whoever_stops_asking_stops_the_reading() -> None:
    read = []

    def rows() -> Iterator[Details]:
        for number in range(5000):
            read.append(number)
            yield person(f"Anne Roy {number}", id=number)

    next(scan(rows(), 5000))
    assert len(read) < 5000


THIRD = (
    person("Zoé Quackenbush", emails=("zq@roy.example",), birthday="1970-01-31"),
    person("Zoé Quackenbush", id=2, emails=("zq@roy.example",)),
    person("Zoé Quackenbush", id=3, birthday="1970-01-31"),
    person("Zoé", id=4, emails=("zq@roy.example",)),
)


def test_two_that_are_both_like_a_third_are_found_with_it() -> None:
    through = {(pair.one, pair.other): pair.third for pair in found(THIRD) if pair.third is not None}
    assert through == {(3, 4): 1}


def test_a_third_contact_does_not_help_two_that_differ() -> None:
    other = replace(THIRD[3], name="Luc", birthday="1955-12-24", phones=("418 666 0202",), town="Toronto")
    rows = (*THIRD[:2], replace(THIRD[2], phones=("514 555 0100",), town="Montréal", emails=("x@y.example",)), other)
    assert (3, 4) not in links(rows)


def test_neither_does_it_for_two_that_a_user_has_said_to_be_different() -> None:
    assert (3, 4) not in links(THIRD, apart={(3, 4)})


def test_a_key_that_many_have_is_passed_over() -> None:
    many = [company(f"Roy {letter}aa{letter}", id=at) for at, letter in enumerate("bcdfghjklmnpqrstvwxz" * 3)]
    assert len(many) > MOST
    assert links([*many, company("Tremblay", id=100)], least=-99.0) != []
    assert all(pair.score >= -99 for pair in found(many[:MOST], least=-99.0))


def test_people_of_one_house_are_compared_only_where_a_word_of_the_name_is_alike() -> None:
    home = [person(name, id=at, **HOME) for at, name in enumerate(("Anne Roy", "Luc Gagnon"))]
    assert not set(keys(record(home[0]))) & set(keys(record(home[1])))
    firms = [company(name, id=at, **HOME) for at, name in enumerate(("Papier Roy", "Acier Gagnon"))]
    assert set(keys(record(firms[0]))) & set(keys(record(firms[1])))
