"""Who of the book may be like one of many contacts that come in: two or three quick questions for each, since there are
thousands. Who has only a word in common that others have too, or only the town, is not looked at."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

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
# Contacts that came in a moment ago are listed and still wait to be found.
_NAMED = "SELECT contact_id FROM search_entry WHERE type = ? AND sort_name = ? AND indexed LIMIT ?"
_NAMED_THERE = (
    "SELECT contact_id FROM search_entry WHERE sort_town IN (?, ?) AND sort_name = ? AND type = ? AND indexed LIMIT ?"
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

    def candidates(self, details: Details, record: Record) -> list[int]:
        """The ids of at most five contacts of its type that are the likeliest to be like this one."""
        kind = (ContactType.COMPANY if details.is_company else ContactType.PERSON).value
        town = fold(details.town)
        shared: Counter[int] = Counter()
        for word in dict.fromkeys(record.words):
            held = self._with_word(word)
            is_rare = len(held) <= _RARE
            for contact_id, of_type, its_town in held:
                if of_type == kind:
                    shared[contact_id] += 1 + (details.is_company and (is_rare or its_town == town))
        for ids in self._by_what_tells(details, record, kind, town):
            shared.update(dict.fromkeys(ids, _ENOUGH))
        shared.pop(details.id, None)
        return [contact_id for contact_id, count in shared.most_common(_MOST) if count >= _ENOUGH]

    def _by_what_tells(self, details: Details, record: Record, kind: str, town: str) -> Iterator[list[int]]:
        """Who has a value that is enough to look at them; a whole name is not, in another town."""
        name = fold(details.name)
        yield self._few(_NAMED_THERE, town, _NOWHERE, name, kind) if town else self._few(_NAMED, kind, name)
        for number in record.phones:
            yield self._of_type(kind, self._having(number[-_TAIL:]))
        for email in record.emails:
            yield self._of_type(kind, self._having(Mark.EMAIL + whole_email("@".join(email))))
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

    @staticmethod
    def _of_type(kind: str, held: Held) -> list[int]:
        return [contact_id for contact_id, of_type, _town in held if of_type == kind]
