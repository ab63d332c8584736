"""What a profile says of the tables of another program, and how tables become rows for the import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from contacts_tui.domain.import_result import Problem, problem
from contacts_tui.domain.incoming import Incoming, IncomingAssignment, IncomingContact, IncomingLine, Source
from contacts_tui.domain.message import Message, message
from contacts_tui.exchange.tables import LOSSES, Fault, Row, Table, Trouble


class Target(StrEnum):
    """What the rows of a table become."""

    LIST = "list"
    CONTACT = "contact"
    ASSIGNMENT = "assignment"


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one table: the names its file may have, its captions with our fields, those it cannot be without."""

    target: Target
    tables: tuple[str, ...]
    columns: Mapping[str, str]
    list: str = ""
    needed: tuple[str, ...] = ()

    def field_of(self, caption: str) -> str:
        """Our field for a caption; blank for none."""
        wanted = plain(caption)
        return next((name for known, name in self.columns.items() if plain(known) == wanted), "")


@dataclass(frozen=True, slots=True)
class Profile:
    """The tables of one program. `options` holds its own words for choices, by field."""

    name: str
    forms: tuple[Form, ...]
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def form_of(self, table: str) -> Form | None:
        """The form of the table of that name, None when the profile has no place for it."""
        wanted = _singular(table)
        return next((form for form in self.forms if wanted in map(_singular, form.tables)), None)

    def value(self, name: str, text: str) -> str:
        """The text of a cell, a choice in our own words."""
        own = self.options.get(name)
        return own.get(plain(text), text) if own else text


@dataclass(slots=True)
class Collected:
    """What the tables of a folder hold for the import, and what was lost or not read on the way."""

    lines: list[IncomingLine] = field(default_factory=list)
    contacts: list[IncomingContact] = field(default_factory=list)
    assignments: list[IncomingAssignment] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    not_read: dict[str, int] = field(default_factory=dict)
    rejected: int = 0
    left_out: int = 0

    @property
    def incoming(self) -> Incoming:
        """The rows to merge into the book."""
        return Incoming(tuple(self.lines), tuple(self.contacts), tuple(self.assignments))


def plain(name: str) -> str:
    """The form in which names of files and captions are compared: letters and digits only, no case."""
    return "".join(c for c in name.casefold() if c.isalnum())


def _singular(table: str) -> str:
    """The name of a table with or without its plural ending, so that ``Contact`` and ``contacts`` are one."""
    name = plain(table)
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")


def collect(profile: Profile, form: Form | None, table: Table, into: Collected) -> None:
    """Add what a table holds; a table without a form is only counted."""
    for fault in table.faults:
        into.problems.append(problem(Source(table.file, fault.line), "", fault.value, _sentence(fault)))
    lost = sum(fault.trouble in LOSSES for fault in table.faults)
    if form is None:
        into.not_read[table.file] = table.count
        return
    missing = [caption for caption in form.needed if plain(caption) not in map(plain, table.header)]
    if missing and table.header:
        _say(into, table, missing[0], message("There is no column “{caption}”; no row was read.", caption=missing[0]))
        lost += table.count
    elif table.header:
        columns = _columns(form, table, into)
        for row in table.rows:
            _add(profile, form, table, row, columns, into)
    if form.target is Target.CONTACT:
        into.rejected += lost
    else:
        into.left_out += lost


def _columns(form: Form, table: Table, into: Collected) -> tuple[tuple[int, str], ...]:
    """The columns that are read, each with its field; the others are named."""
    found: dict[str, int] = {}
    for index, caption in enumerate(table.header):
        name = form.field_of(caption)
        if name and name not in found:
            found[name] = index
        elif plain(caption):
            _say(into, table, caption, message("The column “{caption}” is not read.", caption=caption))
        elif any(cell.strip() for row in table.rows for cell in row.cells[index : index + 1]):
            _say(into, table, caption, message("Column {number} has no heading; it is not read.", number=index + 1))
    return tuple((index, name) for name, index in found.items())


def _say(into: Collected, table: Table, caption: str, text: Message) -> None:
    into.problems.append(problem(Source(table.file, 1), caption, "", text))


def _add(
    profile: Profile, form: Form, table: Table, row: Row, columns: tuple[tuple[int, str], ...], into: Collected
) -> None:
    values = {name: profile.value(name, row.cells[index]) for index, name in columns if index < len(row.cells)}
    source = Source(table.file, row.line)
    match form.target:
        case Target.LIST:
            into.lines.append(IncomingLine(form.list, values, source))
        case Target.CONTACT:
            into.contacts.append(IncomingContact(values, source))
        case Target.ASSIGNMENT:
            into.assignments.append(
                IncomingAssignment(
                    form.list,
                    values.get("number", ""),
                    values.get("code", ""),
                    source,
                    search_word=values.get("search_word", ""),
                    link_to=values.get("link_to", ""),
                    no=values.get("no", ""),
                )
            )


def _sentence(fault: Fault) -> Message:
    match fault.trouble:
        case Trouble.NOT_A_FILE:
            return message("This is not a file; it was not read.")
        case Trouble.UNREADABLE:
            return message("The file cannot be opened. Check its rights.")
        case Trouble.TOO_LARGE:
            return message("The file is too large to be read. Split it into smaller ones.")
        case Trouble.EMPTY:
            return message("The file is empty.")
        case Trouble.BAD_BYTES:
            return message(
                "The file holds characters that are neither UTF-8 nor Windows-1252; “\ufffd” stands for them."
            )
        case Trouble.UNCLOSED_QUOTE:
            return message("A quotation mark is opened on this line and not closed; the line was left out.")
        case Trouble.STRAY_QUOTE:
            return message("A quotation mark stands in the middle of a value; the line was left out.")
        case Trouble.TOO_MANY_CELLS:
            return message("The line has more values than the heading has columns; it was left out.")
        case Trouble.ROW_TOO_LONG:
            return message("The line is too long; it was left out.")
        case Trouble.TOO_MANY_ROWS:
            return message("The file has too many rows; those from this line on were left out.")
        case Trouble.TOO_MANY_FAULTS:
            return message("Too many lines of the file cannot be read; those from this line on were left out.")
