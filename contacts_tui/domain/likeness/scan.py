"""Looks through a whole book for contacts that may be the same, in time that grows as the book does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from contacts_tui.domain.likeness.blocking import Groups
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.rarity import Census, Rarity
from contacts_tui.domain.likeness.record import Record, record
from contacts_tui.domain.likeness.score import Pair, compare
from contacts_tui.domain.likeness.third import Link, through_a_third
from contacts_tui.domain.likeness.weights import THIRD_LINK

_PORTION = 250
_READ = 0.2
"""Reading takes about so much of the time."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of the work is done, from 0 to 1, and the pairs found since the last time."""

    done: float
    found: tuple[Pair, ...] = ()


def scan(
    rows: Iterable[Details],
    total: int,
    *,
    least: float = 0.0,
    apart: Set[Link] = frozenset(),
    among: Set[int] | None = None,
) -> Iterator[Progress]:
    """Compare the contacts of a book, a portion at each step; whoever has seen enough stops asking.

    `total` is how many rows there are. Pairs of at least `least` points are given, but those `apart`, which a user has
    said to be different (the lower id first). With `among`, such as the rows of a file that is taken in, only pairs
    that have one of these ids. Pairs that are found through a third contact come last.
    """
    book: list[Record] = []
    census, groups = Census(), Groups()
    for row in rows:
        found = record(row)
        census.add(found)
        groups.add(found)
        book.append(found)
        if len(book) % _PORTION == 0:
            yield Progress(_READ * len(book) / max(total, len(book)))
    comparing = _Comparing(book, census.rarity(), least, apart, among)
    for start in range(0, len(book), _PORTION):
        end = min(start + _PORTION, len(book))
        pairs = tuple(pair for at in range(start, end) for pair in comparing.pairs_of(at, groups.after(at)))
        yield Progress(_READ + (1 - _READ) * end / len(book), pairs)
    yield Progress(1.0, tuple(comparing.through_a_third()))


class _Comparing:
    """A book that is being compared, and what was found so far."""

    def __init__(
        self, book: Sequence[Record], rarity: Rarity, least: float, apart: Set[Link], among: Set[int] | None
    ) -> None:
        self._book, self._rarity = book, rarity
        self._least, self._apart, self._among = least, apart, among
        self._links: list[Link] = []
        self._found: set[Link] = set()

    def pairs_of(self, at: int, others: Sequence[int]) -> Iterator[Pair]:
        """The pairs of the contact at a place of the book with those at others."""
        mine, least = self._book[at], min(self._least, THIRD_LINK)
        for other in others:
            theirs = self._book[other]
            link = (mine.id, theirs.id) if mine.id < theirs.id else (theirs.id, mine.id)
            pair = None if link in self._apart else compare(mine, theirs, self._rarity, least=least)
            if pair is None:
                continue
            if pair.score >= THIRD_LINK:
                self._links.append(link)
            if pair.score >= self._least and self._is_asked(link):
                self._found.add(link)
                yield pair

    def through_a_third(self) -> Iterator[Pair]:
        """The pairs whose two contacts are both like another one."""
        by_id = {found.id: found for found in self._book} if self._links else {}

        def judged(link: Link) -> Pair | None:
            return compare(by_id[link[0]], by_id[link[1]], self._rarity)

        def known(link: Link) -> bool:
            return link in self._found or link in self._apart or not self._is_asked(link)

        for third, pair in through_a_third(self._links, known, judged):
            yield replace(pair, third=third)

    def _is_asked(self, link: Link) -> bool:
        return self._among is None or not self._among.isdisjoint(link)
