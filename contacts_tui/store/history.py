"""Reading the history: batches newest first, the lines of each, and who touched a row last."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from peewee import Database, fn

from contacts_tui.domain.history import Action, Batch, Change, Verb
from contacts_tui.domain.record import Record
from contacts_tui.store.mapping import decode, from_row_json, table_of
from contacts_tui.store.models import Contact, HistoryBatch, HistoryChange

_BATCH_COLUMNS = (
    HistoryBatch.id,
    HistoryBatch.at,
    HistoryBatch.user,
    HistoryBatch.verb,
    HistoryBatch.subject,
    HistoryBatch.undone_by,
    HistoryBatch.undoes,
    HistoryBatch.followed,
    HistoryBatch.kept,
)
_CHANGE_COLUMNS = (
    HistoryChange.id,
    HistoryChange.batch,
    HistoryChange.record,
    HistoryChange.row_id,
    HistoryChange.contact_id,
    HistoryChange.action,
    HistoryChange.field,
    HistoryChange.old,
    HistoryChange.new,
)


def _batch(row: Sequence[Any]) -> Batch:
    batch_id, at, user, verb, subject, undone_by, undoes, followed, kept = row
    return Batch(batch_id, at, user, verb, subject, undone_by is not None, undoes, followed, kept)


def _change(row: Sequence[Any]) -> Change:
    change_id, batch_id, record, row_id, contact_id, action, field, old, new = row
    if action is Action.CHANGE:
        old, new = decode(old), decode(new)
    return Change(change_id, batch_id, record, row_id, contact_id, action, field, old, new)


def batch(database: Database, batch_id: int) -> Batch | None:
    """The batch of that id, or None."""
    query = HistoryBatch.select(*_BATCH_COLUMNS).where(HistoryBatch.id == batch_id)
    return next((_batch(row) for row in query.tuples().execute(database)), None)


def batches(
    database: Database,
    *,
    contact_ids: Sequence[int] = (),
    user: str | None = None,
    before: int = 0,
    limit: int = 100,
) -> list[Batch]:
    """Batches, newest first: those that touched one of the contacts, those of one user, those before one id."""
    query = HistoryBatch.select(*_BATCH_COLUMNS).order_by(HistoryBatch.id.desc()).limit(limit)
    if contact_ids:
        touched = HistoryChange.select(HistoryChange.batch).where(HistoryChange.contact_id.in_(list(contact_ids)))
        query = query.where(HistoryBatch.id.in_(touched))
    if user is not None:
        query = query.where(HistoryBatch.user == user)
    if before:
        query = query.where(HistoryBatch.id < before)
    return [_batch(row) for row in query.tuples().execute(database)]


def changes(
    database: Database, batch_id: int, *, contact_ids: Sequence[int] = (), limit: int = 0, start: int = 0
) -> list[Change]:
    """The lines of a batch, in the order in which they were done; with `limit`, so many from `start` on."""
    query = HistoryChange.select(*_CHANGE_COLUMNS).where(HistoryChange.batch == batch_id).order_by(HistoryChange.id)
    if contact_ids:
        query = query.where(HistoryChange.contact_id.in_(list(contact_ids)))
    if limit:
        query = query.limit(limit).offset(start)
    return [_change(row) for row in query.tuples().execute(database)]


def first_changes(
    database: Database, batch_ids: Sequence[int], *, each: int, contact_ids: Sequence[int] = ()
) -> dict[int, list[Change]]:
    """The first lines of each of several batches, in one question."""
    place = fn.ROW_NUMBER().over(partition_by=[HistoryChange.batch], order_by=[HistoryChange.id]).alias("place")
    numbered = HistoryChange.select(HistoryChange.id, place).where(HistoryChange.batch.in_(list(batch_ids)))
    if contact_ids:
        numbered = numbered.where(HistoryChange.contact_id.in_(list(contact_ids)))
    query = (
        HistoryChange.select(*_CHANGE_COLUMNS)
        .join(numbered, on=HistoryChange.id == numbered.c.id)
        .where(numbered.c.place <= each)
        .order_by(HistoryChange.id)
    )
    found: dict[int, list[Change]] = {}
    for row in query.tuples().execute(database):
        change = _change(row)
        found.setdefault(change.batch_id, []).append(change)
    return found


def size(database: Database, batch_id: int) -> int:
    """How many lines a batch has."""
    query = HistoryChange.select(fn.COUNT(HistoryChange.id)).where(HistoryChange.batch == batch_id)
    return int(next(iter(query.tuples().execute(database)))[0])


def next_undo(database: Database, user: str) -> Batch | None:
    """This user's newest batch that is neither undone nor itself an undo or redo, nor one that never can be."""
    query = (
        HistoryBatch.select(*_BATCH_COLUMNS)
        .where(
            HistoryBatch.user == user,
            HistoryBatch.undone_by.is_null(),
            HistoryBatch.undoes.is_null(),
            HistoryBatch.verb != Verb.ERASE,
        )
        .order_by(HistoryBatch.id.desc())
        .limit(1)
    )
    return next((_batch(row) for row in query.tuples().execute(database)), None)


def next_redo(database: Database, user: str) -> Batch | None:
    """This user's newest undo that is not brought back; none once the user did something new after it."""
    newest = (
        HistoryBatch.select(fn.MAX(HistoryBatch.id))
        .where(HistoryBatch.user == user, HistoryBatch.undoes.is_null())
        .tuples()
        .execute(database)
    )
    newest_id = next(iter(newest))[0] or 0
    query = (
        HistoryBatch.select(*_BATCH_COLUMNS)
        .where(
            HistoryBatch.user == user,
            HistoryBatch.verb == Verb.UNDO,
            HistoryBatch.undone_by.is_null(),
            HistoryBatch.id > newest_id,
        )
        .order_by(HistoryBatch.id.desc())
        .limit(1)
    )
    return next((_batch(row) for row in query.tuples().execute(database)), None)


def mark_undone(database: Database, batch_id: int, by: int | None) -> None:
    """Say which batch undid this one, or, with None, that it stands again."""
    HistoryBatch.update(undone_by=by).where(HistoryBatch.id == batch_id).execute(database)


def later(
    database: Database,
    line: Change,
    record: type[Record],
    row_id: int,
    *,
    without: int,
    fields: Collection[str] = (),
    actions: Collection[Action] = (),
) -> Batch | None:
    """The newest batch after that of a line that touched a row; one that stands goes before undone ones and undos.

    Only such changes count as are of these fields, where some are named, and such lines as are of these actions.
    `without` is a batch that is being written.
    """
    conditions = [
        HistoryChange.record == table_of(record).table_name(),
        HistoryChange.row_id == row_id,
        HistoryChange.id > line.id,
        HistoryBatch.id.not_in([line.batch_id, without]),
    ]
    if fields:
        conditions.append((HistoryChange.action != Action.CHANGE) | HistoryChange.field.in_(list(fields)))
    if actions:
        conditions.append(HistoryChange.action.in_(list(actions)))
    stands = HistoryBatch.undone_by.is_null() & HistoryBatch.undoes.is_null()
    query = (
        HistoryBatch.select(*_BATCH_COLUMNS)
        .join(HistoryChange, on=HistoryChange.batch == HistoryBatch.id)
        .where(*conditions)
        .order_by(stands.desc(), HistoryChange.id.desc())
        .limit(1)
    )
    return next((_batch(row) for row in query.tuples().execute(database)), None)


def deleted_row(database: Database, record: type[Record], row_id: int) -> Record | None:
    """A row that is gone, as it was when it was deleted."""
    query = (
        HistoryChange.select(HistoryChange.old)
        .where(
            HistoryChange.record == table_of(record).table_name(),
            HistoryChange.row_id == row_id,
            HistoryChange.action == Action.REMOVE,
        )
        .order_by(HistoryChange.id.desc())
        .limit(1)
    )
    return next((from_row_json(record, row[0]) for row in query.tuples().execute(database)), None)


def merged(database: Database, batch_ids: Sequence[int]) -> dict[int, Change]:
    """The line of each of these batches about the contact that went into another."""
    query = HistoryChange.select(*_CHANGE_COLUMNS).where(
        HistoryChange.batch.in_(list(batch_ids)),
        HistoryChange.record == Contact.table_name(),
        HistoryChange.action == Action.REMOVE,
    )
    return {change.batch_id: change for change in map(_change, query.tuples().execute(database))}


def last_touch(database: Database, record: type[Record], row_id: int, field: str) -> Batch | None:
    """The newest batch that changed one field of a row."""
    query = (
        HistoryBatch.select(*_BATCH_COLUMNS)
        .join(HistoryChange, on=HistoryChange.batch == HistoryBatch.id)
        .where(
            HistoryChange.record == table_of(record).table_name(),
            HistoryChange.row_id == row_id,
            HistoryChange.field == field,
        )
        .order_by(HistoryChange.id.desc())
        .limit(1)
    )
    return next((_batch(row) for row in query.tuples().execute(database)), None)


def contacts_of(database: Database, batch_id: int) -> list[int]:
    """The ids of the contacts that a step wrote fields of."""
    query = HistoryChange.select(HistoryChange.row_id).distinct()
    table = Contact.table_name()
    query = query.where((HistoryChange.batch == batch_id) & (HistoryChange.record == table))
    return [row[0] for row in query.order_by(HistoryChange.row_id).tuples().execute(database)]
