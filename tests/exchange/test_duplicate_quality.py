"""How many duplicates are found in books with known ones, and how many of those found are true, with one setting."""

from __future__ import annotations

import pytest

from contacts_tui.domain.likeness.scan import scan
from contacts_tui.domain.likeness.score import Pair
from tests.duplicate_sets import LEAST_F1, Known, quality, reached, sets
from tests.exchange.conftest import shared


@pytest.fixture(scope="module")
def known() -> dict[str, Known]:
    return {known.name: known for known in sets(shared("dedup"))}


@pytest.mark.parametrize("name", LEAST_F1)
def test_duplicates_are_found_and_few_others(known: dict[str, Known], name: str) -> None:
    book = known[name]
    pairs = [pair for step in scan(book.rows, len(book.rows)) for pair in step.found]
    direct = quality(map(_link, (pair for pair in pairs if pair.third is None)), book)
    every = quality(map(_link, pairs), book)
    assert reached(direct, every, book), (direct, every)


def _link(pair: Pair) -> tuple[int, int]:
    return pair.one, pair.other
