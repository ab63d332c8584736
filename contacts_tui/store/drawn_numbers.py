"""Whether the number series still stand at the last number that was drawn from them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from peewee import Database, fn

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.history import Action
from contacts_tui.domain.number_series import NumberSeriesLine, number_value, shape
from contacts_tui.store.mapping import decode, table_of
from contacts_tui.store.models import HistoryChange
from contacts_tui.store.reader import Reader

_LINE = table_of(NumberSeriesLine).table_name()


def set_back(database: Database) -> list[tuple[NumberSeriesLine, str]]:
    """The lines that stand below a number drawn from them, each with that number.

    What counts is what was drawn since a last number was typed, and that number itself: who types a lower one may.
    """
    read = Reader(database)
    typed, entered = _typed(database), _entered(database)
    lines: dict[int, list[NumberSeriesLine]] = {}
    for line in read.all(NumberSeriesLine):
        lines.setdefault(line.number_series_id, []).append(line)
    reached = {line_id: no for line_id, (_, no) in typed.items() if no}
    for contact in read.all(Contact):
        drawn_from = _line_of(contact.no, lines.get(contact.number_series_id or 0, ()))
        if drawn_from is None or entered.get(contact.id, 0) < typed.get(drawn_from.id, (0, ""))[0]:
            continue
        if _is_below(reached.get(drawn_from.id, ""), contact.no):
            reached[drawn_from.id] = contact.no
    return [
        (line, reached[line.id])
        for of_series in lines.values()
        for line in of_series
        if line.id in reached and _is_below(line.last_no_used, reached[line.id])
    ]


def _typed(database: Database) -> dict[int, tuple[int, str]]:
    """For each line of a series, which line of the history last said its last number, and which it said."""
    query = (
        HistoryChange.select(HistoryChange.id, HistoryChange.row_id, HistoryChange.action, HistoryChange.new)
        .where(HistoryChange.record == _LINE, HistoryChange.new.is_null(False))
        .where((HistoryChange.action == Action.ADD) | (HistoryChange.field == "last_no_used"))
        .order_by(HistoryChange.id)
    )
    return {
        row_id: (line_id, str(json.loads(new).get("last_no_used", "") if action is Action.ADD else decode(new)))
        for line_id, row_id, action, new in query.tuples().execute(database)
    }


def _entered(database: Database) -> dict[int, int]:
    """For each contact, the line of the history that entered it first."""
    query = (
        HistoryChange.select(HistoryChange.row_id, fn.MIN(HistoryChange.id))
        .where(HistoryChange.record == table_of(Contact).table_name(), HistoryChange.action == Action.ADD)
        .group_by(HistoryChange.row_id)
    )
    return dict(query.tuples().execute(database))


def _line_of(no: str, lines: Sequence[NumberSeriesLine]) -> NumberSeriesLine | None:
    """The line that a number was drawn from: of those that may hand it out, the one that starts last."""
    fitting = [line for line in lines if _may_hand_out(line, no)]
    return max(fitting, key=lambda line: number_value(line.starting_no), default=None)


def _may_hand_out(line: NumberSeriesLine, no: str) -> bool:
    try:
        if shape(line.starting_no) != shape(no) or number_value(no) < number_value(line.starting_no):
            return False
        return not line.ending_no or number_value(no) <= number_value(line.ending_no)
    except Refused:
        return False


def _is_below(last: str, no: str) -> bool:
    """Tell whether a last number, blank for none, comes before a number; of numbers of other forms nothing is said."""
    try:
        return not last or (shape(last) == shape(no) and number_value(last) < number_value(no))
    except Refused:
        return False
