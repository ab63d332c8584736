"""Undo: the inverse row changes of a batch, all or nothing, when nothing it touched has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from peewee import IntegrityError

from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Action, Batch, Change
from contacts_tui.domain.partners import Partner
from contacts_tui.domain.record import Record
from contacts_tui.store import hindrances, history
from contacts_tui.store.keys import unguarded_holder
from contacts_tui.store.mapping import different, encode, from_row_json, typed
from contacts_tui.store.models import RECORD_NAMES
from contacts_tui.store.references import first_use
from contacts_tui.store.unit_of_work import UnitOfWork


class Reverted(NamedTuple):
    """What the lines of a reverted batch are about: contacts, by id, and the numbers that link them with customers,
    vendors and bank accounts."""

    contact_ids: frozenset[int]
    link_numbers: frozenset[str]


def revert(unit: UnitOfWork, batch: Batch) -> Reverted:
    """Apply the inverse of every line of `batch` within `unit`; ids, uids and numbers come back as they were.

    Raises:
        Refused: when a row it touched was changed or deleted since, is used by another, refers to one that is gone or
            had a key that another has now; it says what and by whom.
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
    own = {line.row_id for line in lines if RECORD_NAMES[line.record] is Contact}
    owners = {line.contact_id for line in lines if line.contact_id is not None}
    return Reverted(frozenset(own | owners), frozenset(_link_numbers(lines)))


def _link_numbers(lines: Iterable[Change]) -> Iterator[str]:
    for line in lines:
        record = RECORD_NAMES[line.record]
        name = "no" if record is ContactBusinessRelation else "code" if issubclass(record, Partner) else ""
        if line.action is Action.CHANGE and line.field == name:
            yield from (str(line.old), str(line.new))
        elif line.action is not Action.CHANGE and name:
            yield getattr(from_row_json(record, str(line.new or line.old)), name)


def _take_back_change(unit: UnitOfWork, record: type[Record], row_id: int, lines: list[Change]) -> None:
    current = unit.read.get(record, row_id)
    if current is None:
        raise hindrances.deleted(unit, lines[0])
    values: dict[str, object] = {}
    for line in lines:
        now = values.get(line.field, getattr(current, line.field))
        if encode(now) != encode(line.new):
            raise hindrances.changed(unit, line, current, (line.field,))
        values[line.field] = typed(record, line.field, line.old)
    before = replace(current, **values)  # type: ignore[arg-type]
    _check_key(unit, lines[0], before, set(values))
    try:
        unit.replace(current, before)
    except IntegrityError:
        raise hindrances.in_the_way(unit, lines[0], before) from None


def _take_back_addition(unit: UnitOfWork, record: type[Record], line: Change) -> None:
    current = unit.read.get(record, line.row_id)
    if current is None:
        raise hindrances.deleted(unit, line)
    differing = different(current, from_row_json(record, str(line.new)))
    if differing:
        raise hindrances.changed(unit, line, current, differing)
    use = first_use(unit.read, current)
    if use is not None:
        raise hindrances.in_use(unit, line, current, *use)
    unit.remove(current, told_of=_told_of(unit, line))


def _bring_back(unit: UnitOfWork, record: type[Record], line: Change) -> None:
    row = from_row_json(record, str(line.old))
    _check_key(unit, line, row)
    try:
        unit.add(row, told_of=_told_of(unit, line))
    except IntegrityError:
        raise hindrances.in_the_way(unit, line, row) from None


def _told_of(unit: UnitOfWork, line: Change) -> int:
    """The contact in whose history a merged one stands; 0 for every other row.

    Raises:
        Refused: when that contact was deleted since, or went into another one itself.
    """
    if RECORD_NAMES[line.record] is not Contact or line.contact_id in (None, line.row_id):
        return 0
    if unit.read.get(Contact, line.contact_id) is None:
        raise hindrances.deleted(unit, line, line.contact_id)
    return line.contact_id or 0


def _check_key(unit: UnitOfWork, line: Change, row: Record, changed: set[str] | None = None) -> None:
    """Refuse a key that another row has taken meanwhile and that no index guards; None: the whole row is new."""
    taken = unguarded_holder(unit.read, row)
    if taken is not None and (changed is None or changed & set(taken[1])):
        raise hindrances.taken_by(unit, line, row, *taken)
