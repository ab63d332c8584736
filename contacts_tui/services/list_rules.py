"""Lines of the set-up lists within a unit of work: what makes one fit its list, what keeps one from being deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from contacts_tui.domain import search_strings, web_sources
from contacts_tui.domain.code_lists import LISTS, CodeList, code_list
from contacts_tui.domain.codes import SavedView, UserSetup, VatFormat, WebSource
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import Kind, by_name
from contacts_tui.domain.listing import columns_text, order_text, parse_columns, parse_order
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.domain.number_series import (
    NumberSeries,
    NumberSeriesLine,
    NumberSeriesRelationship,
    check_line,
    check_turn,
    line_changed,
)
from contacts_tui.domain.partners import Partner
from contacts_tui.domain.partners import fitting as fitting_partner
from contacts_tui.domain.purchases import SalesLine
from contacts_tui.domain.record import CodeRecord, Record, with_values
from contacts_tui.domain.search_strings import SearchStringRule
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.domain.text import fold
from contacts_tui.services.lookups import Lookups, as_typed, key_of
from contacts_tui.services.values import complete, parsed
from contacts_tui.store import references
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

_STEP = 10000
_LIST_OF: Mapping[type[Record], str] = {found.record: name for name, found in LISTS.items()}


def enter(unit: UnitOfWork, lookups: Lookups, name: str, typed: Mapping[str, object]) -> Record:
    """Add a line to a list within a unit of work that may hold more.

    Raises:
        WrongUse: when there is no such list, or it has no such field.
        Refused: with the field, where a rule forbids its value or the list has such a line already.
    """
    found = code_list(name)
    check_names(found, typed)
    values = parsed(lookups, found.fields, complete(found.fields, typed))
    if found.record is NumberSeriesLine and "line_no" not in values:
        values["line_no"] = _next_line_no(unit.read, values["number_series_id"])
    line = with_values(found.record(), values)
    return stored(unit, lookups, found, unit.add(fitting(unit.read, lookups, found, None, line)))


def stored(unit: UnitOfWork, lookups: Lookups, found: CodeList, line: Record) -> Record:
    """The line, known to `lookups` from now on."""
    if isinstance(line, CodeRecord):
        lookups.added(found.name, line)
    return line


def present(read: Reader, lookups: Lookups, found: CodeList, row: Mapping[str, object]) -> Record | None:
    """The line whose key is that of the row; what the row does not say of the key is blank."""
    fields = [found.field(name) for name in found.key]
    blank = {one.name: "" for one in fields}
    named = {name: value for name, value in row.items() if name in blank}
    return read.find(found.record, **parsed(lookups, fields, blank | named))


def check_names(found: CodeList, typed: Mapping[str, object]) -> None:
    """Refuse names of fields that the list does not have.

    Raises:
        WrongUse: with the names there are.
    """
    for field in typed:
        found.field(field)


def fitting(read: Reader, lookups: Lookups, found: CodeList, before: Record | None, line: Record) -> Record:
    """The line as it may be stored; `before` is what is stored of it now.

    Raises:
        Refused: with the field, where a rule forbids its value or the list has such a line already.
    """
    if isinstance(line, NumberSeriesLine):
        line = _fitting_series_line(read, before if isinstance(before, NumberSeriesLine) else None, line)
    elif isinstance(line, NumberSeries) and line.date_order:
        for one in read.all(NumberSeriesLine, number_series_id=line.id):
            check_line(one, date_order=True)
    elif isinstance(line, WebSource):
        line = replace(line, url=web_sources.check_url(line.url))
    elif isinstance(line, VatFormat):
        _check_format(line)
    elif isinstance(line, SearchStringRule):
        search_strings.check_rule(line)
    elif isinstance(line, Partner):
        line = fitting_partner(before if isinstance(before, Partner) else None, line)
    elif isinstance(line, UserSetup | SavedView):
        line = replace(line, columns=columns_text(parse_columns(line.columns)))
        if isinstance(line, SavedView):
            order, turned = parse_order(line.sort)
            line = replace(line, sort=order_text(order, turned=turned))
    _check_key(read, lookups, found, line)
    if isinstance(line, NumberSeriesLine):
        _check_turn(read, before, line)
    return line


def name_of_line(lookups: Lookups, found: CodeList, line: Record) -> str:
    """What people call a line: its code, or what its key is made of."""
    parts = [str(as_typed(lookups, found.field(name), line)) for name in found.key]
    return " ".join(part for part in parts if part)


def check_deletable(read: Reader, lookups: Lookups, found: CodeList, line: Record) -> None:
    """Refuse to delete what the set-up names (NS-R16, DF-R7) or another list or a sales line refers to.

    Raises:
        Refused: naming the field of the set-up, or the list.
    """
    value = name_of_line(lookups, found, line)
    target_id = line.number_series_id if isinstance(line, NumberSeriesLine) else line.id
    target = NumberSeries if isinstance(line, NumberSeriesLine) else found.record
    for field in SETUP.values():
        if field.is_reference and getattr(lookups.setup, field.attribute) == target_id:
            if LISTS[field.refers_to].record is not target:
                continue
            raise Refused(
                message(
                    "“{value}” stays: the marketing set-up names it as “{field}”. Name another there first.",
                    value=value,
                    field=Message(field.label),
                ),
                field=field.name,
                value=value,
            )
    for source, attribute in references.pointing_at(found.record):
        if source is SalesLine and (count := read.count(source, **{attribute: line.id})):
            raise Refused(
                counted(
                    "“{value}” stays: {count} sales line names it.",
                    "“{value}” stays: {count} sales lines name it.",
                    count,
                    value=value,
                ),
                field="code",
                value=value,
            )
        if source not in _LIST_OF or source is NumberSeriesLine:
            continue
        count = read.count(source, **{attribute: line.id})
        if count:
            raise Refused(
                counted(
                    "“{value}” stays: {count} line of the list “{list}” names it. Change it there first.",
                    "“{value}” stays: {count} lines of the list “{list}” name it. Change them there first.",
                    count,
                    value=value,
                    list=Message(LISTS[_LIST_OF[source]].title),
                ),
                field="code",
                value=value,
            )


def check_unused(read: Reader, lookups: Lookups, found: CodeList, line: Record) -> None:
    """Refuse to delete what contacts carry (CT-R6).

    Raises:
        Refused: with the number of contacts; it offers to remove the code everywhere.
    """
    count = len(references.contacts_using(read, line))
    if count:
        value = name_of_line(lookups, found, line)
        raise Refused(
            counted(
                "“{value}” stays: {count} contact carries it. Take it away there, or remove it everywhere.",
                "“{value}” stays: {count} contacts carry it. Take it away there, or remove it everywhere.",
                count,
                value=value,
            ),
            field="code",
            value=value,
        )


def take_from_contacts(unit: UnitOfWork, line: Record) -> None:
    """Clear a code in the fields of all contacts, and take it away where it is assigned."""
    for source, attribute in references.pointing_at(type(line)):
        if source is not Contact and not hasattr(source, "contact_id"):
            continue
        optional = getattr(source(), attribute) is None
        for row in unit.read.all(source, **_equal(attribute, line.id)):
            if optional:
                unit.replace(row, with_values(row, {attribute: None}))
            else:
                unit.remove(row)


def remove(unit: UnitOfWork, line: Record) -> None:
    """Delete a line that nothing refers to any more; a number series goes with its lines."""
    if isinstance(line, NumberSeries):
        pairs = unit.read.all(NumberSeriesRelationship, number_series_id=line.id)
        pairs += [p for p in unit.read.all(NumberSeriesRelationship, alternative_id=line.id) if p not in pairs]
        for pair in pairs:
            unit.remove(pair)
        for one in unit.read.all(NumberSeriesLine, number_series_id=line.id):
            unit.remove(one)
    unit.remove(line)


def setup_row(unit: UnitOfWork) -> MarketingSetup:
    """The row of the marketing set-up, made when the book has none yet."""
    return unit.read.find(MarketingSetup) or unit.add(MarketingSetup())


def change_setup(unit: UnitOfWork, lookups: Lookups, typed: Mapping[str, object]) -> dict[str, object]:
    """What was typed for the marketing set-up, as attribute and value.

    Raises:
        WrongUse: when there is no such field.
        Refused: with the field, where its value is not of its kind or not in its list.
    """
    values = parsed(lookups, [by_name(SETUP, name) for name in typed], typed)
    search_strings.check_hit(values.get("search_hit"))
    return search_strings.with_switches(values)


def _equal(attribute: str, value: object) -> dict[str, Any]:
    return {attribute: value}


def _next_line_no(read: Reader, series_id: object) -> int:
    numbers = [line.line_no for line in read.all(NumberSeriesLine, number_series_id=series_id)]
    return (max(numbers, default=0) // _STEP + 1) * _STEP


def _fitting_series_line(read: Reader, before: NumberSeriesLine | None, line: NumberSeriesLine) -> NumberSeriesLine:
    if before is not None:
        line = line_changed(before, line)
    series = read.get(NumberSeries, line.number_series_id)
    check_line(line, date_order=series is not None and series.date_order)
    return line


def _check_turn(read: Reader, before: Record | None, line: NumberSeriesLine) -> None:
    known = read.all(NumberSeriesLine, number_series_id=line.number_series_id)
    others = [other for other in known if other.id != line.id]
    check_turn(before if isinstance(before, NumberSeriesLine) else None, line, others)


def _check_format(line: VatFormat) -> None:
    if not set(line.format) & set("#@?"):
        raise Refused(
            message("Format: “{value}” has no place for a digit or a letter. Write # for a digit.", value=line.format),
            field="format",
            value=line.format,
        )


def _check_key(read: Reader, lookups: Lookups, found: CodeList, line: Record) -> None:
    first = found.field(found.key[0])
    key = _folded(key_of(found, line))
    # A name may be the same in other letters; a code is in upper case already.
    same = {} if first.kind is Kind.TEXT else _equal(first.attribute, getattr(line, first.attribute))
    for other in read.all(found.record, **same):
        if other.id != line.id and _folded(key_of(found, other)) == key:
            value = name_of_line(lookups, found, line)
            raise Refused(
                message("{list}: there is “{value}” already.", list=Message(found.title), value=value),
                field=found.key[0],
                value=value,
            )


def _folded(key: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(fold(part) if isinstance(part, str) else part for part in key)
