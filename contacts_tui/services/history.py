"""The history of a book and of a contact, and undo and redo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.history import Batch, Verb
from contacts_tui.domain.message import Message, message
from contacts_tui.services import history_titles, undo_rights, undo_rules
from contacts_tui.services.history_words import HistoryLine, Words
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store import erasing, hindrances, history, history_summary
from contacts_tui.store.reader import Reader
from contacts_tui.store.undo import revert
from contacts_tui.store.unit_of_work import UnitOfWork

_FIRST_LINES = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A batch as a list of the history shows it.

    `what` says in a few words what it did, `lines` holds its first lines (of the contact that was asked for), `size`
    counts all of them, `contacts` the contacts that it touched.
    """

    batch: Batch
    what: Message
    lines: tuple[HistoryLine, ...]
    size: int
    contacts: int


@dataclass(frozen=True, slots=True)
class Undone:
    """An undo or a redo: the step it is itself, the step that it took back or brought back, and what that one did."""

    batch: Batch
    undone: Batch
    what: Message


@permission(Right.READ)
def batches(
    session: Session,
    contact_id: int | None = None,
    with_people: bool = False,
    limit: int = 100,
    before: int = 0,
) -> tuple[Step, ...]:
    """Steps, newest first: all, or those that touched a contact; with `before`, those before that step's number."""

    def ask(read: Reader) -> tuple[Step, ...]:
        ids = _contact_ids(read, contact_id, with_people)
        found = history.batches(read.database, contact_ids=ids, before=before, limit=limit)
        return _steps(read, found, ids)

    return session.book.records.reading(ask)


@permission(Right.READ)
def batch(session: Session, batch_id: int) -> Step:
    """One step.

    Raises:
        NotFound: when there is none of that number.
    """

    def ask(read: Reader) -> Step:
        return _steps(read, [_present(read, batch_id)], ())[0]

    return session.book.records.reading(ask)


@permission(Right.READ)
def changes(
    session: Session,
    batch_id: int,
    contact_id: int | None = None,
    with_people: bool = False,
    limit: int = 0,
    start: int = 0,
) -> tuple[HistoryLine, ...]:
    """The lines of a step in words, in the order in which they were done: all, or those of a contact.

    With `limit`, so many from `start` on.
    """

    def ask(read: Reader) -> tuple[HistoryLine, ...]:
        ids = _contact_ids(read, contact_id, with_people)
        words = Words(read)
        found = history.changes(read.database, batch_id, contact_ids=ids, limit=limit, start=start)
        return tuple(words.line(change) for change in found)

    return session.book.records.reading(ask)


@permission(Right.EDIT_CONTACTS)
def undo(session: Session, batch_id: int | None = None) -> Undone:
    """Take back a step: that of the number, else this user's newest one that is not undone, from whichever program.

    Taking back an undo brings its step back; taking back a redo takes its step back again.

    Raises:
        NotFound: when there is nothing to undo, or no step of that number.
        Refused: when the step is undone already, or what it touched has changed since; it says what and by whom.
        NotAllowed: when the step needs a right that the role lacks.
    """
    with writing(session, Verb.UNDO) as unit:
        if batch_id is None:
            target = history.next_undo(unit.database, session.user)
            if target is None:
                raise NotFound(message("There is nothing to undo."))
        else:
            target = _present(unit.read, batch_id)
            if target.undone:
                raise Refused(message("Step {batch} is undone already.", batch=str(batch_id)), value=str(batch_id))
        if target.verb is Verb.UNDO:
            return _bring_back(session, unit, target)
        if target.verb is Verb.REDO:
            target = _origin(unit.read, _origin(unit.read, target))
            if target.undone:
                raise Refused(message("Step {batch} is undone already.", batch=str(target.id)), value=str(target.id))
        return _take_back(session, unit, target, Verb.UNDO)


@permission(Right.EDIT_CONTACTS)
def redo(session: Session) -> Undone:
    """Bring back what this user undid last, unless the user did something new since.

    Raises:
        NotFound: when there is nothing to bring back.
        Refused: when what the step touched has changed since; it says what and by whom.
        NotAllowed: when the step needs a right that the role lacks.
    """
    with writing(session, Verb.REDO) as unit:
        target = history.next_redo(unit.database, session.user)
        if target is None:
            raise NotFound(message("There is nothing to bring back."))
        return _bring_back(session, unit, target)


def _take_back(session: Session, unit: UnitOfWork, target: Batch, verb: Verb) -> Undone:
    if erasing.erased_since(unit.database, target.id):
        raise hindrances.refusal(unit, message("a contact in it was erased for good."), str(target.id))
    touched = history_summary.touched(unit.database, [target.id]).get(target.id, ())
    origin = _first_origin(unit.read, target)
    undo_rights.check(touched, origin, session)
    unit.batch.verb, unit.batch.subject, unit.batch.undoes = verb, target.subject, target.id
    what = _what(unit.read, target)
    reverted = revert(unit, target)
    try:
        undo_rules.check(unit.read, reverted, origin)
    except Refused as refused:
        raise hindrances.refusal(unit, refused.message, refused.value) from None
    # A step whose lines cancel each other leaves nothing to write: it is then marked by itself.
    history.mark_undone(unit.database, target.id, unit.batch.id or target.id)
    done = history.batch(unit.database, unit.batch.id or target.id)
    assert done is not None
    return Undone(done, target, what)


def _bring_back(session: Session, unit: UnitOfWork, target: Batch) -> Undone:
    """Revert an undo; the step that it took back stands again."""
    origin = _origin(unit.read, target)
    done = _take_back(session, unit, target, Verb.REDO)
    history.mark_undone(unit.database, origin.id, None)
    return Undone(done.batch, origin, _what(unit.read, origin))


def _steps(read: Reader, found: Sequence[Batch], contact_ids: Sequence[int]) -> tuple[Step, ...]:
    ids = [one.id for one in found]
    touched = history_summary.touched(read.database, ids, contact_ids=contact_ids)
    sizes = history_summary.sizes(read.database, ids)
    first = history.first_changes(read.database, ids, each=_FIRST_LINES, contact_ids=contact_ids)
    origins = {one.id: _first_origin(read, one) for one in found if one.undoes is not None}
    undone = list({origin.id: origin for origin in origins.values()}.values())
    whats = {step.batch.id: step.what for step in (_steps(read, undone, ()) if undone else ())}
    words = Words(read)
    merged = history.merged(read.database, [one.id for one in found if one.verb is Verb.MERGE])
    steps = []
    for one in found:
        (size, contacts), lines = sizes.get(one.id, (0, 0)), first.get(one.id, [])
        if one.id in merged:
            what = history_titles.of_merge(words.line(merged[one.id]))
        elif one.undoes is None:
            what = history_titles.title(one, touched.get(one.id, ()), contacts, lines[0] if lines else None)
        else:
            what = history_titles.of_undo(one, whats[origins[one.id].id])
        steps.append(Step(one, what, tuple(words.line(line) for line in lines), size, contacts))
    return tuple(steps)


def _what(read: Reader, found: Batch) -> Message:
    return _steps(read, [found], ())[0].what


def _first_origin(read: Reader, found: Batch) -> Batch:
    """The step that a chain of undo and redo is about."""
    while found.undoes is not None:
        found = _origin(read, found)
    return found


def _origin(read: Reader, found: Batch) -> Batch:
    return _present(read, found.undoes or 0)


def _present(read: Reader, batch_id: int) -> Batch:
    found = history.batch(read.database, batch_id)
    if found is None:
        raise NotFound(message("There is no step {batch} in the history.", batch=str(batch_id)), value=str(batch_id))
    return found


def _contact_ids(read: Reader, contact_id: int | None, with_people: bool) -> tuple[int, ...]:
    if contact_id is None:
        return ()
    people = read.ids(Contact, company_id=contact_id) if with_people else set()
    return (contact_id, *sorted(people))
