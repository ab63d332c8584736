"""What batches touched, without reading their lines: an import has tens of thousands of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peewee import Database, fn

from contacts_tui.domain.history import Action
from contacts_tui.store.models import HistoryChange


@dataclass(frozen=True, slots=True)
class Touched:
    """One kind of line of a batch: the table, what happened, in a change the attribute, and to how many rows."""

    record: str
    action: Action
    field: str
    rows: int


def touched(
    database: Database, batch_ids: Sequence[int], *, contact_ids: Sequence[int] = ()
) -> dict[int, list[Touched]]:
    """The kinds of lines of each batch, in the order in which they were done; with `contact_ids`, of these only."""
    columns = (HistoryChange.record, HistoryChange.action, HistoryChange.field)
    query = (
        HistoryChange.select(HistoryChange.batch, *columns, fn.COUNT(fn.DISTINCT(HistoryChange.row_id)))
        .where(HistoryChange.batch.in_(list(batch_ids)))
        .group_by(HistoryChange.batch, *columns)
        .order_by(fn.MIN(HistoryChange.id))
    )
    if contact_ids:
        query = query.where(HistoryChange.contact_id.in_(list(contact_ids)))
    found: dict[int, list[Touched]] = {}
    for batch_id, record, action, field, rows in query.tuples().execute(database):
        found.setdefault(batch_id, []).append(Touched(record, action, field, rows))
    return found


def sizes(database: Database, batch_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """How many lines each batch has, and how many contacts it touched."""
    query = (
        HistoryChange.select(
            HistoryChange.batch, fn.COUNT(HistoryChange.id), fn.COUNT(fn.DISTINCT(HistoryChange.contact_id))
        )
        .where(HistoryChange.batch.in_(list(batch_ids)))
        .group_by(HistoryChange.batch)
    )
    return {batch_id: (lines, contacts) for batch_id, lines, contacts in query.tuples().execute(database)}
