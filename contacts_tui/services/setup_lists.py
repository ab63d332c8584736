"""The lists of the set-up: their lines with counts of use; adding, changing and deleting them (domain section 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contacts_tui.domain.code_lists import LISTS, CodeList, code_list
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.fields import Kind
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.record import Record, with_values
from contacts_tui.domain.text import fold
from contacts_tui.services import conflicts, list_rules, new_codes, partner_changes, partners
from contacts_tui.services.lookups import Lookups, all_as_typed
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.services.values import parsed
from contacts_tui.store import references
from contacts_tui.store.failures import explained
from contacts_tui.store.lists import windows
from contacts_tui.store.reader import Reader


@dataclass(frozen=True, slots=True)
class ListLine:
    """A line of a list: its values by field name, codes bare, what people call it, and how many contacts carry it.

    A customer, vendor or bank account is carried by the contact that is linked to it.
    """

    record: Record
    name: str
    values: Mapping[str, str | bool]
    used: int

    @property
    def id(self) -> int:
        return self.record.id


@dataclass(frozen=True, slots=True)
class LineEdited:
    """A changed line.

    `renamed_from` is the code before, blank where it stayed; `follow` counts the contacts that carry the code.
    `taken_over` names the fields that another user changed meanwhile. `batch` is 0 where nothing changed.
    """

    line: ListLine
    renamed_from: str
    follow: int
    batch: int
    taken_over: tuple[Message, ...] = ()


@permission(Right.READ)
def lines(session: Session, name: str) -> tuple[ListLine, ...]:
    """The lines of a list, in the order of its key.

    Raises:
        WrongUse: when there is no such list.
    """
    found = code_list(name)

    def ask(read: Reader) -> tuple[ListLine, ...]:
        lookups, records = Lookups(read), read.all(found.record)
        used = references.use_counts(read, found.record) | partners.link_counts(read, records)
        known = [_line(lookups, found, record, used.get(record.id, 0)) for record in records]
        return tuple(sorted(known, key=lambda line: _order(found, line)))

    return session.book.records.reading(ask)


@permission(Right.READ)
def counts(session: Session) -> dict[str, int]:
    """How many lines each list has."""
    return session.book.records.reading(lambda read: {name: read.count(found.record) for name, found in LISTS.items()})


@permission(Right.READ)
def contacts_using(session: Session, name: str, row_id: int) -> list[int]:
    """The ids of the contacts that carry a code, or are linked to a customer, vendor or bank account, by name.

    Raises:
        NotFound: when the line is gone.
    """
    found = code_list(name)
    ids = session.book.records.reading(lambda read: _users(read, _present(read, found, row_id)))
    with explained(session.book.path):
        return windows.by_name(session.book.lists(), ids)


@permission(Right.SETUP)
def add(session: Session, name: str, values: Mapping[str, object], *, new: Sequence[NewCode] = ()) -> ListLine:
    """Add a line to a list, its values as they were typed; the codes of `new` are made by the same step.

    Raises:
        WrongUse: when there is no such list, or it has no such field.
        Refused: with the field, where a rule forbids its value or the list has such a line already.
    """
    found = code_list(name)
    with writing(session, Verb.SETUP) as unit:
        lookups = Lookups(unit.read)
        new_codes.make(unit, lookups, session, new)
        record = list_rules.enter(unit, lookups, name, values)
        unit.batch.subject = list_rules.name_of_line(lookups, found, record)
        unit.rename_batch()
        added = partner_changes.follow(session, unit, None, record)  # which may make a contact, linked with it
        return _line(lookups, found, added, len(_users(unit.read, added)))


@permission(Right.SETUP)
def edit(
    session: Session,
    name: str,
    row_id: int,
    values: Mapping[str, object],
    seen: Record | None = None,
    *,
    new: Sequence[NewCode] = (),
) -> LineEdited:
    """Change a line, its values as they were typed. A changed code is changed wherever contacts carry it.

    `seen` is the line as its editor saw it: what another user changed meanwhile in other fields is kept and named. The
    codes of `new` are made by the same step.

    Raises:
        WrongUse: when there is no such list, or it has no such field.
        Refused: with the field, where a rule forbids its value or the list has such a line already.
        Conflict: where another user changed the same field to something else.
        NotFound: when the line is gone.
    """
    found = code_list(name)
    list_rules.check_names(found, values)
    with writing(session, Verb.SETUP) as unit:
        before = _present(unit.read, found, row_id)
        lookups = Lookups(unit.read)
        new_codes.make(unit, lookups, session, new)
        old_name = list_rules.name_of_line(lookups, found, before)
        typed = parsed(lookups, found.fields, values)
        changed, taken_over = conflicts.wanted(unit, lookups, found.fields, seen, before, typed)
        after = list_rules.fitting(unit.read, lookups, found, before, with_values(before, changed))
        unit.batch.subject = old_name
        after = partner_changes.follow(session, unit, before, unit.replace(before, after))
        used = len(_users(unit.read, after))
        line = _line(Lookups(unit.read), found, after, used)
        renamed = line.name != old_name
        named = conflicts.named(taken_over, before, after)
        return LineEdited(line, old_name if renamed else "", used if renamed else 0, unit.batch.id, named)


@permission(Right.SETUP)
def delete(session: Session, name: str, row_id: int) -> int:
    """Delete a line that nothing uses; the step's number for undo. A number series goes with its lines.

    Raises:
        Refused: while contacts carry the code (CT-R6), the set-up names it (NS-R16, DF-R7), or another list does.
        NotFound: when the line is gone.
    """
    found = code_list(name)
    with writing(session, Verb.SETUP) as unit:
        line, lookups = _present(unit.read, found, row_id), Lookups(unit.read)
        list_rules.check_deletable(unit.read, lookups, found, line)
        list_rules.check_unused(unit.read, lookups, found, line)
        unit.batch.subject = list_rules.name_of_line(lookups, found, line)
        partner_changes.gone(unit, line)
        list_rules.remove(unit, line)
        return unit.batch.id


@permission(Right.SETUP)
def delete_everywhere(session: Session, name: str, row_id: int) -> int:
    """Take a code away from all contacts that carry it and delete it, as one step to undo; how many contacts had it.

    Raises:
        Refused: while the set-up names the code (NS-R16, DF-R7), or another list does.
        NotFound: when the line is gone.
    """
    found = code_list(name)
    with writing(session, Verb.SETUP) as unit:
        line, lookups = _present(unit.read, found, row_id), Lookups(unit.read)
        list_rules.check_deletable(unit.read, lookups, found, line)
        unit.batch.subject = list_rules.name_of_line(lookups, found, line)
        count = len(_users(unit.read, line))
        list_rules.take_from_contacts(unit, line)
        partner_changes.gone(unit, line)
        list_rules.remove(unit, line)
        return count


def _line(lookups: Lookups, found: CodeList, record: Record, used: int) -> ListLine:
    name = list_rules.name_of_line(lookups, found, record)
    return ListLine(record, name, all_as_typed(lookups, found.fields, record), used)


def _users(read: Reader, line: Record) -> set[int]:
    return references.contacts_using(read, line) | partners.linked_ids(read, line)


def _order(found: CodeList, line: ListLine) -> tuple[object, ...]:
    return tuple(
        getattr(line.record, field.attribute) if field.kind is Kind.INTEGER else fold(str(line.values[field.name]))
        for field in map(found.field, found.key)
    )


def _present(read: Reader, found: CodeList, row_id: int) -> Record:
    line = read.get(found.record, row_id)
    if line is None:
        raise NotFound(message("{list}: this line is deleted already.", list=Message(found.title)), value=str(row_id))
    return line
