"""What else may have been meant, where there are few hits: offered under them, not mixed with them."""

from __future__ import annotations

import sqlite3

from contacts_tui.domain.search_rules import offers_spellings
from contacts_tui.store.lists.search import Search
from contacts_tui.store.lists.spelling import other_spellings

MOST = 2
"""So much is offered at most."""


def offers(connection: sqlite3.Connection, search: Search) -> tuple[str, ...]:
    """Other words to ask for, each of which finds someone who is not among the hits; these are known to be complete."""
    plan, hits = search.plan, len(search.ids)
    if not search.is_complete or search.meant or not offers_spellings(plan, hits):
        return ()
    found: list[str] = []
    for words in other_spellings(connection, plan.words):
        if _finds_others(connection, search, words):
            found.append(" ".join(words))
        if len(found) == MOST:
            break
    return tuple(found)


def _finds_others(connection: sqlite3.Connection, search: Search, words: tuple[str, ...]) -> bool:
    """Whether these words find others than those of the search, better than by parts of words."""
    meant, known = Search(search.plan.respelled([(word,) for word in words]), search.kind), set(search.ids)
    while not meant.is_complete and known.issuperset(meant.ids):
        meant.read_on(connection)
    return not known.issuperset(meant.ids)
