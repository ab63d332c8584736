"""A person is also at further companies: who may be, what goes along, and that the search knows it."""

from __future__ import annotations

import pytest

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.errors import Conflict, NotFound, Refused
from contacts_tui.domain.listing import Listing
from contacts_tui.services import affiliations, checks, deletion, history, search
from contacts_tui.services.session import Session
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, as_user, card, change, contact, new_company, rows


def also(session: Session, person: str, company: str, **values: object) -> Affiliation:
    return affiliations.add(session, contact(session, person).id, {"company": company, **values})


def companies(session: Session, person: str) -> list[tuple[str, str]]:
    return [(line.company.no, line.record.role) for line in card(session, person).also_at]


def found(session: Session, typed: str) -> set[int]:
    return set(search.answer(session, Listing(typed)).window.ids(0, 100))


def test_both_cards_tell_it(reference_book: Session) -> None:
    also(reference_book, MARIE, "cannon", role="Adviser", starting_date="2017-05-01")
    assert companies(reference_book, MARIE) == [(CANNON, "Adviser")]
    assert [line.person.no for line in card(reference_book, CANNON).also_at] == [MARIE]
    assert card(reference_book, LAURIER).also_at == ()
    assert checks.check(reference_book) == ()


@pytest.mark.parametrize(
    ("person", "company", "told"),
    [
        (MARIE, LAURIER, "belongs to Boulangerie Laurier"),
        (MARIE, "", "a value is needed"),
        (MARIE, "Luc Gagnon", "there is no company"),
        (LAURIER, CANNON, "only a person"),
    ],
)
def test_who_cannot_be_also_at_something(reference_book: Session, person: str, company: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        also(reference_book, person, company)
    assert rows(reference_book, Affiliation) == []


def test_a_company_is_named_once(reference_book: Session) -> None:
    also(reference_book, LUC, CANNON)
    with pytest.raises(Refused, match="already"):
        also(reference_book, LUC, CANNON)
    second = also(reference_book, LUC, LAURIER)
    with pytest.raises(Refused, match="already"):
        affiliations.edit(reference_book, second.id, {"company": CANNON})


def test_the_end_comes_after_the_start(reference_book: Session) -> None:
    with pytest.raises(Refused) as refused:
        also(reference_book, LUC, CANNON, starting_date="2018-02-01", ending_date="2018-01-31")
    assert refused.value.field == "ending_date"
    row = also(reference_book, LUC, CANNON, starting_date="2018-02-01", ending_date="2018-02-01")
    with pytest.raises(Refused):
        affiliations.edit(reference_book, row.id, {"starting_date": "2018-02-02"})


def test_two_at_one_line(reference_book: Session) -> None:
    seen = also(reference_book, LUC, CANNON, role="Adviser")
    affiliations.edit(as_user(reference_book, "paul"), seen.id, {"role": "Director"})
    with pytest.raises(Conflict):
        affiliations.edit(reference_book, seen.id, {"role": "Owner"}, seen)
    affiliations.edit(reference_book, seen.id, {"starting_date": "2018-01-01"}, seen)
    assert companies(reference_book, LUC) == [(CANNON, "Director")]
    affiliations.delete(reference_book, seen.id)
    with pytest.raises(NotFound):
        affiliations.delete(reference_book, seen.id)
    history.undo(reference_book)
    assert companies(reference_book, LUC) == [(CANNON, "Director")]


@pytest.mark.parametrize("gone", [LUC, CANNON])
def test_it_goes_with_either_side_and_comes_back(reference_book: Session, gone: str) -> None:
    also(reference_book, LUC, CANNON)
    deletion.delete(reference_book, contact(reference_book, gone).id)
    assert rows(reference_book, Affiliation) == []
    assert checks.check(reference_book) == ()
    history.undo(reference_book)
    assert companies(reference_book, LUC) == [(CANNON, "")]
    assert checks.check(reference_book) == ()


def test_who_moves_to_the_company_is_no_longer_also_at_it(reference_book: Session) -> None:
    also(reference_book, LUC, CANNON)
    change(reference_book, LUC, company=CANNON)
    assert companies(reference_book, LUC) == []
    history.undo(reference_book)
    assert companies(reference_book, LUC) == [(CANNON, "")]


def test_both_sides_keep_their_type(reference_book: Session) -> None:
    also(reference_book, LUC, CANNON)
    with pytest.raises(Refused, match="this person is also at companies"):
        change(reference_book, LUC, type="company")
    with pytest.raises(Refused, match="people are also at it"):
        change(reference_book, CANNON, type="person")


def test_it_does_not_come_back_where_it_no_longer_fits(reference_book: Session) -> None:
    row = also(reference_book, LUC, CANNON)
    step = affiliations.delete(reference_book, row.id)
    change(reference_book, LUC, company=CANNON)
    with pytest.raises(Refused, match="Also at"):
        history.undo(reference_book, step)
    assert checks.check(reference_book) == ()


def test_a_person_is_found_by_the_companies_it_is_also_at(reference_book: Session) -> None:
    luc = contact(reference_book, LUC).id
    row = also(reference_book, LUC, CANNON)
    assert luc in found(reference_book, "luc cannon")
    change(reference_book, CANNON, name="Wyllie & Mar")
    assert luc in found(reference_book, "luc wyllie")
    assert luc in found(reference_book, "luc cannon")  # what it was called before
    other = new_company(reference_book, name="Steen")
    affiliations.edit(reference_book, row.id, {"company": other.no})
    assert luc not in found(reference_book, "luc wyllie")
    assert luc in found(reference_book, "luc steen")
    affiliations.delete(reference_book, row.id)
    assert luc not in found(reference_book, "luc steen")
    assert checks.check(reference_book) == ()


def test_the_history_says_which_company(reference_book: Session) -> None:
    also(reference_book, LUC, CANNON, role="Adviser")
    step = history.batches(reference_book, contact(reference_book, LUC).id, limit=1)[0]
    assert str(step.what) == "Also at"
    assert [(line.kind, line.new, line.new_words) for line in step.lines] == [("also_at", CANNON, "Cannon Group Ltd.")]
