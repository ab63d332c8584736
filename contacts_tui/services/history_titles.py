"""What a step was, in a few words: “Phone”, “Industry groups”, “New person”, “415 contacts”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.history import Action, Batch, Change, Verb
from contacts_tui.domain.message import N_, Message, counted, message
from contacts_tui.domain.purchases import SalesLine
from contacts_tui.domain.record import OwnedRecord
from contacts_tui.services.history_words import SUBJECTS, HistoryLine
from contacts_tui.store.history_summary import Touched
from contacts_tui.store.mapping import from_row_json
from contacts_tui.store.models import RECORD_NAMES

#: Attributes that follow a name, so that a changed name is told once.
_FOLLOW_NAME = frozenset({"search_name", "first_name", "middle_name", "surname"})
_SHOWN = 2


def title(batch: Batch, touched: Sequence[Touched], contacts: int, first: Change | None) -> Message:
    """What a batch did. `contacts` counts the contacts it touched; `first` is its first line."""
    match batch.verb:
        case Verb.CREATE if contacts <= 1:
            return _created(first)
        case Verb.CREATE:
            return counted("{count} contact", "{count} contacts", contacts)
        case Verb.DELETE:
            if contacts <= 1:
                return Message(N_("Deleted"))
            return counted("{count} contact deleted", "{count} contacts deleted", contacts)
        case Verb.ERASE:
            return Message(N_("Erased"))
        case Verb.IMPORT:
            if contacts:
                return counted("{count} contact", "{count} contacts", contacts)
            return _sales_lines(touched) or _lines_of_set_up(touched)
        case Verb.SETUP:
            return _set_up(touched)
        case _ if not contacts:
            return _set_up(touched)
        case _ if batch.verb is Verb.EDIT and not batch.subject:
            # A step that names no contact was done to many at once.
            return counted("{what}, {count} contact", "{what}, {count} contacts", contacts, what=_fields(touched))
        case _:
            return _fields(touched)


def of_undo(batch: Batch, undone: Message) -> Message:
    """What an undo or redo did, from the title of the step that it took back or brought back."""
    if batch.verb is Verb.REDO:
        return message("Redo: {what}", what=undone)
    return message("Undo: {what}", what=undone)


def of_merge(line: HistoryLine) -> Message:
    """What a merge did, from its line about the contact that went into another."""
    return message("Merged {gone} into {contact}", gone=line.old, contact=line.name)


def _created(first: Change | None) -> Message:
    if first is not None and first.action is Action.ADD and RECORD_NAMES[first.record] is Contact:
        contact = from_row_json(Contact, str(first.new))
        return Message(N_("New company")) if contact.type is ContactType.COMPANY else Message(N_("New person"))
    return Message(N_("New contact"))


def _set_up(touched: Sequence[Touched]) -> Message:
    """The list whose lines a step of the set-up touched; what contacts lost with a code is not told apart."""
    own = [t for t in touched if not _is_of_contact(t)]
    titles = list(dict.fromkeys(SUBJECTS[RECORD_NAMES[t.record]].title for t in own))
    return titles[0] if len(titles) == 1 else _lines_of_set_up(touched)


def _lines_of_set_up(touched: Sequence[Touched]) -> Message:
    whole: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for one in touched:
        if _is_of_contact(one):
            continue
        if one.action is Action.CHANGE:
            changed[one.record] = max(changed[one.record], one.rows)
        else:
            whole[one.record] += one.rows
    lines = whole.total() + sum(rows for record, rows in changed.items() if record not in whole)
    return counted("{count} line of the set-up", "{count} lines of the set-up", lines)


def _sales_lines(touched: Sequence[Touched]) -> Message | None:
    """What an import brought of purchases, where it did."""
    lines = max((one.rows for one in touched if RECORD_NAMES[one.record] is SalesLine), default=0)
    return counted("{count} sales line", "{count} sales lines", lines) if lines else None


def _fields(touched: Sequence[Touched]) -> Message:
    """The labels of the fields and codes that an edit touched."""
    attributes = {t.field for t in touched if RECORD_NAMES[t.record] is Contact}
    labels: dict[Message, None] = {}
    for one in touched:
        record = RECORD_NAMES[one.record]
        subject = SUBJECTS[record]
        if record is Contact and one.field in _FOLLOW_NAME and "name" in attributes:
            continue
        field = subject.fields.get(one.field) if record is Contact else None
        labels[subject.label(field) if field else subject.title] = None
    return _joined(list(labels))


def _joined(labels: Sequence[Message]) -> Message:
    if not labels:
        return Message(N_("Nothing"))
    if len(labels) == 1:
        return labels[0]
    if len(labels) <= _SHOWN:
        return message("{first}, {second}", first=labels[0], second=labels[1])
    return counted(
        "{first}, {second} and {count} more",
        "{first}, {second} and {count} more",
        len(labels) - _SHOWN,
        first=labels[0],
        second=labels[1],
    )


def _is_of_contact(touched: Touched) -> bool:
    record = RECORD_NAMES[touched.record]
    return record is Contact or issubclass(record, OwnedRecord)
