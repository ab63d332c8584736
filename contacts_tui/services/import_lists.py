"""Lines of the set-up lists that an import brings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from contacts_tui.domain import web_sources
from contacts_tui.domain.code_lists import LISTS, CodeList
from contacts_tui.domain.codes import WebSource
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.incoming import IncomingLine, Source
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.number_series import NumberSeriesLine
from contacts_tui.domain.partners import Partner
from contacts_tui.domain.record import CodeRecord, Record, with_values
from contacts_tui.domain.text import clean_line, fold
from contacts_tui.services import list_rules
from contacts_tui.services.import_erased import ErasedContacts
from contacts_tui.services.import_step import CREATED, UNCHANGED, Report, Step
from contacts_tui.services.lookups import key_of
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import UnitOfWork

Key = tuple[object, ...]


class LineStep(Step):
    """Merges lines of one list: by their key, blanks leaving what is stored."""

    def __init__(self, session: Session, unit: UnitOfWork, report: Report, chunk: Sequence[IncomingLine]) -> None:
        super().__init__(session, unit, report)
        self.found = LISTS[chunk[0].list]
        self.erased = ErasedContacts(session, unit.read)
        self._stored = {_folded(key_of(self.found, record)): record for record in self._known(chunk)}

    def take(self, line: IncomingLine) -> None:
        """Merge one line, or say why it is left out."""
        values = self._values(line)
        if values is None:
            self.report.left_out += 1
            return
        record = with_values(self.found.record(), values)
        key = _folded(key_of(self.found, record))
        before = self._stored.get(key)
        if isinstance(before, NumberSeriesLine):
            values.pop("last_no_used", None)  # the book has gone on counting
        after = record if before is None else with_values(before, values)
        if self._is_repeated(line, before, after):
            return
        try:
            if isinstance(before, Partner):
                self.erased.check_partner(before)
            after = list_rules.fitting(self.read, self.lookups, self.found, before, after)
        except Refused as refused:
            self.report.refused(line.source, refused)
            self.report.left_out += 1
            return
        stored, outcome = (self.add(after), CREATED) if before is None else self.replace(before, after)
        self._stored[key] = stored
        self.report.line_sources[self.found.name, stored.id] = line.source
        self.report.count(self.found.name, outcome)
        if isinstance(stored, CodeRecord):
            self.lookups.added(self.found.name, stored)

    def _known(self, chunk: Sequence[IncomingLine]) -> list[Record]:
        first = self.found.field(self.found.key[0])
        if first.kind is not Kind.CODE:
            return self.read.all(self.found.record)
        codes: dict[str, Any] = {
            first.attribute: {clean_line(line.values.get(first.name, "")).upper() for line in chunk}
        }
        return self.read.all(self.found.record, **codes)

    def _values(self, line: IncomingLine) -> dict[str, object] | None:
        """Attribute and value of what the line fills; None where it lacks what its list needs."""
        typed = {self.found.field(name): text for name, text in line.values.items() if text.strip()}
        parsed = self.parsed(line.source, typed)
        if self.found.record is NumberSeriesLine and len(parsed) < len(typed):
            return None  # half a line would hand out wrong numbers
        needed = [field for field in self.found.fields if field.required and field not in parsed]
        if needed:
            if needed[0] not in typed:
                self.report.say(line.source, needed[0].name, "", _needed(needed[0]))
            return None
        values: dict[str, object] = {}
        for field, value in parsed.items():
            if field.is_reference:
                value = self.reference(line.source, field, str(value))
            elif self.found.record is WebSource and field.name == "url":
                value = self._url(line.source, field, str(value))
            if value is not None:
                values[field.attribute] = value
        return values

    def _url(self, source: Source, field: Field, url: str) -> str | None:
        try:
            return web_sources.check_url(url)
        except Refused as refused:
            self.report.refused(source, refused, field.name)
            return None

    def _is_repeated(self, line: IncomingLine, before: Record | None, after: Record) -> bool:
        """Tell whether the file has had this line already; one that says something else is left out and named."""
        earlier = self.report.line_sources.get((self.found.name, before.id)) if before else None
        if earlier is None:
            return False
        if before == after:
            self.report.count(self.found.name, UNCHANGED)
            return True
        name = list_rules.name_of_line(self.lookups, self.found, after)
        text = message(
            "{list}: “{value}” is on line {line} already; this one was left out.",
            list=Message(self.found.title),
            value=name,
            line=str(earlier.line),
        )
        self.report.say(line.source, self.found.key[0], name, text)
        self.report.left_out += 1
        return True


def _needed(field: Field) -> Message:
    return message("{field}: a value is needed; the line was left out.", field=Message(field.label))


def _folded(key: Key) -> Key:
    """The key as it is compared: a code as it is, a town without case and accents."""
    first, *more = key
    return (first, *(fold(part) if isinstance(part, str) else part for part in more))


def in_order(lines: Sequence[IncomingLine]) -> list[tuple[CodeList, list[IncomingLine]]]:
    """The lines by list, a list after those it refers to."""
    by_list: dict[str, list[IncomingLine]] = {}
    for line in lines:
        by_list.setdefault(line.list, []).append(line)
    return [(found, by_list[name]) for name, found in LISTS.items() if name in by_list]
