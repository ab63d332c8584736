"""What a profile says of the tables of another program, and how tables become rows for the import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from contacts_tui.domain.import_result import Problem, problem
from contacts_tui.domain.incoming import (
    Incoming,
    IncomingAssignment,
    IncomingContact,
    IncomingLine,
    IncomingSalesLine,
    Source,
)
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.exchange.tables import LOSSES, Fault, Row, Table, Trouble

#: The column that says what a sales line sells, and its word for an item; a line may also sell work, or only say
#: something.
LINE_TYPE, ITEM = "line_type", "item"


#: Where a column stands, the field that it is, and its words for choices.
Column = tuple[int, str, Mapping[str, str]]


class Target(StrEnum):
    """What the rows of a table become."""

    LIST = "list"
    CONTACT = "contact"
    ASSIGNMENT = "assignment"
    SALES_LINE = "sales line"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one table: the names its file may have, its captions with our fields, those it cannot be without.

    `known` are captions that have no place here and need not be told; of a `wide` table most have none, and their count
    is told. `fixed` says of every row what no column does.
    """

    target: Target
    tables: tuple[str, ...]
    columns: Mapping[str, str]
    list: str = ""
    needed: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    wide: bool = False
    fixed: Mapping[str, str] = field(default_factory=dict)

    def is_known(self, caption: str) -> bool:
        """Whether a caption is one that has no place here and need not be told."""
        return plain(caption) in map(plain, self.known)

    def caption(self, written: str) -> str:
        """The caption of `columns` that a heading is; blank for none."""
        wanted = plain(written)
        return next((known for known in self.columns if plain(known) == wanted), "")


@dataclass(frozen=True, slots=True)
class Profile:
    """The tables of one program. `options` holds its own words for choices, by field, or by caption where one column
    has others."""

    name: str
    forms: tuple[Form, ...]
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def form_of(self, table: str) -> Form | None:
        """The form of the table of that name, None when the profile has no place for it."""
        wanted = _singular(table)
        return next((form for form in self.forms if wanted in map(_singular, form.tables)), None)

    def words(self, caption: str, name: str) -> Mapping[str, str]:
        """The program's words for the choices of a column, with our own."""
        return self.options.get(caption) or self.options.get(name, {})


@dataclass(slots=True)
class Collected:
    """What the tables of a folder hold for the import, and what was lost or not read on the way."""

    lines: list[IncomingLine] = field(default_factory=list)
    contacts: list[IncomingContact] = field(default_factory=list)
    assignments: list[IncomingAssignment] = field(default_factory=list)
    sales_lines: list[IncomingSalesLine] = field(default_factory=list)
    items: dict[str, Mapping[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    not_read: dict[str, int] = field(default_factory=dict)
    rejected: int = 0
    left_out: int = 0

    @property
    def incoming(self) -> Incoming:
        """The rows to merge into the book; what a sales line does not say of its item, the table of items does."""
        sold = (self._described(line) for line in self.sales_lines) if self.items else self.sales_lines
        return Incoming(tuple(self.lines), tuple(self.contacts), tuple(self.assignments), tuple(sold))

    def _described(self, line: IncomingSalesLine) -> IncomingSalesLine:
        item = self.items.get(_item_no(line.values))
        missing = {name: text for name, text in (item or {}).items() if not line.values.get(name, "").strip()}
        return replace(line, values={**line.values, **missing}) if missing else line


def plain(name: str) -> str:
    """The form in which names of files and captions are compared: letters and digits only, no case."""
    return "".join(c for c in name.casefold() if c.isalnum())


def _item_no(values: Mapping[str, str]) -> str:
    return values.get("item_no", "").strip().upper()


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
        columns = _columns(profile, form, table, into)
        passed_over = sum(not _add(form, table, row, columns, into) for row in table.rows)
        if passed_over:
            text = counted("{count} line is not of an item.", "{count} lines are not of items.", passed_over)
            into.problems.append(problem(Source(table.file, 0), "", "", text, notice=True))
    if form.target is Target.CONTACT:
        into.rejected += lost
    else:
        into.left_out += lost


def _columns(profile: Profile, form: Form, table: Table, into: Collected) -> tuple[Column, ...]:
    """The columns that are read; the others are named."""
    found: dict[str, Column] = {}
    others = 0
    for index, caption in enumerate(table.header):
        known = form.caption(caption)
        if known and (name := form.columns[known]) not in found:
            found[name] = index, name, profile.words(known, name)
        elif form.is_known(caption):
            continue
        elif form.wide:
            others += 1
        elif plain(caption):
            _say(into, table, caption, message("The column “{caption}” is not read.", caption=caption))
        elif any(cell.strip() for row in table.rows for cell in row.cells[index : index + 1]):
            _say(into, table, caption, message("Column {number} has no heading; it is not read.", number=index + 1))
    if others:
        _say(into, table, "", counted("{count} column is not read.", "{count} columns are not read.", others))
    return tuple(found.values())


def _say(into: Collected, table: Table, caption: str, text: Message) -> None:
    into.problems.append(problem(Source(table.file, 1), caption, "", text))


def _add(form: Form, table: Table, row: Row, columns: tuple[Column, ...], into: Collected) -> bool:
    """Add a row; False for one that is passed over, since what is sold by it is no item."""
    values = dict(form.fixed)
    for index, name, words in columns:
        if index < len(row.cells):
            text = row.cells[index]
            values[name] = words.get(plain(text), text) if words else text
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
        case Target.SALES_LINE:
            if values.pop(LINE_TYPE, ITEM) != ITEM:
                return False
            into.sales_lines.append(IncomingSalesLine(values, source))
        case Target.ITEM:
            into.items[_item_no(values)] = values
    return True


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
