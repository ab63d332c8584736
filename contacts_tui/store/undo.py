"""Undo: the inverse row changes of a batch, all or nothing, when nothing it touched has changed since."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from peewee import IntegrityError

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.history import Action, Batch, Change
from contacts_tui.domain.message import message
from contacts_tui.domain.record import Record
from contacts_tui.store import history
from contacts_tui.store.mapping import encode, from_row_json, same, typed
from contacts_tui.store.models import RECORD_NAMES
from contacts_tui.store.references import first_user
from contacts_tui.store.unit_of_work import UnitOfWork


def revert(unit: UnitOfWork, batch: Batch) -> None:
    """Apply the inverse of every line of `batch` within `unit`; ids, uids and numbers come back as they were.

    Raises:
        Refused: when a row it touched was changed, deleted, re-created or is used since; it says what and by whom.
    """
    lines = history.changes(unit.database, batch.id)
    for (name, row_id, action), group in groupby(
        reversed(lines), key=lambda line: (line.record, line.row_id, line.action)
    ):
        record = RECORD_NAMES[name]
        changed = list(group)
        if action is Action.CHANGE:
            _take_back_change(unit, record, row_id, changed)
        elif action is Action.ADD:
            for line in changed:
                _take_back_addition(unit, record, line)
        else:
            for line in changed:
                _bring_back(unit, record, line)


def _take_back_change(unit: UnitOfWork, record: type[Record], row_id: int, lines: list[Change]) -> None:
    current = unit.read.get(record, row_id)
    if current is None:
        raise _blocked(unit, lines[0], None)
    values: dict[str, object] = {}
    for line in lines:
        now = values.get(line.field, getattr(current, line.field))
        if encode(now) != encode(line.new):
            raise _blocked(unit, line, current)
        values[line.field] = typed(record, line.field, line.old)
    unit.replace(current, replace(current, **values))  # type: ignore[arg-type]


def _take_back_addition(unit: UnitOfWork, record: type[Record], line: Change) -> None:
    current = unit.read.get(record, line.row_id)
    if current is None or not same(current, from_row_json(record, str(line.new))):
        raise _blocked(unit, line, current)
    user = first_user(unit.read, current)
    if user is not None:
        raise _blocked(unit, line, current, used_by=user)
    unit.remove(current)


def _bring_back(unit: UnitOfWork, record: type[Record], line: Change) -> None:
    row = from_row_json(record, str(line.old))
    try:
        unit.add(row)
    except IntegrityError:
        raise _blocked(unit, line, row) from None


def _blocked(unit: UnitOfWork, line: Change, current: Record | None, used_by: Record | None = None) -> Refused:
    """The refusal, naming the row, and who changed it last and when."""
    unit.flush()
    later = history.latest_after(unit.database, line, used_by)
    name = history.name_of(unit.read, line, current)
    if later is None:
        return Refused(
            message("This cannot be undone: {name} is no longer as that step left it.", name=name), value=name
        )
    return Refused(
        message(
            "This cannot be undone: {name} was changed since, by {user} (step {batch}).",
            name=name,
            user=later.user,
            batch=str(later.id),
        ),
        value=name,
    )
