"""The search for duplicates in a company that nobody here wrote."""

from __future__ import annotations

from pathlib import Path

from contacts_tui.domain.likeness.bands import POSSIBLE, Band
from contacts_tui.exchange.importing import import_path
from contacts_tui.services import likeness
from contacts_tui.services.session import Session

_MOST_WRONG = 2
_SAME = {"World Wide Bank"}
"""The bank accounts of one bank, each of which is a contact."""


def test_few_pairs_are_shown_that_are_no_duplicates(session: Session, cronus: Path) -> None:
    told = import_path(session, cronus, profile="nav").likes
    pairs = likeness.scan(session).pairs
    banks = [pair for pair in pairs if {pair.left.name, pair.right.name} == _SAME]
    assert len(pairs) - len(banks) <= _MOST_WRONG
    assert len(banks) == 15
    assert {str(pair.reasons.said) for pair in banks} == {"same rare name, same street and number"}
    # The import has told all of them.
    assert {tuple(sorted((one.number, one.other_number))) for one in told} >= {
        tuple(sorted((pair.left.no, pair.right.no))) for pair in banks
    }
    assert len(told) <= len(pairs)


def test_a_try_says_the_same_as_the_import(session: Session, cronus: Path) -> None:
    tried = import_path(session, cronus, profile="nav", dry_run=True)
    done = import_path(session, cronus, profile="nav")
    assert tried.likes == done.likes != ()
    assert import_path(session, cronus, profile="nav").likes == ()


def test_namesakes_in_two_towns_are_told_apart_by_the_reasons(session: Session, cronus: Path) -> None:
    import_path(session, cronus, profile="nav")
    pairs = likeness.scan(session, least=POSSIBLE).pairs
    (pair,) = (pair for pair in pairs if pair.left.name == pair.right.name == "Progressive Home Furnishings")
    assert {pair.left.city, pair.right.city} == {"Chicago", "Colombia"}
    assert pair.band is Band.POSSIBLE
    assert str(pair.reasons.said) == "same rare name; but other town: branch or namesake?"
