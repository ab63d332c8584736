"""A search that nobody waits for any more is broken off; what is shown of one grows as it is read."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from contacts_tui.domain.search_rules import Plan, Tier
from contacts_tui.services.session import Session
from contacts_tui.store.lists.search import PAGE, Search
from contacts_tui.store.lists.windows import AT_FIRST, HitWindow
from tests.services.reference import new_company

_FOR_EVER = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


class Slow(Search):
    """Asks something that has no end."""

    def __init__(self) -> None:
        super().__init__(Plan())
        self.has_begun = threading.Event()

    def _read(self) -> Iterator[tuple[Tier, list[object]]]:  # type: ignore[override]
        self.has_begun.set()
        yield Tier.ANYWHERE, list(self._connection.execute(_FOR_EVER))


def test_a_search_is_broken_off_from_another_thread(reference_book: Session) -> None:
    search = Slow()
    window = HitWindow(reference_book.book.lists, search)
    totals: list[int] = []
    asking = threading.Thread(target=lambda: totals.append(window.total))
    asking.start()
    assert search.has_begun.wait(60)
    while asking.is_alive():
        window.stop()
        asking.join(0.01)
    assert totals == [0]
    assert window.ids(0, 10) == []


def test_what_is_wrong_with_a_search_that_goes_on_is_told(reference_book: Session) -> None:
    class Broken(Search):
        def _read(self) -> Iterator[tuple[Tier, list[object]]]:  # type: ignore[override]
            yield Tier.ANYWHERE, list(self._connection.execute("SELECT * FROM no_such_table"))

    with pytest.raises(Exception, match="no_such_table"):
        _ = HitWindow(reference_book.book.lists, Broken(Plan())).total


def test_more_hits_become_known_as_they_are_read(reference_book: Session) -> None:
    for number in range(AT_FIRST * 2 + 60):
        new_company(reference_book, name=f"Zincworks {number}")
    window = HitWindow(reference_book.book.lists, Search(Plan(words=("zinc",))))
    first = window.total
    assert AT_FIRST <= first < AT_FIRST * 2
    assert not window.is_complete
    assert len(window.ids(first - 1, 100)) == 100
    assert window.total > first
    everyone = window.ids(0, 10_000)
    assert window.is_complete
    assert len(everyone) == len(set(everyone)) == window.total == AT_FIRST * 2 + 60


def test_a_word_that_is_said_twice_leaves_aside_whoever_has_it_once(reference_book: Session) -> None:
    wanted = new_company(reference_book, name="Zinc Zincworks")
    for number in range(PAGE + 10):
        new_company(reference_book, name=f"Zinc {number}")
    search = Search(Plan(words=("zinc", "zinc")))
    search.read_on(reference_book.book.lists())
    assert (search.ids, search.tiers) == ([wanted.id], [Tier.BEGINS])


def test_namesakes_are_read_page_by_page(reference_book: Session) -> None:
    made = [new_company(reference_book, name="Zincworks").id for _ in range(PAGE + 10)]
    search = Search(Plan(words=("zincworks",), whole="zincworks"))
    search.read_on(reference_book.book.lists())
    assert search.ids == made[::-1][:PAGE]
    search.read_on(reference_book.book.lists())
    assert search.ids == made[::-1]
    assert set(search.tiers) == {Tier.EXACT}
