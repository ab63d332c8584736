"""Contacts that may be the same: over the whole book, beside one of them, and beside what is typed."""

from __future__ import annotations

from typing import Any

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import NotAllowed
from contacts_tui.domain.likeness.bands import POSSIBLE, Band
from contacts_tui.services import checks, deletion, history, likeness, merging, search_strings, separate
from contacts_tui.services.likeness import Like, LikelyPair
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.services.reference import CANNON, LAURIER, MARIE, contact, new_company, new_person, setup_line
from tests.services.reference import numbers as all_numbers

_TWICE: dict[str, Any] = {"name": "Boulangerie Laurier", "city": "Montréal", "phone": "(514) 555-0100"}


def numbers(pairs: tuple[LikelyPair, ...]) -> list[tuple[str, str]]:
    return [(pair.left.no, pair.right.no) for pair in pairs]


def names(found: tuple[Like, ...]) -> list[str]:
    return [one.contact.name for one in found]


def reasons_of(one: Like | LikelyPair) -> list[str]:
    return [str(reason) for reason in (*one.reasons.agree, *one.reasons.differ)]


def test_a_book_without_duplicates(reference_book: Session) -> None:
    assert likeness.scan(reference_book, least=POSSIBLE).pairs == ()


def test_a_company_that_was_entered_twice_is_found_with_the_reasons(reference_book: Session) -> None:
    twin = new_company(reference_book, **_TWICE)
    scanned = likeness.scan(reference_book)
    (pair,) = scanned.pairs
    assert (pair.left.no, pair.right.no) == (LAURIER, twin.no)
    assert (pair.left.city, pair.right.city) == ("Montréal", "Montréal")
    assert pair.band is Band.CERTAIN
    assert pair.score is not None
    assert reasons_of(pair) == ["same rare name", "same phone number", "same town"]
    assert (scanned.contacts, scanned.stopped) == (5, False)


def test_the_surest_pair_comes_first(reference_book: Session) -> None:
    new_company(reference_book, name="Cannon Group", city="Toronto")
    twin = new_company(reference_book, **_TWICE)
    found = likeness.scan(reference_book, least=POSSIBLE).pairs
    assert numbers(found)[0] == (LAURIER, twin.no)
    scores = [pair.score for pair in found if pair.score is not None]
    assert scores == sorted(scores, reverse=True)


def test_people_of_one_company_are_not_the_same_for_what_they_take_from_it(reference_book: Session) -> None:
    for name in ("Anne Roy", "Paul Bouchard", "Julie Fortin"):
        new_person(reference_book, name=name, company=LAURIER)
    assert likeness.scan(reference_book, least=POSSIBLE).pairs == ()


def test_a_pair_that_somebody_parted_is_left_out_until_that_is_undone(reference_book: Session) -> None:
    twin = new_company(reference_book, **_TWICE)
    found = likeness.scan(reference_book).pairs
    step = separate.mark(reference_book, *found[0].link)
    assert likeness.scan(reference_book).pairs == ()
    assert likeness.still(reference_book, found) == ()
    assert likeness.like_contact(reference_book, twin.id) == ()
    history.undo(reference_book, step)
    assert numbers(likeness.scan(reference_book).pairs) == [(LAURIER, twin.no)]
    assert likeness.still(reference_book, found) == found


def test_of_who_is_gone_nothing_stays_that_was_said(reference_book: Session) -> None:
    ids = [contact(reference_book, number).id for number in (LAURIER, CANNON)]
    twin = new_company(reference_book, **_TWICE).id
    for other in ids:
        separate.mark(reference_book, twin, other)
    said = reference_book.book.records.reading(separate.pairs)
    deletion.delete(reference_book, twin)
    assert reference_book.book.records.reading(separate.pairs) == frozenset()
    history.undo(reference_book)
    assert reference_book.book.records.reading(separate.pairs) == said
    merging.merge(reference_book, ids[0], twin)
    assert reference_book.book.records.reading(separate.pairs) == {(ids[0], ids[1])}
    assert checks.check(reference_book) == ()


def test_a_pair_of_which_one_is_gone_is_none_any_more(reference_book: Session) -> None:
    twin = new_company(reference_book, **_TWICE)
    found = likeness.scan(reference_book).pairs
    deletion.delete(reference_book, twin.id)
    assert likeness.still(reference_book, found) == ()


def test_what_only_search_strings_know_comes_last_without_a_score(reference_book: Session) -> None:
    for end in ("first", "last"):
        setup_line(reference_book, "duplicate_search_strings", field="name", end=end, length="4")
    one = new_company(reference_book, name="Meubles Alpha Zeta", city="Gatineau", phone="819-555-0111")
    other = new_company(reference_book, name="Meublerie Zeta", city="Alma", phone="418-555-0122")
    twin = new_company(reference_book, **_TWICE)
    search_strings.generate(reference_book)
    *_scored, last = likeness.scan(reference_book).pairs
    assert (last.left.no, last.right.no) == (one.no, other.no)
    assert (last.score, last.band, last.matching, last.of) == (None, None, 2, 2)
    assert reasons_of(last) == ["2 of 2 search strings agree"]
    assert numbers(likeness.scan(reference_book).pairs)[0] == (LAURIER, twin.no)
    (beside,) = likeness.like_contact(reference_book, one.id)
    assert (beside.contact.no, beside.score, beside.matching) == (other.no, None, 2)


def test_how_far_it_is_and_that_it_can_be_stopped(reference_book: Session) -> None:
    told: list[tuple[int, int]] = []
    likeness.scan(reference_book, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (4, 4)
    assert likeness.scan(reference_book, stopped=lambda: True).stopped


def test_others_write_while_the_book_is_compared(reference_book: Session) -> None:
    new_company(reference_book, **_TWICE)
    other = reference_book._replace(book=Book.open(reference_book.book.path), user="paul")
    written: list[str] = []

    def write(done: int, total: int) -> None:
        written.append(new_company(other, name=f"Entered after {done} of {total}").no)

    scanned = likeness.scan(reference_book, progress=write)
    other.book.close()
    assert written
    assert set(written) <= set(all_numbers(reference_book))
    assert len(scanned.pairs) == 1


def test_the_whole_book_needs_a_right_of_its_own_and_one_contact_does_not(reference_book: Session) -> None:
    reader = reference_book._replace(rights=frozenset({Right.READ}))
    with pytest.raises(NotAllowed):
        likeness.scan(reader)
    assert likeness.like_contact(reader, contact(reader, CANNON).id) == ()


def test_what_is_typed_is_looked_for(reference_book: Session) -> None:
    typed = {"name": "Boulangerie Laurier", "phone": "514 555 0100"}
    (found,) = likeness.like(reference_book, ContactType.COMPANY, typed)
    assert found.contact.no == LAURIER
    assert reasons_of(found) == ["same rare name", "same phone number"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"name": "Boulangerie Lorier", "city": "Montréal"}, ["Boulangerie Laurier inc."]),
        ({"name": "Une tout autre", "email": "info@laurier.example"}, []),
        ({"name": "Cannon Group", "city": "Toronto"}, ["Cannon Group Ltd."]),
        ({"name": ""}, []),
        ({"name": 'x" OR "y', "phone": "*"}, []),
    ],
)
def test_what_is_typed_with_errors_or_not_at_all(
    reference_book: Session, typed: dict[str, str], found: list[str]
) -> None:
    assert names(likeness.like(reference_book, ContactType.COMPANY, typed)) == found


def test_a_person_is_told_from_a_company_and_from_a_namesake(reference_book: Session) -> None:
    for count in range(12):
        new_person(reference_book, name="Marie Tremblay", city=f"Ville {count}", phone=f"418-555-01{count:02}")
    by_phone = likeness.like(
        reference_book, ContactType.PERSON, {"name": "Marie Tremblay", "phone": "418-555-0107", "city": "Ville 7"}
    )
    assert by_phone[0].contact.city == "Ville 7"
    assert len(by_phone) <= 3
    assert likeness.like(reference_book, ContactType.COMPANY, {"name": "Marie Tremblay"}) == ()


def test_a_contact_is_not_like_itself(reference_book: Session) -> None:
    assert likeness.like_contact(reference_book, contact(reference_book, MARIE).id) == ()
    assert likeness.like_contact(reference_book, 0) == ()
