"""Two contacts that are both like a third one: where they have little to compare, that is how they are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from contacts_tui.domain.likeness.score import Pair
from contacts_tui.domain.likeness.weights import THIRD_LEAST

Link = tuple[int, int]


def through_a_third(
    links: Iterable[Link], known: Callable[[Link], bool], judged: Callable[[Link], Pair | None]
) -> Iterator[tuple[int, Pair]]:
    """The pairs whose two contacts are both linked to a third one, with that one.

    `links` are pairs of at least `weights.THIRD_LINK`, `known` tells the pairs that need no third one or are to be left
    out, and `judged` compares two contacts, however little they have in common.
    """
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in links:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[Link] = set()
    for third in sorted(beside):
        for link in combinations(sorted(beside[third]), 2):
            if link in seen or known(link):
                continue
            seen.add(link)
            pair = judged(link)
            if pair and pair.score >= THIRD_LEAST:
                yield third, pair
