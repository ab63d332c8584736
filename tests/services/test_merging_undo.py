"""What a merge moves, and taking it back row for row (domain 5.4)."""

from __future__ import annotations

from datetime import date

import pytest

from contacts_tui.domain import codes
from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.listing import Listing
from contacts_tui.domain.partners import RECORDS, Customer
from contacts_tui.domain.record import Record
from contacts_tui.domain.search_strings import SeparateContacts
from contacts_tui.services import (
    affiliations,
    checks,
    deletion,
    history,
    merging,
    notes,
    search,
    search_strings,
)
from contacts_tui.services.session import Session
from contacts_tui.store import references
from contacts_tui.store.models import TABLES
from tests.services.merged import COTTAGE_GOES, COTTAGE_RENAMED, both, both_people, everything, id_of, link, merged
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    as_user,
    change,
    contact,
    give,
    new_company,
    new_person,
    numbers,
    rows,
)

__all__ = ["both", "both_people"]

#: What refers to people only, and what to companies only.
_OF_PEOPLE: set[tuple[type[Record], str]] = {
    (Affiliation, "contact_id"),
    (codes.ContactJobResponsibility, "contact_id"),
    (SeparateContacts, "other_id"),
    *((record, "primary_contact_id") for record in RECORDS.values()),
}
_OF_COMPANIES: set[tuple[type[Record], str]] = {
    (Affiliation, "company_id"),
    (Contact, "company_id"),
    *((record, "contact_id") for record in (codes.ContactBusinessRelation, codes.ContactIndustryGroup)),
    (codes.ContactWebSource, "contact_id"),
}


def test_everything_that_referred_to_the_other_refers_to_the_one_that_stays(both: tuple[Session, str, str]) -> None:
    session, keep, drop = both
    found = merging.preview(session, id_of(session, keep), id_of(session, drop))
    assert {row.name: (row.keep, row.drop, row.moves) for row in found.rows} == {
        "people": (1, 2, 2),
        "business_relations": (2, 2, 1),
        "industry_groups": (2, 1, 0),
        "mailing_groups": (1, 2, 1),
        "web_sources": (1, 1, 0),
        "also_at": (2, 2, 2),
        "alternative_addresses": (1, 2, 2),
        "comments": (2, 2, 2),
    }
    gone = id_of(session, drop)
    done = merged(
        session,
        keep,
        drop,
        COTTAGE=Resolution(Way.RENAME, "cottage2"),
        **{"2018-06-01": Resolution(Way.RENAME, "2018-06-02")},
    )
    kept = done.contact.id
    for record in TABLES:
        for row in rows(session, record):
            for name in ("contact_id", "company_id", "other_id"):
                assert getattr(row, name, None) != gone, row
    assert {p.name for p in rows(session, Contact) if p.company_id == kept} == {
        "Marie Tremblay", "Anne Roy", "Bea Ogilvie",
    }  # fmt: skip
    assert {row.starting_date for row in rows(session, codes.AlternativeAddressRange)} == {
        date(2018, 1, 1), date(2018, 6, 1), date(2018, 6, 2),
    }  # fmt: skip
    written = [note.text for note in reversed(notes.notes(session, kept))]
    long = ("second " * 20).strip()
    assert written == [f"first of {keep}", f"{long}  of {keep}", f"first of {drop}", f"{long}  of {drop}"]
    relations = {row.no: row for row in rows(session, codes.ContactBusinessRelation) if row.no}
    assert {no: row.contact_id for no, row in relations.items()} == {"10000": kept, "20000": kept}
    assert [row.search_word for row in rows(session, codes.ContactWebSource)] == [f"word {keep}"]
    also_at = {(row.contact_id, row.role) for row in rows(session, Affiliation) if row.company_id == kept}
    assert also_at == {(id_of(session, LUC), "Board")}
    assert checks.check(session) == ()


def test_a_person_is_not_also_at_the_own_company_and_not_twice_at_one(reference_book: Session) -> None:
    for person, company in ((LUC, LAURIER), (LUC, CANNON), (MARIE, CANNON)):
        affiliations.add(reference_book, id_of(reference_book, person), {"company": company})
    before = everything(reference_book)
    merged(reference_book, MARIE, LUC)
    assert [row.contact_id for row in rows(reference_book, Affiliation)] == [id_of(reference_book, MARIE)]
    assert checks.check(reference_book) == ()
    history.undo(reference_book)
    assert everything(reference_book) == before


@pytest.mark.parametrize("way", [COTTAGE_GOES, {**COTTAGE_RENAMED, "2018-06-01": Resolution(Way.REMOVE)}])
def test_undo_brings_both_back_as_they_were_row_for_row(
    both: tuple[Session, str, str], way: dict[str, Resolution]
) -> None:
    session, keep, drop = both
    before = everything(session)
    merged(session, keep, drop, "name", "phone", "city", "territory", "fax", **way)
    after = everything(session)
    assert after != before
    history.undo(session)
    assert everything(session) == before
    assert checks.check(session) == ()
    history.redo(session)
    assert everything(session) == after
    history.undo(session)
    assert everything(session) == before
    assert checks.check(session) == ()


def test_undo_brings_two_people_back_as_they_were_row_for_row(both_people: tuple[Session, str, str]) -> None:
    session, keep, drop = both_people
    before = everything(session)
    ranges = {"2018-06-01": Resolution(Way.RENAME, "2018-07-01")}
    done = merged(session, keep, drop, "name", "company", **COTTAGE_RENAMED, **ranges)
    assert [one.primary_contact_id for one in rows(session, Customer)] == [done.contact.id] * 2
    after = everything(session)
    for step, expected in ((history.undo, before), (history.redo, after), (history.undo, before)):
        step(session)
        assert everything(session) == expected
        assert checks.check(session) == ()


@pytest.mark.parametrize(("name", "besides"), [("both", _OF_PEOPLE), ("both_people", _OF_COMPANIES)])
def test_whatever_refers_to_a_contact_is_on_both_sides_of_these_merges(
    request: pytest.FixtureRequest, name: str, besides: set[tuple[type[Record], str]]
) -> None:
    session, *sides = request.getfixturevalue(name)
    for side in sides:
        missing = {
            (record, attribute)
            for record, attribute in references.pointing_at(Contact)
            if id_of(session, side) not in {getattr(row, attribute) for row in rows(session, record)}
        }
        assert missing <= besides
        if name == "both":
            assert search_strings.pairs(session, id_of(session, side))


def test_a_link_wins_over_the_same_code_without_one(reference_book: Session) -> None:
    give(reference_book, LAURIER, "business_relations", "PROS")
    link(reference_book, CANNON, "PROS", "vendor", "20000")
    before = everything(reference_book)
    merged(reference_book, LAURIER, CANNON)
    assert [(row.no, row.contact_id) for row in rows(reference_book, codes.ContactBusinessRelation)] == [
        ("20000", id_of(reference_book, LAURIER))
    ]
    history.undo(reference_book)
    assert everything(reference_book) == before


def hits(session: Session, typed: str) -> list[str]:
    window = search.answer(session, Listing(typed=typed)).window
    return [row.no for row in window.page(0, 10)]


def test_who_remembers_the_other_name_finds_the_one_that_stays(reference_book: Session) -> None:
    before = hits(reference_book, "cannon")
    merged(reference_book, LAURIER, CANNON)
    assert hits(reference_book, "cannon") == [LAURIER, MARIE]
    history.undo(reference_book)
    assert hits(reference_book, "cannon") == before == [CANNON]
    history.redo(reference_book)
    assert hits(reference_book, "cannon") == [LAURIER, MARIE]


def test_the_history_of_the_one_that_stays_tells_of_the_merge(reference_book: Session) -> None:
    done = merged(reference_book, LAURIER, CANNON)
    step = history.batches(reference_book, done.contact.id, limit=1)[0]
    assert (step.batch.id, str(step.what)) == (done.batch, "Merged Cannon Group Ltd. into Boulangerie Laurier inc.")
    undone = history.undo(reference_book)
    assert str(undone.what) == str(step.what)


def test_a_change_after_the_merge_is_named_when_it_hinders_the_undo(reference_book: Session) -> None:
    own = new_person(reference_book, name="Anne Roy", company=CANNON).no
    merged(reference_book, LAURIER, CANNON, "phone")
    step = change(as_user(reference_book, "jim"), own, company="").batch
    with pytest.raises(Refused, match=f"Anne Roy was changed since, by jim .step {step}"):
        history.undo(reference_book)
    assert CANNON not in numbers(reference_book)


def test_a_merge_is_not_taken_back_alone_where_the_one_that_stayed_went_on(reference_book: Session) -> None:
    a, b, c = (new_company(reference_book, name=name).no for name in ("Acme", "Acme Inc.", "Acme Group"))
    before = everything(reference_book)
    first = merged(reference_book, a, b).batch
    second = merged(as_user(reference_book, "jim"), c, a).batch
    with pytest.raises(Refused, match=rf"Acme was deleted since, by jim .step {second}"):
        history.undo(reference_book, first)
    assert checks.check(reference_book) == ()
    history.undo(reference_book, second)
    history.undo(reference_book, first)
    assert everything(reference_book) == before
    assert checks.check(reference_book) == ()


def test_a_merge_does_not_come_again_into_a_contact_that_is_gone(reference_book: Session) -> None:
    a, b = (new_company(reference_book, name=name).no for name in ("Acme", "Acme Inc."))
    merged(reference_book, a, b)
    undone = history.undo(reference_book).batch.id
    deletion.delete(as_user(reference_book, "jim"), id_of(reference_book, a))
    with pytest.raises(Refused, match="This cannot be brought back: Acme was deleted since, by jim"):
        history.undo(reference_book, undone)
    assert b in numbers(reference_book)


def test_mg_r8_a_merge_of_which_nothing_comes_over_stamps_the_one_that_stays(reference_book: Session) -> None:
    other = new_company(reference_book, name="Cannon Group Ltd.", city="Toronto")
    before = contact(reference_book, CANNON)
    after = merged(reference_book, CANNON, other.no).contact
    assert after.version > before.version
