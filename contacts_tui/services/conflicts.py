"""Two people at one record: other fields are taken over and named, the same field is a conflict (C-R20)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from contacts_tui.domain.errors import Conflict
from contacts_tui.domain.fields import Field
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.record import Record
from contacts_tui.services.lookups import Lookups, as_typed
from contacts_tui.store import history
from contacts_tui.store.unit_of_work import UnitOfWork


class Wanted(NamedTuple):
    """What an editor wants of a record: the values to write, by attribute, and the fields that another user changed
    since the editor saw it."""

    values: dict[str, object]
    moved: tuple[Field, ...]


def wanted(
    unit: UnitOfWork,
    lookups: Lookups,
    fields: Iterable[Field],
    seen: Record | None,
    stored: Record,
    typed: Mapping[str, object],
) -> Wanted:
    """Of what was typed, by attribute, what differs from the record as its editor saw it, by default as it is stored.

    Raises:
        Conflict: when another user changed the same field to something else.
    """
    base = stored if seen is None else seen
    values = {attr: value for attr, value in typed.items() if getattr(base, attr) != value}
    return Wanted(values, check(unit, lookups, fields, base, stored, values))


def check(
    unit: UnitOfWork,
    lookups: Lookups,
    fields: Iterable[Field],
    seen: Record,
    stored: Record,
    changed: Mapping[str, object],
) -> tuple[Field, ...]:
    """The fields that another user changed since `seen`, none of them among `changed` attributes.

    Two equal values are no conflict.

    Raises:
        Conflict: when one of them is; it holds both values, and who wrote the stored one when.
    """
    if stored.version == seen.version:
        return ()
    moved = [
        f
        for f in fields
        if f.attribute != "modified_at" and getattr(stored, f.attribute, None) != getattr(seen, f.attribute, None)
    ]
    for field in moved:
        attr = field.attribute
        if attr in changed and changed[attr] != getattr(stored, attr):
            last = history.last_touch(unit.database, type(stored), stored.id, attr)
            mine = replace(stored, **{attr: changed[attr]})  # type: ignore[arg-type]
            theirs_shown, mine_shown = str(as_typed(lookups, field, stored)), str(as_typed(lookups, field, mine))
            raise Conflict(
                message(
                    "{field}: {user} changed it meanwhile, to “{theirs}”. Yours is “{mine}”.",
                    field=Message(field.label),
                    user=last.user if last else "?",
                    theirs=theirs_shown,
                    mine=mine_shown,
                ),
                field=field.name,
                theirs=theirs_shown,
                mine=mine_shown,
                by=last.user if last else "",
                at=last.at if last else None,
            )
    return tuple(field for field in moved if field.attribute not in changed)


def named(moved: Iterable[Field], before: Record, after: Record) -> tuple[Message, ...]:
    """The labels of the fields that another user changed and that stand as that user left them."""
    return tuple(
        Message(f.label) for f in moved if getattr(before, f.attribute, None) == getattr(after, f.attribute, None)
    )
