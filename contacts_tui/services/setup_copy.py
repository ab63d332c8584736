"""All set-up at once: read it out, and take it over from what another book or a person wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from contacts_tui.domain.code_lists import LISTS, CodeList, code_list
from contacts_tui.domain.errors import ContactsError, Refused, WrongUse
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.domain.number_series import NumberSeriesLine
from contacts_tui.domain.record import Record, with_values
from contacts_tui.services import list_rules, marketing_setup, partner_changes, setup_lists
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.services.values import parsed
from contacts_tui.store.unit_of_work import UnitOfWork

MARKETING = "marketing"
_MARKETING_TITLE = N_("Marketing set-up")
#: What a book has come to, not how it is set up: it is neither written out nor taken over for a line that is there.
_STATE = frozenset({"last_no_used"})

Row = Mapping[str, object]


@dataclass(slots=True)
class Count:
    """What happened to the lines of one list."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Set-up that was taken over: the lines by list, whether the marketing set-up changed; `batch` 0: nothing did."""

    lists: dict[str, Count] = field(default_factory=dict)
    marketing_changed: bool = False
    batch: int = 0


@permission(Right.READ)
def everything(session: Session) -> dict[str, object]:
    """The marketing set-up and the lines of every list, by field name, codes bare."""
    return {
        MARKETING: marketing_setup.values(session),
        **{name: [dict(line.values) for line in setup_lists.lines(session, name)] for name in LISTS},
    }


@permission(Right.READ)
def portable(session: Session) -> dict[str, object]:
    """What `take_over` can take over in another book: everything but what this book has come to."""
    return {
        MARKETING: marketing_setup.values(session),
        **{
            name: [
                {field: value for field, value in line.values.items() if field not in _STATE}
                for line in setup_lists.lines(session, name)
            ]
            for name in LISTS
        },
    }


@permission(Right.SETUP)
def take_over(session: Session, wanted: Mapping[str, object], subject: str) -> TakenOver:
    """Enter what the book lacks and change what differs, by the rules, all or nothing and as one step to undo.

    What `wanted` does not name stays: fields, lines and lists. So taking over twice changes nothing the second time.

    Raises:
        WrongUse: when there is no such list or field, or the data does not have the form of `portable`.
        Refused: with the list and the line, where a rule forbids a value.
    """
    tables = {name: _rows(name, rows) for name, rows in wanted.items()}
    with writing(session, Verb.SETUP, subject) as unit:
        lookups = Lookups(unit.read)
        lists = {name: _list(session, unit, lookups, name, tables[name]) for name in LISTS if name in tables}
        changed = any([_marketing(unit, row) for row in tables.get(MARKETING, ())])
        return TakenOver(lists, changed, unit.batch.id)


def _list(session: Session, unit: UnitOfWork, lookups: Lookups, name: str, rows: Sequence[Row]) -> Count:
    found, count = LISTS[name], Count()
    for number, row in enumerate(rows, 1):
        try:
            list_rules.check_names(found, row)
            before = _present(unit, lookups, found, row)
            if before is None:
                partner_changes.follow(session, unit, None, list_rules.enter(unit, lookups, name, row))
                count.created += 1
            elif _change(session, unit, lookups, found, before, row):
                count.updated += 1
            else:
                count.unchanged += 1
        except (Refused, WrongUse) as error:
            raise _placed(error, Message(found.title), number) from error
    return count


def _present(unit: UnitOfWork, lookups: Lookups, found: CodeList, row: Row) -> Record | None:
    """The line that a row is about; a line of a number series may be known by its first number alone."""
    if found.record is NumberSeriesLine and not row.get("line_no"):
        known = replace(found, key=("number_series", "starting_no"))
        return list_rules.present(unit.read, lookups, known, row)
    return list_rules.present(unit.read, lookups, found, row)


def _change(session: Session, unit: UnitOfWork, lookups: Lookups, found: CodeList, before: Record, row: Row) -> bool:
    named = {name: value for name, value in row.items() if name not in _STATE}
    wanted = with_values(before, parsed(lookups, found.fields, named))
    if wanted == before:
        return False
    after = unit.replace(before, list_rules.fitting(unit.read, lookups, found, before, wanted))
    list_rules.stored(unit, lookups, found, after)
    partner_changes.follow(session, unit, before, after)
    return after is not before


def _marketing(unit: UnitOfWork, row: Row) -> bool:
    before = list_rules.setup_row(unit)
    try:
        values = list_rules.change_setup(unit, Lookups(unit.read), row)
    except (Refused, WrongUse) as error:
        raise _placed(error, Message(_MARKETING_TITLE), 0) from error
    return unit.replace(before, with_values(before, values)) is not before


def _rows(name: str, rows: object) -> Sequence[Row]:
    """The rows of a list, or the one of the marketing set-up, when they have the form that is needed."""
    if name != MARKETING:
        code_list(name)
    found = [rows] if name == MARKETING else rows
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise WrongUse(message("“{name}” must be a list of lines with fields.", name=name), value=name)
    for row in found:
        for key, value in row.items():
            if not isinstance(value, str | bool | int | date):
                raise WrongUse(
                    message(
                        "{list}: the value of “{field}” must be a text, a number or a switch.", list=name, field=key
                    ),
                    field=key,
                )
    return found


def _placed(error: ContactsError, title: Message, number: int) -> ContactsError:
    """The same error, with the list and the line that it is about."""
    text = (
        message("{list}, line {number}: {text}", list=title, number=number, text=error.message)
        if number
        else message("{list}: {text}", list=title, text=error.message)
    )
    return type(error)(text, field=error.field, value=error.value)
