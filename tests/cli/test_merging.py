"""Merging two contacts from the shell."""

from __future__ import annotations

import pytest

from contacts_tui.services import addresses, cards
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.cli.conftest import Shell


@pytest.fixture
def twins(laurier: Shell) -> Shell:
    """The company CT000001 and its twin CT000003, which has a person, a code and an address of its own."""
    laurier.done(
        "new", "company", "name=Boulangerie Laurier", "city=Laval", "phone=514-555-0199", "+industry_groups=RETAIL"
    )
    laurier.done("new", "person", "name=Anne Roy", "company=CT000003")
    return laurier


def give_both(shell: Shell, code: str) -> None:
    book = Book.open(shell.database)
    session = Session(book, "marie")
    for number in ("CT000001", "CT000003"):
        addresses.add(session, cards.card_by_number(session, number).contact.id, {"code": code, "city": number})
    book.close()


def test_what_differs_and_what_moves_is_said_before_it_is_done(twins: Shell) -> None:
    ran = twins.done("merge", "CT000001", "CT000003", "--take", "phone", "city", "--yes")
    assert "Phone (phone): 514-555-0199, not 514-555-0100" in ran.err
    assert "Fax (fax): 514-555-0101, not –" in ran.err
    assert "People: 1 moves along" in ran.err
    assert "Industry groups" not in ran.err
    assert "Boulangerie Laurier is merged into Boulangerie Laurier inc. (CT000001)." in ran.out
    shown = twins.done("show", "CT000001", "--json").json
    assert (shown["phone"], shown["city"], shown["fax"]) == ("514-555-0199", "Laval", "514-555-0101")
    assert [person["name"] for person in shown["people"]] == ["Anne Roy", "Marie Tremblay"]
    assert twins("show", "CT000003").status == 1
    step = ran.out.partition("undo ")[2].partition("”")[0]
    assert "Undone: Merged Boulangerie Laurier into Boulangerie Laurier inc." in twins.done("undo", step).out
    assert twins.done("show", "CT000003", "--json").json["people"][0]["name"] == "Anne Roy"


def test_nobody_can_be_asked_so_nothing_is_merged(twins: Shell) -> None:
    ran = twins("merge", "CT000001", "CT000003")
    assert (ran.status, "--yes" in ran.err) == (2, True)
    assert twins.done("show", "CT000003")


def test_conflicts_are_named_with_the_way_out(twins: Shell) -> None:
    for code in ("COTTAGE", "OFFICE"):
        give_both(twins, code)
    ran = twins("merge", "CT000001", "CT000003", "--yes")
    assert ran.status == 1
    assert "--remove COTTAGE or --rename COTTAGE=COTTAGE2" in ran.err
    assert "2 conflicts: both have COTTAGE, OFFICE." in ran.err
    twins.done("merge", "CT000001", "CT000003", "--rename", "cottage=hut", "--remove=OFFICE", "--yes")
    found = twins.done("show", "CT000001", "--json").json["alternative_addresses"]
    assert sorted((one["code"], one["city"]) for one in found) == [
        ("COTTAGE", "CT000001"), ("HUT", "CT000003"), ("OFFICE", "CT000001"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("CT000001", "CT000002", "--yes"), 1),
        (("CT000001", "CT000001", "--yes"), 1),
        (("CT000001", "CT000009", "--yes"), 1),
        (("CT000001", "CT000003", "--take", "colour", "--yes"), 2),
        (("CT000001", "CT000003", "--rename", "COTTAGE", "--yes"), 2),
        (("CT000001", "CT000003", "--remove", "COTTAGE", "--yes"), 2),
        (("CT000001", "CT000003", "--remove", "A", "--rename", "A=B", "--yes"), 2),
        (("CT000001", "CT000003", "--take", "--yes"), 2),
        (("CT000001",), 2),
    ],
)
def test_what_cannot_be_merged_is_refused(twins: Shell, words: tuple[str, ...], status: int) -> None:
    assert twins("merge", *words).status == status
    assert twins.done("show", "CT000003")
