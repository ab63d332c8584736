"""One unit of work of an import: what it writes with, what it counts, and what it has to say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeVar

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.errors import ContactsError, Refused
from contacts_tui.domain.fields import Field, coerce, parse
from contacts_tui.domain.import_result import ChangedContact, ImportResult, Problem, Tally, problem
from contacts_tui.domain.incoming import Source
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.record import CodeRecord, Record, with_values
from contacts_tui.domain.text import guard
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import UnitOfWork

R = TypeVar("R", bound=Record)

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"


@dataclass(slots=True)
class Report:
    """What all steps of one import did so far."""

    contacts: Counter[str] = field(default_factory=Counter)
    companies: int = 0
    changed: list[ChangedContact] = field(default_factory=list)
    rejected: int = 0
    left_out: int = 0
    lists: dict[str, Counter[str]] = field(default_factory=dict)
    assignments: dict[str, Counter[str]] = field(default_factory=dict)
    sales_lines: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    given_lists: set[str] = field(default_factory=set)
    known_codes: set[tuple[str, str]] = field(default_factory=set)
    contact_sources: dict[int, Source] = field(default_factory=dict)
    line_sources: dict[tuple[str, int], Source] = field(default_factory=dict)
    assignment_sources: dict[tuple[str, int, int], Source] = field(default_factory=dict)
    links: Counter[tuple[str, int]] = field(default_factory=Counter)

    def say(self, source: Source, field_name: str, value: str, text: Message, *, notice: bool = False) -> None:
        """Take note of something about a row or a value; a notice tells of what was made, nothing having been lost."""
        self.problems.append(problem(source, field_name, value, text, notice=notice))

    def refused(self, source: Source, why: ContactsError, field_name: str = "") -> None:
        """Take note of a refusal."""
        self.say(source, field_name or why.field, why.value, why.message)

    def count(self, name: str, outcome: str) -> None:
        """Count a line of a list."""
        self.lists.setdefault(name, Counter())[outcome] += 1

    def count_assignment(self, name: str, outcome: str) -> None:
        """Count a code given to a contact."""
        self.assignments.setdefault(name, Counter())[outcome] += 1

    def result(self, *, batch: int, dry_run: bool, stopped: bool) -> ImportResult:
        """The whole of it."""
        lists = {name: self.lists[name] for name in LISTS if name in self.lists}
        return ImportResult(
            created=self.contacts[CREATED],
            updated=self.contacts[UPDATED],
            unchanged=self.contacts[UNCHANGED],
            rejected=self.rejected,
            companies=self.companies,
            changed=tuple(self.changed),
            lists={name: _tally(counts) for name, counts in lists.items()},
            assignments={name: _tally(counts) for name, counts in self.assignments.items()},
            sales_lines=_tally(self.sales_lines),
            left_out=self.left_out,
            problems=tuple(self.problems),
            notes=tuple(self.notes),
            batch=batch,
            dry_run=dry_run,
            stopped=stopped,
        )


def _tally(counts: Counter[str]) -> Tally:
    return Tally(counts[CREATED], counts[UPDATED], counts[UNCHANGED])


class Step:
    """Writes rows within one unit of work. `written` says how many, so that a unit can be kept short."""

    def __init__(self, session: Session, unit: UnitOfWork, report: Report) -> None:
        self.session = session
        self.unit = unit
        self.read = unit.read
        self.report = report
        self.lookups = Lookups(unit.read)
        self.written = 0
        self._references: dict[tuple[Field, str], int] = {}

    def add(self, record: R) -> R:
        """Store a new row."""
        self.written += 1
        return self.unit.add(record)

    def replace(self, before: R, after: R) -> tuple[R, str]:
        """Write what differs; the row as it is stored now, and whether anything did."""
        stored = self.unit.replace(before, after)
        if stored is before:
            return before, UNCHANGED
        self.written += 1
        return stored, UPDATED

    def parsed(self, source: Source, fields: dict[Field, str]) -> dict[Field, object]:
        """The values of the filled fields, references still as codes; one that is refused is left out and named."""
        found: dict[Field, object] = {}
        for known, text in fields.items():
            try:
                value = parse(known, text)
            except Refused as refused:
                self.report.refused(source, refused, known.name)
                continue
            self.say_cleaned(source, known, text)
            if value != "" and value is not None:
                found[known] = value if known.is_reference else coerce(known, value)
        return found

    def say_cleaned(self, source: Source, known: Field, text: str) -> None:
        """Say so where a text holds what is never stored, such as control characters."""
        if not text.isprintable() and guard(text.strip()) != text.strip():
            self.report.say(source, known.name, text, _taken_out(known))

    def reference(self, source: Source, known: Field, code: str) -> int | None:
        """The id of a code, which is made where its list does not have it; None where a rule forbids it.

        What is made or forbidden is said.
        """
        found = self._references.get((known, code))
        if found is None and (found := self._reference(source, known, code)) is not None:
            self._references[known, code] = found
        return found

    def _reference(self, source: Source, known: Field, code: str) -> int | None:
        name = known.refers_to
        if self.lookups.id_of(name, code) is None:
            record = with_values(LISTS[name].record(), {"code": code})
            assert isinstance(record, CodeRecord)
            self.lookups.added(name, self.add(record))
            self.report.count(name, CREATED)
            self.report.known_codes.add((name, code))
            self.report.say(source, known.name, code, _made(name, code), notice=True)
        elif name not in self.report.given_lists and (name, code) not in self.report.known_codes:
            self.report.known_codes.add((name, code))
            self.report.count(name, UNCHANGED)
        try:
            value = self.lookups.value(known, code)
        except Refused as refused:
            self.report.refused(source, refused, known.name)
            return None
        return value if isinstance(value, int) else None


def _taken_out(known: Field) -> Message:
    return message("{field}: characters that cannot be shown were taken out.", field=Message(known.label))


def _made(name: str, code: str) -> Message:
    return message(
        "{list}: “{value}” was not there and was added. Give it a name in the list.",
        list=Message(LISTS[name].title),
        value=code,
    )
