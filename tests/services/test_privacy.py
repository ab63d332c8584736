"""Who is blocked for privacy, and what it takes to unblock (domain section 14)."""

from __future__ import annotations

import pytest

from contacts_tui.domain.errors import Refused
from contacts_tui.services import contacts, deletion, history
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, LUC, MARIE, change, contact, new_person, numbers, values


@pytest.fixture
def minor(reference_book: Session) -> Session:
    """The book of 0.5 with Luc Gagnon being a minor."""
    change(reference_book, LUC, minor="true")
    return reference_book


def test_pr_1_a_minor_is_blocked(minor: Session) -> None:
    assert values(minor, LUC)["privacy_blocked"] is True


def test_pr_2_a_minor_without_consent_stays_blocked(minor: Session) -> None:
    with pytest.raises(Refused, match="consent of the parents is missing"):
        change(minor, LUC, privacy_blocked="false")
    assert values(minor, LUC)["privacy_blocked"] is True


def test_pr_3_consent_does_not_unblock_but_lets_one_unblock(minor: Session) -> None:
    change(minor, LUC, parental_consent="true")
    assert values(minor, LUC)["privacy_blocked"] is True
    change(minor, LUC, privacy_blocked="false")
    assert values(minor, LUC)["privacy_blocked"] is False


def test_pr_4_without_consent_the_minor_is_blocked_again(minor: Session) -> None:
    change(minor, LUC, parental_consent="true")
    change(minor, LUC, privacy_blocked="false")
    change(minor, LUC, parental_consent="false")
    assert values(minor, LUC)["privacy_blocked"] is True


def test_consent_and_unblocking_may_come_in_one_step(minor: Session) -> None:
    change(minor, LUC, parental_consent="true", privacy_blocked="false")
    assert values(minor, LUC)["privacy_blocked"] is False


def test_who_is_no_minor_any_more_stays_blocked_until_somebody_unblocks(minor: Session) -> None:
    change(minor, LUC, minor="false")
    assert values(minor, LUC)["privacy_blocked"] is True
    change(minor, LUC, privacy_blocked="false")
    assert values(minor, LUC)["privacy_blocked"] is False


def test_a_new_minor_is_blocked_from_the_start(reference_book: Session) -> None:
    assert new_person(reference_book, name="Léa Roy", minor="true").privacy_blocked
    with pytest.raises(Refused):
        new_person(reference_book, name="Zoé Roy", minor="true", privacy_blocked="false")


def test_a_company_is_no_minor(reference_book: Session) -> None:
    with pytest.raises(Refused, match="Minor"):
        change(reference_book, LAURIER, minor="true")


def test_a_blocked_company_does_not_block_its_people(reference_book: Session) -> None:
    change(reference_book, LAURIER, privacy_blocked="true")
    assert values(reference_book, MARIE)["privacy_blocked"] is False


def test_a_blocked_contact_is_corrected(reference_book: Session) -> None:
    change(reference_book, LUC, privacy_blocked="true")
    assert change(reference_book, LUC, phone="514-555-0133").batch


def test_pr_8_a_blocked_contact_is_deleted(reference_book: Session) -> None:
    change(reference_book, LUC, privacy_blocked="true")
    deletion.delete(reference_book, contact(reference_book, LUC).id)
    assert LUC not in numbers(reference_book)


def test_the_history_says_who_blocked_and_when(minor: Session) -> None:
    step = history.batches(minor, limit=1)[0]
    lines = {line.field: (line.old, line.new) for line in history.changes(minor, step.batch.id)}
    assert lines["minor"] == (False, True)
    assert lines["privacy_blocked"] == (False, True)
    assert step.batch.user == "marie"


def test_an_undo_does_not_leave_a_minor_unblocked_without_consent(minor: Session) -> None:
    given = change(minor, LUC, parental_consent="true").batch
    change(minor, LUC, privacy_blocked="false")
    with pytest.raises(Refused, match=r"This cannot be undone: .* consent of the parents is missing"):
        history.undo(minor, given)
    assert values(minor, LUC)["parental_consent"] is True
    history.undo(minor)
    history.undo(minor, given)
    assert values(minor, LUC)["privacy_blocked"] is True


@pytest.mark.parametrize("consent", ["true", "false"])
def test_pr_r4_consent_given_or_withdrawn_blocks_whoever_it_is_of(reference_book: Session, consent: str) -> None:
    change(reference_book, LUC, parental_consent="true" if consent == "false" else "false", privacy_blocked="false")
    change(reference_book, LUC, privacy_blocked="false")
    change(reference_book, LUC, parental_consent=consent)
    assert values(reference_book, LUC)["privacy_blocked"] is True


def test_a_minor_stays_a_person(minor: Session) -> None:
    with pytest.raises(Refused, match="Minor is filled"):
        contacts.edit(minor, contact(minor, LUC), {"type": "company"})
