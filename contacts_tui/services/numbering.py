"""Numbers of contacts, customers, vendors and bank accounts, drawn where one is saved (NS-R11, NS-R12)."""

from __future__ import annotations

from contacts_tui.domain import numbering
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import ContactsError, Refused
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.number_series import NumberSeries, NumberSeriesLine
from contacts_tui.domain.partners import RECORDS, Link
from contacts_tui.domain.record import Record
from contacts_tui.services.partners import SERIES_FIELDS
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork


def number_contact(
    session: Session, unit: UnitOfWork, setup: MarketingSetup, typed: str
) -> tuple[str, int | None, tuple[Message, ...]]:
    """The number of a new contact, the series it came from, and what there is to warn about.

    A typed number is taken where the series allows it and leaves the series alone (NS-R7); else the next one is drawn.

    Raises:
        Refused: when the typed number is taken or not allowed, or the series has none to give.
    """
    series = unit.read.get(NumberSeries, setup.contact_series_id)
    if typed or series is None:
        numbering.check_manual(series, typed)
        if unit.read.find(Contact, no=typed) is not None:
            raise Refused(
                message("Number: “{value}” is already the number of a contact.", value=typed),
                field="number",
                value=typed,
            )
        return typed, None, ()
    number, warnings = _draw(session, unit, series, Contact, "no")
    return number, series.id, warnings


def number_partner(
    session: Session, unit: UnitOfWork, setup: MarketingSetup, kind: Link, typed: str
) -> tuple[str, tuple[Message, ...]]:
    """The number of a new customer, vendor or bank account, and what there is to warn about.

    Raises:
        Refused: as `number_contact` does.
    """
    series = unit.read.get(NumberSeries, getattr(setup, SERIES_FIELDS[kind]))
    if typed or series is None:
        numbering.check_manual(series, typed)
        if unit.read.find(RECORDS[kind], code=typed) is not None:
            raise Refused(message("Number: “{value}” is taken already.", value=typed), field="number", value=typed)
        return typed, ()
    return _draw(session, unit, series, RECORDS[kind], "code")


def _draw(
    session: Session, unit: UnitOfWork, series: NumberSeries, record: type[Record], attribute: str
) -> tuple[str, tuple[Message, ...]]:
    drawn = _next(session, unit.read, series, record, attribute)
    before = unit.read.get(NumberSeriesLine, drawn.line_after.id)
    if before is not None:
        unit.replace(before, drawn.line_after, recorded=False)
    return drawn.no, _warning(session, unit, series, drawn)


@permission(Right.READ)
def preview(session: Session) -> str:
    """The number that a contact saved now would get; blank when it must be typed. Nothing is drawn."""

    def ask(read: Reader) -> str:
        setup = read.find(MarketingSetup) or MarketingSetup()
        series = read.get(NumberSeries, setup.contact_series_id)
        if series is None:
            return ""
        try:
            return _next(session, read, series, Contact, "no").no
        except ContactsError:
            return ""

    return session.book.records.reading(ask)


def _next(
    session: Session, read: Reader, series: NumberSeries, record: type[Record], attribute: str
) -> numbering.Drawn:
    """The next number of a series that no row of this kind has."""
    lines = read.all(NumberSeriesLine, order=("line_no",), number_series_id=series.id)
    return numbering.next_number(series, lines, session.today(), lambda no: read.count(record, **{attribute: no}) > 0)


def _warning(session: Session, unit: UnitOfWork, series: NumberSeries, drawn: numbering.Drawn) -> tuple[Message, ...]:
    """One warning for a series in a run (NS-R6); a save that fails has shown none."""
    if not drawn.warn or series.id in session.warned:
        return ()
    session.warned.add(series.id)
    unit.if_lost(lambda: session.warned.discard(series.id))
    return (
        message(
            "Series {series} is nearly used up: {value} is its last number.",
            series=series.code,
            value=drawn.line_after.ending_no,
        ),
    )
