"""Where the book names a contact outside of what is its own: in the rows of others, and in the history of these."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import chain
from typing import NamedTuple

from peewee import Database

from contacts_tui.domain.codes import CommentLine, ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import ERASED, MAILS, PHONES, Erasure, without_partner
from contacts_tui.domain.mentions import Mentions
from contacts_tui.domain.partners import Partner, link_of
from contacts_tui.domain.record import OwnedRecord, Record, with_values
from contacts_tui.store.mapping import decode, encode, row_json
from contacts_tui.store.models import RECORD_NAMES
from contacts_tui.store.reader import Reader

_ADDRESSES = frozenset((*MAILS, "home_page"))
#: What follows a name or is too short to name anybody.
_SILENT = frozenset(
    (
        "uid", "no", "first_name", "middle_name", "surname", "initials", "post_code", "city", "county",
        "extension", "telex", "telex_answer_back", "vat_number", "registration_number", "external_id", "birthday",
        "link_to", "sort", "columns", "formality", "part1", "part2", "part3", "part4", "part5",
    )
)  # fmt: skip


_LINES = "SELECT id, record, row_id, field, old, new, contact_id FROM history_change"


class Scan(NamedTuple):
    """The lines of the history, up to one, that name a contact and are not its own."""

    mentions: Mentions
    ids: list[int]
    until: int


class Place(NamedTuple):
    """An attribute of a row that names it, and what stands there."""

    record: Record
    attribute: str
    text: str


def places(read: Reader, mentions: Mentions, own: Collection[int]) -> list[Place]:
    """The places outside of the rows of the contacts that are its `own`, one of each row."""
    found = []
    linked = {(row.link_to, row.no) for row in read.all(ContactBusinessRelation, contact_id=tuple(own))}
    for table, record in RECORD_NAMES.items():
        if record in (Erasure, CommentLine) or not (passing := _passing(mentions, _texts(record))):
            continue
        owner = "id" if record is Contact else "contact_id" if issubclass(record, OwnedRecord) else "0"
        sql = f"SELECT id FROM {table} WHERE {passing} AND {owner} NOT IN ({_list(own)})"
        ids = [row[0] for row in read.database.execute_sql(sql, _patterns(mentions))]
        for row in read.all(record, id=ids) if ids else ():
            kept = _kept(row, own, linked)
            found += [Place(row, name, text) for name, text in _of(kept) if mentions.are_in(text)][:1]
    return [*found, *_notes(read, mentions, own)]


def scanned(database: Database, mentions: Mentions, own: Collection[int]) -> Scan:
    """Look through the history as it is, which takes long where that is long: to be done before others must wait."""
    (until,) = database.execute_sql("SELECT coalesce(max(id), 0) FROM history_change").fetchone()
    return Scan(mentions, [line[0] for line in _lines(database, mentions, own)], until)


def blank_lines(read: Reader, mentions: Mentions, own: Collection[int], scan: Scan | None = None) -> set[int]:
    """Take it out of the history of the rows of others, where it stands there no longer as they are now.

    Only what is newer than a `scan` is looked through once more. Tells the contacts in whose own history something was
    blanked.
    """
    database = read.database
    if scan is None or scan.mentions != mentions:
        scan = Scan(mentions, [], 0)
    known = "id IN (SELECT value FROM json_each(?))"
    lines = database.execute_sql(f"{_LINES} WHERE {known}", [json.dumps(scan.ids)]).fetchall()
    lines += _lines(database, mentions, own, after=scan.until)
    stays: dict[tuple[str, int], bool] = {}
    changed = set()
    for line_id, table, row_id, field, old, new, owner in lines:
        key = (table, row_id)
        if key not in stays:
            row = read.get(RECORD_NAMES[table], row_id)
            stays[key] = row is not None and mentions.are_in(_plain(row_json(row)))
        if not stays[key]:
            values = [_without(text, mentions, field) for text in (old, new)]
            database.execute_sql("UPDATE history_change SET old = ?, new = ? WHERE id = ?", [*values, line_id])
            if RECORD_NAMES[table] is Contact:
                changed.add(owner)
    return changed


def blank_subjects(database: Database, mentions: Mentions, touching: Collection[int] = ()) -> None:
    """What steps were about, where that names it: all steps, or those that touched these contacts."""
    if not mentions:
        return
    sql = f"SELECT id, subject FROM history_batch WHERE {_passing(mentions, ['subject'])}"
    if touching:
        sql += f" AND id IN (SELECT batch_id FROM history_change WHERE contact_id IN ({_list(touching)}))"
    for batch_id, subject in database.execute_sql(sql, _patterns(mentions)).fetchall():
        if mentions.are_in(subject):
            left = mentions.removed(subject) or ERASED
            database.execute_sql("UPDATE history_batch SET subject = ? WHERE id = ?", [left, batch_id])


def _notes(read: Reader, mentions: Mentions, own: Collection[int]) -> Iterator[Place]:
    """Notes as they are read: a name may begin on one of their lines and end on the next."""
    if not mentions:
        return
    lines = "(SELECT * FROM comment_line ORDER BY contact_id, line_no)"
    sql = (
        "SELECT first, whole FROM (SELECT min(id) AS first, contact_id, group_concat(text, ' ') AS whole"
        f" FROM {lines} GROUP BY contact_id, note_no)"
        f" WHERE {_passing(mentions, ['whole'])} AND contact_id NOT IN ({_list(own)})"
    )
    for line_id, whole in read.database.execute_sql(sql, _patterns(mentions)).fetchall():
        line = read.get(CommentLine, line_id)
        if line is not None and mentions.are_in(whole):
            yield Place(line, "text", whole)


def _lines(
    database: Database, mentions: Mentions, own: Collection[int], after: int = 0
) -> Iterator[tuple[int, str, int, str, str | None, str | None, int | None]]:
    if not mentions:
        return
    sql = (
        f"{_LINES} WHERE id > {after} AND {_passing(mentions, ['old', 'new'])}"
        f" AND (contact_id IS NULL OR contact_id NOT IN ({_list(own)}))"
    )
    for line in database.execute_sql(sql, _patterns(mentions)).fetchall():
        # A line is JSON, in which a sign that stands beside a name may be written in two.
        if any(mentions.are_in(value) for value in map(_plain, line[4:6])):
            yield line


def _plain(text: str | None) -> str:
    value = decode(text)
    if isinstance(value, dict):
        return "\n".join(part for part in value.values() if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _without(text: str | None, mentions: Mentions, field: str) -> str | None:
    """The value of a field, or where none is named a whole row, in the form of a line."""
    value = decode(text)
    if isinstance(value, dict):
        left = {name: _removed(part, mentions, name) for name, part in value.items()}
        return json.dumps(left, ensure_ascii=False)
    return encode(_removed(value, mentions, field))


def _removed(value: object, mentions: Mentions, name: str) -> object:
    if not isinstance(value, str) or not mentions.are_in(value):
        return value
    return mentions.removed(value) or (ERASED if name == "name" else "")


def _list(ids: Collection[int]) -> str:
    return ", ".join(map(str, ids))


def _texts(record: type[Record]) -> tuple[str, ...]:
    """The attributes in which somebody may be named."""
    return tuple(field.name for field in fields(record) if field.type == "str" and field.name not in _SILENT)


def _of(row: Record) -> Iterator[tuple[str, str]]:
    for name in _texts(type(row)):
        yield name, getattr(row, name)


def _kept(row: Record, own: Collection[int], linked: Collection[tuple[str, str]]) -> Record:
    """What stays of a row: who goes leaves the customer that is linked with it or that has it as contact person."""
    if not isinstance(row, Partner):
        return row
    if (str(link_of(row)), row.code) in linked:
        row = without_partner(row)
    return with_values(row, {"contact_name": ""}) if row.primary_contact_id in own else row


def _passing(mentions: Mentions, columns: Collection[str]) -> str:
    """The condition that lets through the rows to look at, with the patterns of `_patterns` as its parameters."""
    sieve, patterns = mentions.sieve(), _patterns(mentions)
    places = {one: place for place, one in enumerate(patterns, start=1)}

    def of(column: str) -> Iterable[str]:
        return sieve.numbers if column in PHONES else sieve.mails if column in _ADDRESSES else patterns

    likes = [f'"{column}" LIKE ?{places[one]}' for column in columns for one in of(column)]
    return _either(likes) if likes else ""


def _either(conditions: Sequence[str]) -> str:
    """One of many; SQL takes no more than a thousand of them in a row."""
    if len(conditions) == 1:
        return conditions[0]
    middle = len(conditions) // 2
    return f"({_either(conditions[:middle])} OR {_either(conditions[middle:])})"


def _patterns(mentions: Mentions) -> list[str]:
    return list(dict.fromkeys(chain(*mentions.sieve())))
