"""Whatever is done, the history replays to what there is, and taking all of it back leaves what there was."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

import pytest

from contacts_tui.domain.code_lists import ASSIGNED, LISTS
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Batch, Verb
from contacts_tui.services import checks, history, marketing_setup, partners, search_strings, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.store import history as store_history
from contacts_tui.store.mapping import UNRECORDED, row_json
from contacts_tui.store.models import TABLES
from tests.services.chaos import OPERATIONS, Chaos
from tests.services.reference import as_user, rows, setup_line

_STEPS = 300


def everything(session: Session) -> dict[str, list[Mapping[str, object]]]:
    """Every row of every table, without what is never recorded."""
    found: dict[str, list[Mapping[str, object]]] = {}
    for record in TABLES:
        known = [(row.id, json.loads(row_json(row))) for row in rows(session, record)]
        found[record.__name__] = [{k: v for k, v in row.items() if k not in UNRECORDED} | {"id": i} for i, row in known]
    return found | {"pairs": pairs(session)}


def pairs(session: Session) -> list[Mapping[str, object]]:
    """The pairs of companies that share enough search strings, parted ones left out."""
    return [
        {"left": pair.left.id, "right": pair.right.id, "matching": pair.matching}
        for pair in search_strings.pairs(session)
    ]


def checked(session: Session) -> None:
    """The book is whole: consistent, no orphans, numbers once, the history replays, pairs are those of a recount."""
    assert checks.check(session) == ()
    links = [row for row in rows(session, ContactBusinessRelation) if row.link_to]
    assert None not in session.book.records.reading(lambda read: [partners.partner_of(read, row) for row in links])
    numbers = [found.no for found in rows(session, Contact)]
    assert len(numbers) == len(set(numbers))
    kept = pairs(session)
    search_strings.generate(session)
    assert pairs(session) == kept


def counted(session: Session) -> None:
    """How many lines a list has and how many contacts carry a code are what a recount says."""
    assert {name: len(setup_lists.lines(session, name)) for name in LISTS} == setup_lists.counts(session)
    for name, found in ASSIGNED.items():
        if found.assignment is not None:
            carried = Counter(
                getattr(row, found.assignment.attribute) for row in rows(session, found.assignment.record)
            )
            assert {line.id: line.used for line in setup_lists.lines(session, name) if line.used} == carried


@pytest.fixture
def book(reference_book: Session) -> Session:
    """The book of 0.5, its companies compared by two strings of which one is enough, with kinds of links."""
    for field in ("phone", "city"):
        setup_line(reference_book, "duplicate_search_strings", field=field, end="first", length="2")
    for code in ("VEND", "BANK"):
        setup_line(reference_book, "business_relations", code=code)
    relations = {"customers": "CUST", "vendors": "VEND", "bank_accs": "BANK"}
    codes = {f"bus_rel_code_for_{name}": code for name, code in relations.items()}
    marketing_setup.edit(reference_book, {"search_hit_pct": "50", **codes})
    search_strings.generate(reference_book)
    return reference_book


def steps_since(session: Session, known: int) -> list[Batch]:
    """The steps after that one, the newest first."""
    found = session.book.records.reading(lambda read: store_history.batches(read.database, limit=10_000))
    return [step for step in found if step.id > known]


def take_back_all(session: Session, known: int) -> None:
    """Take back every step after that one, the newest first: what was undone meanwhile is brought back in its turn."""
    steps = {step.id: step for step in steps_since(session, 0)}
    for step in steps_since(session, known):
        origin = step.id
        while (undoes := steps[origin].undoes) is not None:
            origin = undoes
        if step.verb is Verb.UNDO:
            undos = (one for one in steps_since(session, origin) if one.undoes == origin and not one.undone)
            history.undo(session, max(one.id for one in undos))
        elif not history.batch(session, origin).batch.undone:  # but one whose lines cancel each other
            history.undo(session, origin)


@pytest.mark.parametrize("seed", range(2))
def test_taking_all_back_leaves_what_there_was_and_taking_that_back_what_there_is(book: Session, seed: int) -> None:
    before = everything(book)
    known = steps_since(book, 0)[0].id
    chaos = Chaos((book, as_user(book, "jim")), seed)
    for _ in range(_STEPS):
        chaos.step()
        checked(book)
    counted(book)
    after, last = everything(book), steps_since(book, 0)[0].id
    take_back_all(book, known)
    assert everything(book) == before
    checked(book)
    counted(book)
    take_back_all(book, last)
    assert everything(book) == after
    checked(book)
    assert chaos.did.total() > _STEPS / 2


def test_each_operation_is_done_again_and_again(book: Session) -> None:
    chaos = Chaos((book, as_user(book, "jim")), 0)
    for _ in range(4 * _STEPS):
        chaos.step()
    checked(book)
    wanted = {operation.__name__ for operation in OPERATIONS}
    wanted |= {"merge of people", "merge of codes", "merge with conflicts"}
    assert {name: chaos.did[name] for name in wanted if chaos.did[name] < 4} == {}
