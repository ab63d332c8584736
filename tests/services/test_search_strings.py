"""Duplicates by search strings: the worked example of 5.3, the switches, the batch job, pairs that are separate."""

from __future__ import annotations

import sqlite3

import pytest

from contacts_tui.domain.errors import NotAllowed, Refused
from contacts_tui.services import (
    bulk_edit,
    checks,
    deletion,
    history,
    marketing_setup,
    merging,
    search_strings,
    separate,
    setup_lists,
)
from contacts_tui.services.bulk_edit import BulkChange
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from tests.services.incoming import company, imported
from tests.services.reference import (
    LUC,
    change,
    contact,
    fill_setup,
    new_company,
    new_person,
    setup_line,
)

A, B, C = "CT000001", "CT000002", "CT000003"
_STRINGS = {
    "The Cannon Group Ltd.": ("192 Market Square", "+1 418-555-0142"),
    "Cannon Group": ("192 Market Sq.", "418 555 0142"),
    "The Cannon Group Limited": ("192 Market Square", "418-555-0142"),
}


@pytest.fixture
def book(session: Session) -> Session:
    """A book with the set-up of 5.3: first and last 5 of name, address and phone, and no contacts."""
    fill_setup(session)
    for field in ("name", "address", "phone"):
        for end in ("first", "last"):
            setup_line(session, "duplicate_search_strings", field=field, end=end, length="5")
    return session


def enter(session: Session, name: str) -> str:
    address, phone = _STRINGS[name]
    return new_company(session, name=name, address=address, phone=phone).no


def found(session: Session, **how: bool) -> list[tuple[str, str, int]]:
    return sorted((pair.left.no, pair.right.no, pair.matching) for pair in search_strings.pairs(session, **how))


def asked(session: Session, number: str) -> list[str]:
    pairs = search_strings.to_ask_about(session, contact(session, number).id)
    return [pair.left.no if pair.right.no == number else pair.right.no for pair in pairs]


def strings(session: Session) -> int:
    with sqlite3.connect(session.book.path) as connection:
        return int(connection.execute("SELECT count(*) FROM contact_search_string").fetchone()[0])


@pytest.fixture
def a_and_c(book: Session) -> Session:
    """With A, and with C as CT000002."""
    enter(book, "The Cannon Group Ltd.")
    enter(book, "The Cannon Group Limited")
    return book


def test_du_1_a_pair_is_found_after_the_save_and_asked_about(a_and_c: Session) -> None:
    assert found(a_and_c) == [(A, B, 4)]
    assert asked(a_and_c, B) == [A]
    assert search_strings.pairs(a_and_c)[0].of == 6


def test_du_2_too_few_strings_make_no_pair(a_and_c: Session) -> None:
    number = enter(a_and_c, "Cannon Group")
    assert found(a_and_c) == [(A, B, 4)]
    assert asked(a_and_c, number) == []


def test_du_3_a_lower_hit_finds_more_in_the_batch_job(a_and_c: Session) -> None:
    number = enter(a_and_c, "Cannon Group")
    marketing_setup.edit(a_and_c, {"search_hit_pct": "50"})
    done = search_strings.generate(a_and_c)
    assert found(a_and_c) == [(A, B, 4), (B, number, 3)]
    assert (done.companies, done.pairs, done.stopped) == (3, 2, False)


def test_du_4_a_higher_hit_changes_nothing_before_the_batch_job(a_and_c: Session) -> None:
    marketing_setup.edit(a_and_c, {"search_hit_pct": "70"})
    assert found(a_and_c) == [(A, B, 4)]
    search_strings.generate(a_and_c)
    assert found(a_and_c) == []


def test_du_5_a_separate_pair_stays_and_nobody_is_asked(a_and_c: Session) -> None:
    separate.mark(a_and_c, contact(a_and_c, B).id, contact(a_and_c, A).id)
    change(a_and_c, B, phone="418-555-9999")
    assert asked(a_and_c, B) == []
    assert found(a_and_c) == []
    pairs = search_strings.pairs(a_and_c, with_separate=True)
    assert [(pair.matching, pair.separate) for pair in pairs] == [(4, True)]


def test_unticking_shows_the_pair_again(a_and_c: Session) -> None:
    ids = contact(a_and_c, A).id, contact(a_and_c, B).id
    separate.mark(a_and_c, *ids)
    separate.mark(a_and_c, *ids, is_separate=False)
    assert asked(a_and_c, B) == [A]
    history.undo(a_and_c)
    assert asked(a_and_c, B) == []


def test_a_pair_that_is_parted_no_longer_is_counted_anew(a_and_c: Session) -> None:
    ids = contact(a_and_c, A).id, contact(a_and_c, B).id
    separate.mark(a_and_c, *ids)
    change(a_and_c, B, phone="1")
    separate.mark(a_and_c, *ids, is_separate=False)
    assert found(a_and_c) == []


def test_a_pair_that_a_merge_parted_is_counted_anew_when_that_is_taken_back(a_and_c: Session) -> None:
    other = new_company(a_and_c, name="Steen")
    keep, third = contact(a_and_c, A).id, contact(a_and_c, B).id
    separate.mark(a_and_c, other.id, third)
    step = merging.merge(a_and_c, keep, other.id).batch
    assert found(a_and_c) == []
    change(a_and_c, A, phone="1")
    history.undo(a_and_c, step)
    assert found(a_and_c) == []
    change(a_and_c, A, phone=_STRINGS["The Cannon Group Ltd."][1])
    assert found(a_and_c) == [(A, B, 4)]


def test_du_6_the_name_alone_is_not_enough(book: Session) -> None:
    enter(book, "The Cannon Group Ltd.")
    new_company(book, name="The Cannon Group Ltd.")
    assert found(book) == []


def test_du_7_people_are_not_searched(book: Session) -> None:
    for _ in range(2):
        new_person(book, name="Marie Tremblay", address="192 Market Square", phone="418-555-0142")
    assert found(book) == []
    assert strings(book) == 0


def test_du_8_without_maintenance_the_batch_job_finds_the_pair(book: Session) -> None:
    enter(book, "The Cannon Group Ltd.")
    before = strings(book)
    marketing_setup.edit(book, {"maintain_dupl_search_strings": "no"})
    enter(book, "The Cannon Group Limited")
    assert strings(book) == before
    search_strings.generate(book)
    assert found(book) == [(A, B, 4)]


def test_du_9_asking_turns_maintenance_on_and_wants_strings(book: Session) -> None:
    marketing_setup.edit(book, {"maintain_dupl_search_strings": "no"})
    assert not marketing_setup.get(book).autosearch_for_duplicates
    edited = marketing_setup.edit(book, {"autosearch_for_duplicates": "yes"})
    assert edited.setup.maintain_duplicate_search_strings
    assert edited.asks_to_generate
    assert not marketing_setup.edit(book, {"search_hit_pct": "70"}).asks_to_generate


def test_nobody_is_asked_where_autosearch_is_off(a_and_c: Session) -> None:
    marketing_setup.edit(a_and_c, {"autosearch_for_duplicates": "no"})
    assert asked(a_and_c, B) == []
    assert found(a_and_c) == [(A, B, 4)]


def test_du_13_a_company_that_becomes_a_person_has_no_strings_and_no_pair(a_and_c: Session) -> None:
    separate.mark(a_and_c, contact(a_and_c, A).id, contact(a_and_c, B).id)
    before = strings(a_and_c)
    change(a_and_c, A, type="person")
    assert found(a_and_c, with_separate=True) == []
    assert strings(a_and_c) == before - 6
    history.undo(a_and_c)
    assert found(a_and_c, with_separate=True) == [(A, B, 4)]
    assert strings(a_and_c) == before
    assert found(a_and_c) == []


def test_without_maintenance_a_company_that_becomes_a_person_has_no_strings_all_the_same(a_and_c: Session) -> None:
    marketing_setup.edit(a_and_c, {"maintain_dupl_search_strings": "no"})
    before = strings(a_and_c)
    change(a_and_c, A, type="person")
    assert strings(a_and_c) == before - 6
    assert found(a_and_c, with_separate=True) == []


def test_a_person_that_becomes_a_company_is_compared(a_and_c: Session) -> None:
    address, phone = _STRINGS["The Cannon Group Ltd."]
    person = new_person(a_and_c, name="The Cannon Group Ltd.", address=address, phone=phone).no
    change(a_and_c, person, type="company")
    assert found(a_and_c) == [(A, B, 4), (A, person, 6), (B, person, 4)]


def test_du_r3_the_first_of_one_is_not_the_last_of_another_nor_a_phone_a_fax(session: Session) -> None:
    fill_setup(session)
    marketing_setup.edit(session, {"search_hit_pct": "1"})
    for field, end in (("name", "first"), ("name", "last"), ("phone", "first"), ("mobile", "first")):
        setup_line(session, "duplicate_search_strings", field=field, end=end, length="5")
    new_company(session, name="Rocketry North", phone="418-555-0142")
    new_company(session, name="Great Big Rocke", mobile="418-555-0142")
    assert found(session) == []
    new_company(session, name="Rocke")
    assert found(session) == [(A, C, 1), (B, C, 1)]


def test_a_deleted_company_has_none_and_undo_brings_them_back(a_and_c: Session) -> None:
    separate.mark(a_and_c, contact(a_and_c, A).id, contact(a_and_c, B).id)
    deletion.delete(a_and_c, contact(a_and_c, B).id)
    assert found(a_and_c, with_separate=True) == []
    history.undo(a_and_c)
    assert found(a_and_c, with_separate=True) == [(A, B, 4)]
    assert checks.check(a_and_c) == ()


def test_strings_follow_a_change_of_many_at_once(a_and_c: Session) -> None:
    ids = [contact(a_and_c, number).id for number in (A, B)]
    setup_line(a_and_c, "duplicate_search_strings", field="city", end="first", length="5")
    bulk_edit.edit(a_and_c, ids, BulkChange({"city": "Lévis"}))
    assert found(a_and_c) == [(A, B, 5)]


def test_a_field_that_no_rule_names_changes_nothing(a_and_c: Session) -> None:
    marketing_setup.edit(a_and_c, {"search_hit_pct": "100"})
    change(a_and_c, A, fax="418-555-0143")
    assert found(a_and_c) == [(A, B, 4)]
    change(a_and_c, A, name="The Cannon Group Ltd")
    assert found(a_and_c) == []


def test_a_deleted_rule_takes_its_strings_along(a_and_c: Session) -> None:
    before = strings(a_and_c)
    line = next(x for x in setup_lists.lines(a_and_c, "duplicate_search_strings") if x.name == "phone last")
    setup_lists.delete(a_and_c, "duplicate_search_strings", line.id)
    assert strings(a_and_c) == before - 2
    assert found(a_and_c) == [(A, B, 4)]


def test_the_batch_job_can_be_stopped_and_limited(a_and_c: Session) -> None:
    marketing_setup.edit(a_and_c, {"search_hit_pct": "100"})
    assert search_strings.generate(a_and_c, stopped=lambda: True).stopped
    assert found(a_and_c) == [(A, B, 4)]
    told: list[tuple[int, int]] = []
    search_strings.generate(a_and_c, [contact(a_and_c, A).id], progress=lambda *now: told.append(now))
    assert told == [(1, 1)]
    assert found(a_and_c) == []


def test_the_batch_job_takes_a_right(book: Session) -> None:
    rep = book._replace(rights=frozenset({Right.READ, Right.EDIT_CONTACTS}))
    with pytest.raises(NotAllowed):
        search_strings.generate(rep)


def test_a_company_and_a_person_are_no_pair(reference_book: Session) -> None:
    with pytest.raises(Refused, match="not two of a kind"):
        separate.mark(reference_book, contact(reference_book, A).id, contact(reference_book, LUC).id)


def test_companies_of_an_import_are_compared_too(book: Session) -> None:
    enter(book, "The Cannon Group Ltd.")
    address, phone = _STRINGS["The Cannon Group Limited"]
    imported(book, company("CT000009", "The Cannon Group Limited", address=address, phone=phone))
    assert [(left, matching) for left, _right, matching in found(book)] == [(A, 4)]
