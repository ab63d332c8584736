"""Looks through a whole book for contacts that may be the same, in time that grows as the book does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from contacts_tui.domain.likeness.blocking import MOST, keys
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.rarity import Rarity, rarity
from contacts_tui.domain.likeness.record import Record, record
from contacts_tui.domain.likeness.score import Pair, compare
from contacts_tui.domain.likeness.third import Link, through_a_third
from contacts_tui.domain.likeness.weights import THIRD_LINK

_PORTION = 500
_READ = 0.25
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
    that have one of these ids.
    """
    book: list[Record] = []
    for row in rows:
        book.append(record(row))
        if len(book) % _PORTION == 0:
            yield Progress(_READ * len(book) / max(total, len(book)))
    yield from _Scan(book, least, apart, among).steps()


class _Scan:
    """A book that is being compared, and what was found so far."""

    def __init__(self, book: Sequence[Record], least: float, apart: Set[Link], among: Set[int] | None) -> None:
        self._book = book
        self._rarity: Rarity = rarity(book)
        self._least, self._apart, self._among = least, apart, among
        self._links: list[Link] = []
        self._found: set[Link] = set()

    def steps(self) -> Iterator[Progress]:
        groups = _groups(self._book)
        for start in range(0, len(self._book), _PORTION):
            end = min(start + _PORTION, len(self._book))
            found = tuple(pair for at in range(start, end) for pair in self._of(at, groups[at]))
            yield Progress(_READ + (1 - _READ) * end / len(self._book), found)
        yield Progress(1.0, tuple(self._through_a_third()))

    def _of(self, at: int, groups: Sequence[Sequence[int]]) -> Iterator[Pair]:
        """The pairs of a contact with those after it in the book."""
        mine, least = self._book[at], min(self._least, THIRD_LINK)
        for other in {place for group in groups for place in group if place > at}:
            theirs = self._book[other]
            link = (mine.id, theirs.id) if mine.id < theirs.id else (theirs.id, mine.id)
            if link in self._apart:
                continue
            pair = compare(mine, theirs, self._rarity, least=least)
            if pair is None:
                continue
            if pair.score >= THIRD_LINK:
                self._links.append(link)
            if pair.score >= self._least and self._is_asked(link):
                self._found.add(link)
                yield pair

    def _is_asked(self, link: Link) -> bool:
        return self._among is None or not self._among.isdisjoint(link)

    def _through_a_third(self) -> Iterator[Pair]:
        by_id = {found.id: found for found in self._book} if self._links else {}

        def judged(link: Link) -> Pair | None:
            return compare(by_id[link[0]], by_id[link[1]], self._rarity)

        def known(link: Link) -> bool:
            return link in self._found or link in self._apart or not self._is_asked(link)

        for third, pair in through_a_third(self._links, known, judged):
            yield replace(pair, third=third)


def _groups(book: Sequence[Record]) -> list[list[list[int]]]:
    """For each contact the groups of contacts that share a key with it, by their places in the book."""
    first: dict[int, int] = {}
    shared: defaultdict[int, list[int]] = defaultdict(list)
    for at, found in enumerate(book):
        for key in keys(found):
            if first.setdefault(key, at) != at:
                shared[key].append(at)
    groups: list[list[list[int]]] = [[] for _ in book]
    for key, places in shared.items():
        if len(places) < MOST:
            group = [first[key], *places]
            for at in group:
                groups[at].append(group)
    return groups
