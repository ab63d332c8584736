"""Keeping the search strings of companies, and the pairs that share enough of them. Plain SQL, in the caller's
transaction: both follow from the contacts, the rules and the search hit, and leave no history."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from contacts_tui.domain import search_strings
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.search_strings import SearchStringRule

_IN = "IN (SELECT value FROM json_each(?))"
_HOLDERS = (
    "SELECT contact_id FROM contact_search_string"
    " WHERE field = ? AND end = ? AND string = ? AND contact_id <> ? LIMIT ?"
)
_AMONG = f"SELECT contact_id FROM contact_search_string WHERE contact_id {_IN} AND field = ? AND end = ? AND string = ?"
_MANY = 1000
"""So many holders make a string common: they are not read before it is known whether they must be."""

#: The strings of one company: field, end, string.
Strings = Sequence[tuple[str, str, str]]


ANEW = frozenset(("type",))
"""Said to have changed of a contact that is to be compared with all others again: it is then as if it were new."""


@dataclass(frozen=True, slots=True)
class _Setup:
    """What the marketing set-up says: whether strings are kept with each change, and the search hit in percent."""

    maintain: bool = True
    hit: int = 60


class DuplicateStrings:
    """Writes the strings and pairs of one database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def follow(self, changed: Mapping[int, Collection[str]]) -> None:
        """Refresh the contacts of which an attribute changed that a rule takes strings from, or the type (DU-R8).

        Where the set-up keeps no strings, only those go that belong to no company any more (DU-R9).
        """
        turned = [contact_id for contact_id, names in changed.items() if "type" in names]
        if not self._setup.maintain:
            self._forget(self._people(turned))
            return
        wanted = search_strings.attributes(self._rules) | ANEW
        self.refresh([contact_id for contact_id, names in changed.items() if wanted.intersection(names)])

    def refresh(self, ids: Collection[int]) -> None:
        """Make the strings and pairs of these contacts anew (DU-R6); pairs that somebody parted stay."""
        if not ids:
            return
        self._forget(ids)
        found = self._strings(ids)
        rows = [(contact_id, *one) for contact_id, strings in found.items() for one in strings]
        self._connection.executemany(
            "INSERT INTO contact_search_string(contact_id, field, end, string) VALUES (?, ?, ?, ?)", rows
        )
        needed = search_strings.needed(len(self._rules), self._setup.hit)
        pairs = [
            (*search_strings.ordered(contact_id, other), matching)
            for contact_id, strings in found.items()
            for other, matching in self._sharing(contact_id, strings, needed).items()
        ]
        self._connection.executemany(
            "INSERT OR IGNORE INTO contact_duplicate(contact_id, duplicate_id, matching) VALUES (?, ?, ?)", pairs
        )

    def remove(self, contact_id: int) -> None:
        """Forget a contact that is about to be deleted, with all its pairs."""
        self._connection.execute("DELETE FROM contact_search_string WHERE contact_id = ?", [contact_id])
        self._connection.execute(
            "DELETE FROM contact_duplicate WHERE contact_id = ? OR duplicate_id = ?", [contact_id, contact_id]
        )

    def drop(self, field: str, end: str) -> None:
        """Forget the strings of a rule that is deleted (DU-R12); pairs stay until they are searched anew."""
        self._connection.execute("DELETE FROM contact_search_string WHERE field = ? AND end = ?", [field, end])

    @cached_property
    def _rules(self) -> tuple[SearchStringRule, ...]:
        rows = self._connection.execute("SELECT field, end, length FROM search_string_rule ORDER BY id")
        return tuple(SearchStringRule(field=field, end=end, length=length) for field, end, length in rows)

    @cached_property
    def _setup(self) -> _Setup:
        sql = "SELECT maintain_duplicate_search_strings, search_hit FROM marketing_setup"
        row = self._connection.execute(sql).fetchone()
        return _Setup(bool(row[0]), row[1]) if row else _Setup()

    def _forget(self, ids: Collection[int]) -> None:
        listed = json.dumps(list(ids))
        self._connection.execute(f"DELETE FROM contact_search_string WHERE contact_id {_IN}", [listed])
        parted = (
            "NOT EXISTS (SELECT 1 FROM separate_contacts s WHERE s.contact_id = contact_duplicate.contact_id"
            " AND s.other_id = contact_duplicate.duplicate_id)"
        )
        for column in ("contact_id", "duplicate_id"):
            self._connection.execute(f"DELETE FROM contact_duplicate WHERE {column} {_IN} AND {parted}", [listed])

    def _people(self, ids: Sequence[int]) -> list[int]:
        sql = f"SELECT id FROM contact WHERE id {_IN} AND type = ?"
        return [row[0] for row in self._connection.execute(sql, [json.dumps(ids), ContactType.PERSON.value])]

    def _strings(self, ids: Collection[int]) -> dict[int, Strings]:
        """The strings of those among these contacts that are companies, by id."""
        rules = [rule for rule in self._rules if rule.field in CONTACT]
        if not rules:
            return {}
        columns = ", ".join(CONTACT[rule.field].attribute for rule in rules)
        sql = f"SELECT id, {columns} FROM contact WHERE id {_IN} AND type = ?"
        found: dict[int, Strings] = {}
        for contact_id, *texts in self._connection.execute(sql, [json.dumps(list(ids)), ContactType.COMPANY.value]):
            made = [
                (rule.field, rule.end, search_strings.string_of(rule, text))
                for rule, text in zip(rules, texts, strict=True)
            ]
            found[contact_id] = [one for one in made if one[2]]
        return found

    def _sharing(self, contact_id: int, strings: Strings, needed: int) -> Counter[int]:
        """The companies that share enough of these strings, with how many.

        Who shares so many of them has at least one of the rarest that are left when all others are taken away; only
        who has one of those is looked at.
        """
        most = len(strings) - needed + 1
        if needed <= 0 or most <= 0:
            return Counter()
        first = sorted(((self._holders(one, contact_id, _MANY), one) for one in strings), key=lambda held: len(held[0]))
        rare, common = first[:most], first[most:]
        shared: Counter[int] = Counter()
        for found, one in rare:
            shared.update(found if len(found) < _MANY else self._holders(one, contact_id, -1))
        likely = json.dumps(list(shared))
        for _found, (field, end, string) in common:
            shared.update(row[0] for row in self._connection.execute(_AMONG, [likely, field, end, string]))
        return Counter({other: matching for other, matching in shared.items() if matching >= needed})

    def _holders(self, one: tuple[str, str, str], without: int, limit: int) -> list[int]:
        return [row[0] for row in self._connection.execute(_HOLDERS, [*one, without, limit])]
