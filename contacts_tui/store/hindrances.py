"""Why a step cannot be taken back or brought back: which row stands in the way, and whose step put it there."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.codes import CommentLine
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.history import Action, Batch, Change, Verb
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.number_series import NumberSeriesLine, NumberSeriesRelationship
from contacts_tui.domain.purchases import SalesLine
from contacts_tui.domain.record import OwnedRecord, Record
from contacts_tui.store import history, keys, references
from contacts_tui.store.keys import Key
from contacts_tui.store.models import RECORD_NAMES
from contacts_tui.store.unit_of_work import UnitOfWork

Name = str | Message

#: What rows are called that have neither a name nor a code.
_TITLES: dict[type[Record], str] = {found.record: found.title for found in LISTS.values()} | {
    MarketingSetup: N_("Marketing set-up"),
    NumberSeriesRelationship: N_("Alternative number series"),
    SalesLine: N_("Sales lines"),
}


def deleted(unit: UnitOfWork, line: Change, row_id: int | None = None) -> Refused:
    """The refusal where the row of a line is gone, or another one of its kind that it tells of."""
    record = RECORD_NAMES[line.record]
    gone = line.row_id if row_id is None else row_id
    name = _name_of_id(unit, record, gone)
    step = _later(unit, line, record, gone, actions=(Action.REMOVE,))
    if step is None:
        return _unclear(unit, name)
    text = message("{name} was deleted since, by {user} (step {batch}).", name=name, user=step.user, batch=str(step.id))
    return refusal(unit, text, name)


def changed(unit: UnitOfWork, line: Change, current: Record, fields: Sequence[str]) -> Refused:
    """The refusal where the row of a line has other values in these fields than the line left there."""
    name = _name(unit, current)
    step = _later(unit, line, type(current), current.id, fields=fields)
    if step is not None:
        return _changed_by(unit, name, step)
    if isinstance(current, NumberSeriesLine) and "last_no_used" in fields:
        return _drawn(unit, line, current, name)
    return _unclear(unit, name)


def in_use(unit: UnitOfWork, line: Change, current: Record, user: Record, attribute: str) -> Refused:
    """The refusal where `user` refers by `attribute` to a row that should go."""
    name, other = _name(unit, current), _name(unit, user)
    step = _later(unit, line, type(user), user.id, fields=(attribute,))
    if step is None:
        return _unclear(unit, name)
    if other == name:
        return _changed_by(unit, name, step)
    text = message(
        "{other} now refers to {name}, by {user} (step {batch}).",
        other=other,
        name=name,
        user=step.user,
        batch=str(step.id),
    )
    return refusal(unit, text, name)


def in_the_way(unit: UnitOfWork, line: Change, row: Record) -> Refused:
    """The refusal where the database does not take a row: it refers to what is gone, or another row has its key."""
    gone = references.first_missing(unit.read, row)
    if gone is not None:
        return _refers_to_nothing(unit, line, row, *gone)
    taken = keys.holder(unit.read, row)
    return taken_by(unit, line, row, *taken) if taken else _unclear(unit, _name(unit, row))


def taken_by(unit: UnitOfWork, line: Change, row: Record, holder: Record, key: Key) -> Refused:
    """The refusal where another row holds a key of the row that should come back."""
    name, value = _name(unit, holder), _key_text(unit, row, key)
    step = _later(unit, line, type(holder), holder.id, fields=key)
    if step is None:
        return _unclear(unit, _name(unit, row))
    by: dict[str, object] = {"user": step.user, "batch": str(step.id)}
    if not key or isinstance(row, CommentLine):
        return _changed_by(unit, name, step)
    if isinstance(row, OwnedRecord):
        text = message("{name} has “{value}” again, by {user} (step {batch}).", name=name, value=value, **by)
    elif isinstance(row, Contact):
        text = message("“{value}” now belongs to {name}, by {user} (step {batch}).", name=name, value=value, **by)
    else:
        text = message("“{value}” is there again, by {user} (step {batch}).", value=value, **by)
    return refusal(unit, text, value)


def _refers_to_nothing(unit: UnitOfWork, line: Change, row: Record, target: type[Record], row_id: int) -> Refused:
    name, other = _name(unit, row), _name_of_id(unit, target, row_id)
    step = _later(unit, line, target, row_id, actions=(Action.REMOVE,))
    if step is None:
        return _unclear(unit, name)
    text = message(
        "{name} needs {other}, which was deleted since, by {user} (step {batch}).",
        name=name,
        other=other,
        user=step.user,
        batch=str(step.id),
    )
    return refusal(unit, text, other)


def _changed_by(unit: UnitOfWork, name: Name, step: Batch) -> Refused:
    text = message("{name} was changed since, by {user} (step {batch}).", name=name, user=step.user, batch=str(step.id))
    return refusal(unit, text, name)


def _drawn(unit: UnitOfWork, line: Change, current: NumberSeriesLine, name: Name) -> Refused:
    """Numbers that are drawn leave no line of their own: the contact that got the last one tells who drew it."""
    owner = unit.read.find(Contact, no=current.last_no_used)
    step = _later(unit, line, Contact, owner.id, actions=(Action.ADD,)) if owner else None
    if owner is None or step is None:
        return _unclear(unit, name)
    text = message(
        "“{value}” was given to {name} since, by {user} (step {batch}).",
        value=owner.no,
        name=owner.name,
        user=step.user,
        batch=str(step.id),
    )
    return refusal(unit, text, owner.no)


def _unclear(unit: UnitOfWork, name: Name) -> Refused:
    return refusal(unit, message("{name} is no longer as that step left it.", name=name), name)


def refusal(unit: UnitOfWork, reason: Message, value: Name) -> Refused:
    """The refusal of an undo or a redo for this reason."""
    text = (
        message("This cannot be brought back: {reason}", reason=reason)
        if unit.batch.verb is Verb.REDO
        else message("This cannot be undone: {reason}", reason=reason)
    )
    return Refused(text, value=str(value))


def _later(
    unit: UnitOfWork,
    line: Change,
    record: type[Record],
    row_id: int,
    *,
    fields: Sequence[str] = (),
    actions: Sequence[Action] = (),
) -> Batch | None:
    return history.later(unit.database, line, record, row_id, without=unit.batch.id, fields=fields, actions=actions)


def _name_of_id(unit: UnitOfWork, record: type[Record], row_id: int) -> Name:
    unit.flush()  # what the unit itself deleted is known by its lines
    row = unit.read.get(record, row_id) or history.deleted_row(unit.database, record, row_id)
    return _name(unit, row) if row else Message(_TITLES[record]) if record in _TITLES else str(row_id)


def _name(unit: UnitOfWork, row: Record) -> Name:
    """What people call a row: what a contact has is called after the contact."""
    if isinstance(row, OwnedRecord):
        return _name_of_id(unit, Contact, row.contact_id)
    for attribute in ("name", "code", "user"):
        value = getattr(row, attribute, "")
        if value:
            return str(value)
    return Message(_TITLES[type(row)])


def _key_text(unit: UnitOfWork, row: Record, key: Key) -> str:
    """What a key says to people besides the contact, a reference as the code or name of what it refers to."""
    parts: list[str] = []
    for name in key:
        value, target = getattr(row, name), references.target_of(type(row), name)
        if name != "contact_id" and value is not None:
            parts.append(str(_name_of_id(unit, target, value) if target else value))
    return " ".join(part for part in parts if part)
