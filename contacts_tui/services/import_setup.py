"""What an import of another book leaves to the marketing set-up: where numbers go on, and what a link is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.incoming import IncomingContact
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.number_series import (
    NumberSeries,
    NumberSeriesLine,
    after_highest,
    highest,
    increment,
    number_value,
    shape,
)
from contacts_tui.domain.record import with_values
from contacts_tui.services import list_rules
from contacts_tui.services.import_assignments import BANK_ACCOUNT, CUSTOMER, VENDOR
from contacts_tui.services.import_known import number_of
from contacts_tui.services.import_step import CREATED, Step
from contacts_tui.services.lookups import Lookups

SERIES = "CONT"
_PREFIX = "CT"
_SETUP_FIELDS = {
    CUSTOMER: "business_relation_for_customers_id",
    VENDOR: "business_relation_for_vendors_id",
    BANK_ACCOUNT: "business_relation_for_bank_accounts_id",
}


class Numbering:
    """Where the numbers of new contacts go on: settled with the first one that is made, so not where none is."""

    def __init__(self, contacts: Sequence[IncomingContact]) -> None:
        self._contacts = contacts
        self._is_settled = False

    def settle(self, step: Step) -> None:
        """Settle it, once in an import."""
        if not self._is_settled:
            self._is_settled = True
            _number_from(step, self._contacts)


def _number_from(step: Step, contacts: Sequence[IncomingContact]) -> None:
    """Let new contacts be numbered after those that come in.

    Where the set-up names no series, `CONT` is named in it, and made when there is none. A series that is named but
    was never used starts after the highest number; one in use goes on as it does. Nothing happens when every contact
    that comes in is here already: what its users set up since stands.
    """
    coming = {number_of(contact) for contact in contacts}
    if not coming.difference(step.read.ids(Contact, "no", no=coming)):
        return
    # A book has many numbers: they are read only where they are asked for, and are never all here at once.
    numbers = filter(_has_next, chain(step.read.texts(Contact, "no", starting=_PREFIX), coming))
    setup = step.lookups.setup
    named = step.read.get(NumberSeries, setup.contact_series_id)
    if named is not None:
        _start_after(step, named, numbers)
        return
    series = step.read.find(NumberSeries, code=SERIES)
    if series is None:
        series = _made(step, after_highest(numbers, _PREFIX))
    before = list_rules.setup_row(step.unit)
    step.replace(before, replace(before, contact_series_id=series.id))
    step.lookups = Lookups(step.read)  # which names the series from here on


def name_relations(step: Step) -> None:
    """Name in the set-up the business relation that links of each kind came with, where it names none yet.

    So the code belongs to the link from now on (CT-R7), and a link can be made (BR-R1).
    """
    before = list_rules.setup_row(step.unit)
    names: dict[str, object] = {}
    for kind, attribute in _SETUP_FIELDS.items():
        counts = {code_id: count for (link_to, code_id), count in step.report.links.items() if link_to == kind}
        if counts and getattr(before, attribute) is None:
            names[attribute] = max(counts, key=lambda code_id: (counts[code_id], -code_id))
    step.replace(before, with_values(before, names))


def _made(step: Step, starting_no: str) -> NumberSeries:
    series = step.add(NumberSeries(code=SERIES, description="Contacts", default_nos=True, manual_nos=True))
    step.add(NumberSeriesLine(number_series_id=series.id, starting_no=starting_no))
    step.report.count("number_series", CREATED)
    step.report.count("number_series_lines", CREATED)
    step.report.notes.append(_numbered(series, starting_no))
    return series


def _start_after(step: Step, series: NumberSeries, numbers: Iterable[str]) -> None:
    lines = step.read.all(NumberSeriesLine, number_series_id=series.id)
    if not series.default_nos or len(lines) != 1:
        return
    line = lines[0]
    if line.last_no_used or line.ending_no or not line.starting_no or shape(line.starting_no) != (_PREFIX, ""):
        return
    last = highest(numbers, _PREFIX)
    if last and number_value(line.starting_no) <= number_value(last):
        _, outcome = step.replace(line, replace(line, starting_no=increment(last)))
        step.report.count("number_series_lines", outcome)
        step.report.notes.append(_numbered(series, increment(last)))


def _numbered(series: NumberSeries, starting_no: str) -> Message:
    return message(
        "New contacts are numbered from {number} on, by the series {series}.", number=starting_no, series=series.code
    )


def _has_next(no: str) -> bool:
    try:
        increment(no)
    except Refused:
        return False
    return True
