"""Who may be like one contact, and how rare its values are: asked of the index of the search, a few lists at a time."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.rarity import Of
from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.search_text import NAME, Mark
from contacts_tui.domain.search_words import LONGEST, email_words, whole_email
from contacts_tui.store.lists.spelling import spellings
from contacts_tui.store.search_tables import WORDS

# The sign keeps the type from being asked first.
_HAVE = (
    f"SELECT e.contact_id FROM {WORDS} f JOIN search_entry e ON e.pos = f.rowid"
    f" WHERE {WORDS} MATCH ? AND +e.type = ? LIMIT ?"
)
_HOW_MANY = f"SELECT count(*) FROM (SELECT 1 FROM {WORDS} WHERE {WORDS} MATCH ? LIMIT ?)"
_MANY = 100
"""What more contacts have tells too little by itself; together with another value it may tell enough."""
_COMMON_WORDS = 4
_MOST = 100
_COUNTED = 2000
_TAIL = 7
"""The index has the last digits of each telephone number as one word."""
_DAYS = 25_000
"""So many days of birth are about as likely as each other."""
_SAINT = "st"
"""How a comparison writes a word that the index has as it was typed."""

Key = tuple[str, ...]
"""Words of the index that a contact has, all of them."""


class Counts(Mapping[str, int]):
    """How many contacts have a value, by the keys that `Rarity` asks for; counted when it first does.

    `more` are counts of contacts that the index does not have yet.
    """

    def __init__(self, connection: sqlite3.Connection, total: int, more: Mapping[str, int] | None = None) -> None:
        self._connection = connection
        self._total = total
        self._more = more or {}
        self._known: dict[str, int] = {}

    def __getitem__(self, key: str) -> int:
        if key not in self._known:
            self._known[key] = self._count(Of(key[0]), key[1:]) + self._more.get(key, 0)
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def _count(self, of: Of, value: str) -> int:
        if of is Of.BIRTHDAY:
            return self._total // _DAYS
        asked = _index_words(of, value)
        if not asked:
            return 1
        (count,) = self._connection.execute(_HOW_MANY, [_all_of(asked), _COUNTED]).fetchone()
        if count == _COUNTED and of is Of.NAME:
            uses = self._connection.execute("SELECT uses FROM search_spelling WHERE word = ?", [value]).fetchone()
            count = max(count, uses[0] if uses else 0)
        return int(count)


def _index_words(of: Of, value: str) -> Key:
    """The words of the index that a value stands for; none where it has no such words."""
    match of:
        case Of.NAME:
            return (NAME + value[:LONGEST],)
        case Of.STREET | Of.HOUSE:
            return (value[:LONGEST],)
        case Of.TOWN:
            return _town(value)
        case Of.POST_CODE:
            return (Mark.POST_CODE + value[:LONGEST],)
        case Of.EMAIL:
            return (Mark.EMAIL + whole_email(value),)
        case Of.DOMAIN:
            return tuple(email_words(value))
        case Of.PHONE:
            return (value[-_TAIL:],)
        case _:
            return ()


def _town(town: str) -> Key:
    return tuple(Mark.CITY + word[:LONGEST] for word in town.split() if word != _SAINT)


def _all_of(words: Iterable[str]) -> str:
    return " AND ".join(f'"{word}"' for word in words)


def candidates(connection: sqlite3.Connection, details: Details, record: Record) -> list[int]:
    """The ids of the contacts of its type that share something with a contact that few have, who shares most first.

    A word of the name that no contact has is looked for as others spell it.
    """
    kind = (ContactType.COMPANY if details.is_company else ContactType.PERSON).value
    shared: Counter[int] = Counter()

    def few(words: Key) -> bool:
        """Count who has these words; whether they are few, or nobody.

        Of one word the index is asked for those of the type. Several leave few, whose type is quicker to look at than
        the list of half of the book is to be read.
        """
        asked = words if len(words) > 1 else (*words, Mark.TYPE + kind)
        found = connection.execute(_HAVE, [_all_of(asked), kind, _MANY + 1]).fetchall()
        if len(found) <= _MANY:
            shared.update(row[0] for row in found)
        return len(found) <= _MANY

    common = []
    for word in dict.fromkeys(record.words):
        if not few((NAME + word[:LONGEST],)):
            common.append(NAME + word[:LONGEST])
        for meant in _meant(connection, word):
            few((NAME + meant,))
    # Who has two of the common words has them by chance hardly ever: then nobody is looked for by one and a place.
    together = [few(key) for key in combinations(common[:_COMMON_WORDS], 2)]
    if not any(together):
        for key in _in_their_place(common[:_COMMON_WORDS], record):
            few(key)
    for number in record.phones:
        few((number[-_TAIL:],))
    for local, domain in record.emails:
        few((Mark.EMAIL + whole_email(f"{local}@{domain}"),))
    if details.numbers and details.numbers[0]:
        same = connection.execute("SELECT id FROM contact WHERE vat_number = ? LIMIT ?", [details.numbers[0], _MANY])
        shared.update(row[0] for row in same.fetchall())
    shared.pop(details.id, None)
    return [contact_id for contact_id, _count in shared.most_common(_MOST)]


def _in_their_place(words: Sequence[str], record: Record) -> Iterator[Key]:
    """Each of these words with the post code of the contact, or else its town, of which long lists are read."""
    town = _town(record.town)
    for word in words:
        if record.post_code:
            yield word, Mark.POST_CODE + record.post_code[:LONGEST]
        elif town:
            yield (word, *town)


def _meant(connection: sqlite3.Connection, word: str) -> Sequence[str]:
    found = spellings(connection, (word,))
    return found[0] if found else ()
