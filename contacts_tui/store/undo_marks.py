"""Whether the marks of the history, which step was undone and by which, agree with the undos and redos in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from peewee import Database

from contacts_tui.domain.history import Action, Verb
from contacts_tui.store import history
from contacts_tui.store.models import HistoryBatch


@dataclass(slots=True)
class _Step:
    id: int
    verb: Verb
    undoes: int | None
    undone_by: int | None
    by: list[int] = field(default_factory=list)


def wrong(database: Database) -> list[int]:
    """The steps that are marked otherwise than the undos and redos of the history say."""
    query = HistoryBatch.select(HistoryBatch.id, HistoryBatch.verb, HistoryBatch.undoes, HistoryBatch.undone_by)
    steps = {row[0]: _Step(*row) for row in query.order_by(HistoryBatch.id).tuples().execute(database)}
    found = [step.id for step in steps.values() if not _fits(step, steps)]
    for step in steps.values():
        if step.undoes in steps:
            steps[step.undoes].by.append(step.id)
    found += [step.id for step in steps.values() if not _is_marked(database, step, steps)]
    return sorted(set(found))


def _fits(step: _Step, steps: dict[int, _Step]) -> bool:
    """An undo takes back an earlier step that is none, a redo an earlier undo, and nothing else takes back anything."""
    if step.verb not in (Verb.UNDO, Verb.REDO):
        return step.undoes is None
    undone = steps.get(step.undoes or 0)
    if undone is None or undone.id >= step.id:
        return False
    return (undone.verb is Verb.UNDO) if step.verb is Verb.REDO else undone.verb not in (Verb.UNDO, Verb.REDO)


def _is_marked(database: Database, step: _Step, steps: dict[int, _Step]) -> bool:
    """A step is undone by the last undo of it, unless that one was taken back itself."""
    last = steps[step.by[-1]] if step.by else None
    if step.undone_by == step.id and (last is None or last.undone_by is not None):
        return _is_nothing(database, step.id)
    expected = last.id if last is not None and last.undone_by is None else None
    return step.undone_by == expected


def _is_nothing(database: Database, batch_id: int) -> bool:
    """Whether the lines of a step cancel each other: its undo had nothing to write, so it marked the step by itself."""
    first: dict[tuple[str, int, str], object] = {}
    last: dict[tuple[str, int, str], object] = {}
    lines = history.changes(database, batch_id)
    for line in lines:
        key = (line.record, line.row_id, line.field)
        first.setdefault(key, line.old)
        last[key] = line.new
    return first == last and all(line.action is Action.CHANGE for line in lines)
