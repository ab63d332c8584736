"""Looking after the book: whether all is well with it, what is derived computed anew, and a copy of it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange, ContactBusinessRelation
from contacts_tui.domain.consistency import forbidden_fields
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused, Unavailable
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.domain.number_series import NumberSeries, NumberSeriesLine, check_line
from contacts_tui.services import affiliations, assignments, partners
from contacts_tui.services.history_words import SUBJECTS
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store import damage, drawn_numbers, replay, search_check, tombstones, undo_marks
from contacts_tui.store.failures import sentence
from contacts_tui.store.models import RECORD_NAMES
from contacts_tui.store.reader import Reader
from contacts_tui.store.tombstones import State

_NAMED = 10


@permission(Right.READ)
def check(session: Session) -> tuple[Message, ...]:
    """What is wrong with the book; nothing when all is well.

    The file itself comes first: where it is damaged, nothing more is said. Then what is derived from records, the
    rules that a contact and its company keep, the number series, and the history, which must replay to the present
    state.
    """
    path = session.book.path
    return session.book.records.reading(lambda read: damage.of_file(read.database) or tuple(_findings(read, path)))


@permission(Right.ADMINISTER)
def rebuild(session: Session) -> None:
    """Compute anew what is derived from records, what the search reads, while others go on. The history stays."""
    session.book.records.rebuild_search()


@permission(Right.ADMINISTER)
def backup(session: Session, path: Path) -> None:
    """Copy the book while others go on with it; nobody but this user may read the copy.

    Raises:
        Refused: when there is a file of that name.
        Unavailable: when the copy cannot be written; nothing is left of it.
    """
    path = path.expanduser()
    if path.exists() or path.is_symlink():
        raise Refused(message("There is a file {path} already. Name another.", path=str(path)), value=str(path))
    # The copy gets its name when it is complete, so that a broken one is never taken for a backup.
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        session.book.records.backup(part)
        part.rename(path)
    except OSError as error:
        reason = message("{path} cannot be written: {reason}.", path=str(path), reason=error.strerror or str(error))
        raise Unavailable(reason, value=str(path)) from error
    except sqlite3.Error as error:
        raise Unavailable(
            sentence(error, path) or message("{path} cannot be written: {reason}.", path=str(path), reason=str(error)),
            value=str(path),
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _findings(read: Reader, path: Path) -> Iterator[Message]:
    yield from damage.indexes(read.database)
    if tombstones.state(path) is not State.CLEAN:
        yield message("Traces of an erased contact are left in the files of the book. Erase it once more.")
    contacts = {contact.id: contact for contact in read.all(Contact)}
    for contact in contacts.values():
        yield from _of_contact(contact, contacts.get(contact.company_id or 0))
    yield from _of_codes(read, contacts)
    yield from _of_addresses(read)
    wrong = affiliations.wrong(read, contacts)
    if wrong:
        yield message("Also at: not a person, or not another company: {numbers}.", numbers=_named(wrong))
    if read.count(MarketingSetup) > 1:
        yield message("There is more than one marketing set-up.")
    yield from _of_search(read, contacts)
    yield from _of_series(read)
    yield from _of_history(read)


def _of_search(read: Reader, contacts: Mapping[int, Contact]) -> Iterator[Message]:
    """Contacts that the search would not find as they are, and an index that does not hold what it was given."""
    connection = read.database.connection()
    stale = [contacts[contact_id].no for contact_id in search_check.stale(connection)]
    if stale:
        yield counted(
            "The search does not know {count} contact as it is: {numbers}.",
            "The search does not know {count} contacts as they are: {numbers}.",
            len(stale),
            numbers=_named(stale),
        )
    elif not search_check.holds(connection):
        yield message("The index of the search does not hold what it was given. Make it anew with “check --rebuild”.")


def _of_series(read: Reader) -> Iterator[Message]:
    """Lines of number series that could not hand out the next number, or would hand out old ones."""
    series = {one.id: one for one in read.all(NumberSeries)}
    for line in read.all(NumberSeriesLine):
        of = series[line.number_series_id]
        try:
            check_line(line, date_order=of.date_order)
        except Refused as refused:
            yield message("Series {series}: {text}", series=of.code, text=refused.message)
    for line, drawn in drawn_numbers.set_back(read.database):
        yield message(
            "Series {series} stands at “{value}”, though {number} was drawn from it.",
            series=series[line.number_series_id].code,
            value=line.last_no_used,
            number=drawn,
        )


def _of_history(read: Reader) -> Iterator[Message]:
    """Rows that the history tells otherwise, lines that contradict each other, steps that are wrongly marked."""
    told = replay.told(read.database)
    differing = replay.differences(told.rows, replay.present(read.database))
    if differing:
        yield counted(
            "The history does not tell {count} row as it is: {rows}.",
            "The history does not tell {count} rows as they are: {rows}.",
            len(differing),
            rows=_named(_rows(differing)),
        )
    if told.contradicted:
        yield counted(
            "The history contradicts itself about {count} row: {rows}.",
            "The history contradicts itself about {count} rows: {rows}.",
            len(told.contradicted),
            rows=_named(_rows(sorted(told.contradicted))),
        )
    steps = undo_marks.wrong(read.database)
    if steps:
        yield counted(
            "{count} step of the history is wrongly marked as undone or not undone: {steps}.",
            "{count} steps of the history are wrongly marked as undone or not undone: {steps}.",
            len(steps),
            steps=_named([str(step) for step in steps]),
        )


def _rows(keys: Iterable[replay.RowKey]) -> list[str]:
    return [f"{SUBJECTS[RECORD_NAMES[table]].name} {row_id}" for table, row_id in keys]


def _of_contact(contact: Contact, company: Contact | None) -> Iterator[Message]:
    shown = contact.no or contact.name
    if not contact.no:
        yield message("{name} has no number.", name=contact.name)
    if not contact.uid:
        yield message("{number} has no UID.", number=shown)
    if not contact.name:
        yield message("{number} has no name.", number=shown)
    if contact.modified_at is None:
        yield message("{number} has no day of its last change.", number=shown)
    if contact.is_company and contact.company_id is not None:
        yield message("{number} is a company that belongs to another company.", number=shown)
    if not contact.is_company and company is not None and not company.is_company:
        yield message("{number} belongs to {company}, which is a person.", number=shown, company=company.no)
    if contact.minor and not contact.parental_consent and not contact.privacy_blocked:
        yield message("{number} is a minor without consent who is not blocked for privacy.", number=shown)
    for field in forbidden_fields(contact):
        yield message("{number} has a field of the other type: {field}.", number=shown, field=Message(field.label))


def _of_codes(read: Reader, contacts: Mapping[int, Contact]) -> Iterator[Message]:
    """Codes on the wrong type of contact (CT-R3), and links that are one too many (BR-R2)."""
    for name, numbers in assignments.misgiven(read, contacts).items():
        yield message(
            "{list}: given to the wrong type of contact: {numbers}.",
            list=Message(ASSIGNED[name].title),
            numbers=_named(numbers),
        )
    links = [row for row in read.all(ContactBusinessRelation) if row.link_to]
    doubled = {(contacts[row.contact_id].no, row.no) for row in partners.doubled(read, links)}
    if doubled:
        numbers = [f"{number} – {no}" for number, no in sorted(doubled)]
        yield message("Linked twice on either side: {numbers}.", numbers=_named(numbers))


def _of_addresses(read: Reader) -> Iterator[Message]:
    """Date ranges that name an address of another contact (8.1)."""
    owners = {address.id: address.contact_id for address in read.all(AlternativeAddress)}
    for span in read.all(AlternativeAddressRange):
        if owners.get(span.alternative_address_id) != span.contact_id:
            yield message("Date range {id} names an address of another contact.", id=str(span.id))


def _named(names: list[str]) -> str:
    more = ", …" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
