"""The notes of a contact, newest first. Each is stored as lines of at most 80 characters (domain 2.10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from contacts_tui.domain.codes import CommentLine
from contacts_tui.domain.contact_parts import NOTE, NOTE_LENGTH
from contacts_tui.domain.errors import Conflict, NotFound, Refused
from contacts_tui.domain.fields import by_name, parse
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.notes import join_note, split_note
from contacts_tui.domain.text import clean_block
from contacts_tui.services.owners import owner
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store import history
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

_STEP = 10000


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it was written, and the lines that it is stored as."""

    contact_id: int
    note_no: int
    date: date | None
    code: str
    text: str
    lines: tuple[CommentLine, ...]


@permission(Right.READ)
def notes(session: Session, contact_id: int) -> tuple[Note, ...]:
    """The notes of a contact, newest first."""
    return session.book.records.reading(lambda read: notes_of(read, contact_id))


def notes_of(read: Reader, contact_id: int) -> tuple[Note, ...]:
    """The notes of a contact as a reader sees them, newest first; those of one day in the order of their writing."""
    by_note: dict[int, list[CommentLine]] = {}
    for line in read.all(CommentLine, order=("line_no",), contact_id=contact_id):
        by_note.setdefault(line.note_no, []).append(line)
    found = [_note(lines) for lines in by_note.values()]
    return tuple(sorted(found, key=lambda note: (note.date or date.min, note.note_no), reverse=True))


@permission(Right.EDIT_CONTACTS)
def add(session: Session, contact_id: int, values: Mapping[str, object]) -> Note:
    """Write a note: its `text`, and if given its `date` (else today) and `code`.

    Raises:
        Refused: when the text is blank or a value is not of its field's kind.
        NotFound: when the contact is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        unit.batch.subject = owner(unit.read, contact_id).name
        return enter(unit, contact_id, values, session.today())


def enter(unit: UnitOfWork, contact_id: int, values: Mapping[str, object], today: date) -> Note:
    """Write a note within a unit of work that may hold more. See `add`."""
    wanted = _values({"text": "", **values})
    present = unit.read.all(CommentLine, order=("line_no",), contact_id=contact_id)
    blank = CommentLine(
        contact_id=contact_id,
        note_no=max((line.note_no for line in present), default=0) + 1,
        line_no=_after(present),
        date=today,
    )
    if wanted.get("date") is None:
        wanted.pop("date", None)
    return _note(_write(unit, [], blank, wanted))


@permission(Right.EDIT_CONTACTS)
def edit(
    session: Session, contact_id: int, note_no: int, values: Mapping[str, object], seen: Note | None = None
) -> Note:
    """Change `text`, `date` or `code` of a note; `seen` is the note as its editor saw it.

    Raises:
        Refused: when the text is blank or a value is not of its field's kind.
        Conflict: where another user changed the same to something else.
        NotFound: when the note is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        unit.batch.subject = owner(unit.read, contact_id).name
        lines = _present(unit.read, contact_id, note_no)
        stored = _note(lines)
        wanted = _values(values)
        base = stored if seen is None else seen
        wanted = {name: value for name, value in wanted.items() if getattr(base, name) != value}
        _check_conflict(unit, base, stored, wanted)
        if not wanted:
            return stored
        others = unit.read.all(CommentLine, order=("line_no",), contact_id=contact_id)
        blank = replace(lines[0], id=0, version=0, line_no=_after(others))
        return _note(_write(unit, lines, blank, wanted))


@permission(Right.EDIT_CONTACTS)
def delete(session: Session, contact_id: int, note_no: int) -> int:
    """Delete a note; the step's number for undo.

    Raises:
        NotFound: when it is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        unit.batch.subject = owner(unit.read, contact_id).name
        for line in _present(unit.read, contact_id, note_no):
            unit.remove(line)
        return unit.batch.id


def _note(lines: Iterable[CommentLine]) -> Note:
    known = tuple(lines)
    first = known[0]
    return Note(first.contact_id, first.note_no, first.date, first.code, join_note(line.text for line in known), known)


def _write(
    unit: UnitOfWork, present: list[CommentLine], blank: CommentLine, wanted: Mapping[str, object]
) -> list[CommentLine]:
    """Let a note have these values: its rows are used again, and what it no longer needs goes."""
    text = str(wanted["text"]) if "text" in wanted else join_note(line.text for line in present)
    common = {name: value for name, value in wanted.items() if name != "text"}
    written: list[CommentLine] = []
    parts = split_note(text)
    for part, line in zip(parts, present, strict=False):
        written.append(unit.replace(line, replace(line, text=part, **common)))  # type: ignore[arg-type]
    for line in present[len(parts) :]:
        unit.remove(line)
    for offset, part in enumerate(parts[len(present) :]):
        fresh = replace(blank, text=part, line_no=blank.line_no + offset * _STEP, **common)  # type: ignore[arg-type]
        written.append(unit.add(fresh))
    return written


def _values(typed: Mapping[str, object]) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, value in typed.items():
        field = by_name(NOTE, name)
        text = "" if value is None else str(value)
        values[name] = _text(text) if name == "text" else parse(field, text)
    return values


def _text(typed: str) -> str:
    label = Message(NOTE["text"].label)
    if "\x00" in typed or any(0xD800 <= ord(c) < 0xE000 for c in typed):
        raise Refused(message("{field}: the value holds characters that cannot be stored.", field=label), field="text")
    text = clean_block(typed)
    if not text.strip():
        raise Refused(message("{field}: a value is needed.", field=label), field="text")
    if len(text) > NOTE_LENGTH:
        raise Refused(
            message(
                "Text: the note has {length} characters; at most {limit} fit. Make two of it.",
                length=len(text),
                limit=NOTE_LENGTH,
            ),
            field="text",
        )
    return text


def _check_conflict(unit: UnitOfWork, seen: Note, stored: Note, wanted: Mapping[str, object]) -> None:
    for name, mine in wanted.items():
        theirs = getattr(stored, name)
        if theirs not in (getattr(seen, name), mine):
            last = history.last_touch(unit.database, CommentLine, stored.lines[0].id, name)
            raise Conflict(
                message("Note: another user changed it meanwhile."),
                field=name,
                theirs="" if theirs is None else str(theirs),
                mine="" if mine is None else str(mine),
                by=last.user if last else "",
                at=last.at if last else None,
            )


def _after(lines: Iterable[CommentLine]) -> int:
    return (max((line.line_no for line in lines), default=0) // _STEP + 1) * _STEP


def _present(read: Reader, contact_id: int, note_no: int) -> list[CommentLine]:
    lines = read.all(CommentLine, order=("line_no",), contact_id=contact_id, note_no=note_no)
    if not lines:
        raise NotFound(message("This note was deleted."), value=str(note_no))
    return lines
