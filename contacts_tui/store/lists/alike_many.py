"""Who of the book may be like one of many contacts that come in: two or three quick questions for each, since there are
thousands. Who has only a word in common that others have too, or only the town, is not looked at."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.listing import sort_keys
from contacts_tui.domain.search_text import NAME, Mark
from contacts_tui.domain.search_words import LONGEST, whole_email
from contacts_tui.domain.text import fold
from contacts_tui.store.search_tables import WORDS

_HAVE = (
    "SELECT e.contact_id, e.type, e.sort_town"
    f" FROM {WORDS} f JOIN search_entry e ON e.pos = f.rowid WHERE {WORDS} MATCH ? LIMIT ?"
)
_HELD = f"SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM {WORDS} WHERE {WORDS} MATCH value)"
# Contacts that came in a moment ago are listed and still wait to be found.
_NAMED = "SELECT contact_id FROM search_entry WHERE type = ? AND sort_name = ? AND indexed LIMIT ?"
# The sign lets it ask by the town rather than by the type.
_NAMED_THERE = (
    "SELECT contact_id FROM search_entry WHERE sort_town IN (?, ?) AND sort_name = ? AND +type = ? AND indexed LIMIT ?"
)
_NOWHERE = sort_keys("", "", "", 0).town
_TAXED = (
    "SELECT c.id FROM contact c JOIN search_entry e ON e.contact_id = c.id"
    " WHERE c.vat_number = ? AND c.type = ? AND e.indexed LIMIT ?"
)
_MANY = 20
"""What more contacts have tells nothing here."""
_RARE = 3
"""Whom so few share a whole name with, or companies a word, are looked at for that alone."""
_ENOUGH = 2
_MOST = 5
_TAIL = 7
"""The index has the last digits of each telephone number as one word."""

Held = Sequence[tuple[int, str, str]]
"""Contacts that have a word, with their types, and their towns folded."""


class AlikeMany:
    """Asks the index of the search as it is; what was asked once is remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held: dict[str, Held] = {}

    def candidates(self, asked: Sequence[tuple[Details, Record]]) -> list[list[int]]:
        """For each of these contacts the ids of at most five of its type that are the likeliest to be like it."""
        own = [_its_own(record) for _, record in asked]
        held = self._held_by_anyone({word for words in own for word in words})
        return [
            self._of(details, record, held.intersection(words))
            for (details, record), words in zip(asked, own, strict=True)
        ]

    def _of(self, details: Details, record: Record, own: Iterable[str]) -> list[int]:
        kind = (ContactType.COMPANY if details.is_company else ContactType.PERSON).value
        town = fold(details.town)
        shared: Counter[int] = Counter()
        with_words = [held for word in dict.fromkeys(record.words) if (held := self._with_word(word))]
        # One word is enough for a company only.
        for held in with_words if details.is_company or len(with_words) > 1 else ():
            is_rare = len(held) <= _RARE
            for contact_id, of_type, its_town in held:
                if of_type == kind:
                    shared[contact_id] += 1 + (details.is_company and (is_rare or its_town == town))
        for ids in self._by_what_tells(details, kind, town):
            shared.update(dict.fromkeys(ids, _ENOUGH))
        for word in own:
            shared.update({one[0]: _ENOUGH for one in self._having(word) if one[1] == kind})
        shared.pop(details.id, None)
        return [contact_id for contact_id, count in shared.most_common(_MOST) if count >= _ENOUGH]

    def _by_what_tells(self, details: Details, kind: str, town: str) -> Iterator[list[int]]:
        """Who has a value that is enough to look at them; a whole name is not, in another town."""
        name = fold(details.name)
        yield self._few(_NAMED_THERE, town, _NOWHERE, name, kind) if town else self._few(_NAMED, kind, name)
        if details.numbers and details.numbers[0]:
            yield self._few(_TAXED, details.numbers[0], kind)

    def _with_word(self, word: str) -> Held:
        if word not in self._held:
            self._held[word] = self._having(NAME + word[:LONGEST])
        return self._held[word]

    def _having(self, word: str) -> Held:
        """Who has a word of the index; nobody where many have it."""
        found = self._connection.execute(_HAVE, [f'"{word}"', _MANY + 1]).fetchall()
        return found if len(found) <= _MANY else ()

    def _few(self, sql: str, *values: str) -> list[int]:
        found = self._connection.execute(sql, [*values, _RARE + 1]).fetchall()
        return [contact_id for (contact_id,) in found] if len(found) <= _RARE else []

    def _held_by_anyone(self, words: Iterable[str]) -> frozenset[str]:
        """Those of these words that anybody has: of what is a contact's own, hardly any."""
        asked = json.dumps([f'"{word}"' for word in words])
        return frozenset(value[1:-1] for (value,) in self._connection.execute(_HELD, [asked]))


def _its_own(record: Record) -> list[str]:
    """The words of the index for what a contact hardly shares with another."""
    words = [number[-_TAIL:] for number in record.phones]
    return words + [Mark.EMAIL + whole_email("@".join(email)) for email in record.emails]
