"""What an import would do, or did, as the rows of a list: what can be done now, the counts, what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.import_result import ChangedContact, ImportResult, Problem, Tally
from contacts_tui.domain.message import N_, Message, counted, message
from contacts_tui.domain.text import cell_width, clip, wrap
from contacts_tui.locale import _, number
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Role, Span, compose, label, rule, value
from contacts_tui.ui.draw.set_up import cursor_mark, role_of
from contacts_tui.ui.entry.path_options import PathOption

IMPORT, AGAIN, LOOK, LOOK_AGAIN, FINDINGS = "import", "again", "look", "look again", "findings"
_LABELS = {
    "contacts": N_("Contacts"),
    "lists": N_("Lists"),
    "codes": N_("Codes"),
    "bought": N_("Purchases"),
    "notes": N_("Note"),
    "not_read": N_("Not read"),
}
_LEAST_LABEL, _MOST_PLACE, _NARROW = 12, 24, 60
_PROBLEM = "problem "
_CHANGED_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row: `text` from the column `at` on, `head` before it.

    An `action` is what Enter does on it. A row without one is passed over by the cursor unless it can be `walked` to.
    `key` tells the rows apart.
    """

    key: str
    head: str = ""
    text: str = ""
    at: int = TEXT
    action: str = ""
    walked: bool = False
    is_title: bool = False

    @property
    def selectable(self) -> bool:
        """Whether the cursor may stand on it."""
        return bool(self.action) or self.walked


def report_row(row: ReportRow, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
    """One row as a line; the text that begins it is under the spot."""
    if row.is_title:
        return (rule(width, row.head, row.text) if row.head else EMPTY,)
    role = role_of(is_cursor, spot)
    head = Span(row.head, role) if row.action or is_cursor else label(row.head)
    pieces = [(TEXT, head)] if row.head else []
    if row.text:
        pieces.append((row.at, value(row.text) if row.head else Span(row.text, role)))
    return (compose(width, *pieces, mark=cursor_mark(is_cursor)),)


def preview_rows(result: ImportResult, width: int, *, walked: bool, is_outdated: bool = False) -> list[ReportRow]:
    """What looking at a path has found, and what can be done with it; `walked`: the cursor may go to every fact.

    Where it `is_outdated` one can look again.
    """
    actions = [(AGAIN, _(message("Another path")))]
    tallies = (*result.lists.values(), *result.assignments.values(), result.sales_lines)
    if result.created or result.updated or any(tally.written for tally in tallies):
        actions.insert(0, (IMPORT, _(_import_words(result))))
    actions[-1:-1] = _findings(result.problems)
    if is_outdated:
        actions.insert(1, (LOOK_AGAIN, _(message("Look again"))))
    facts = _facts(result, width, walked=walked)
    return [*_action_rows(actions), *facts, *_changed(result.changed, width), *_problems(result.problems, width)]


def done_rows(result: ImportResult, width: int, *, walked: bool) -> list[ReportRow]:
    """What an import has done, and where to go on."""
    actions = [
        (LOOK, _(message("Look at the contacts"))),
        *_findings(result.problems),
        (AGAIN, _(message("Import something else"))),
    ]
    return [*_action_rows(actions), *_facts(result, width, walked=walked), *_problems(result.problems, width)]


def done_message(result: ImportResult) -> Message:
    """One sentence about an import that has ended."""
    if result.stopped:
        return message("Stopped; what was taken until then stays.")
    if not result.batch:
        return message("Nothing was changed: the book has all of it.")
    if result.sales_lines.written and not result.created and not result.updated:
        return message("{lines} imported.", lines=_sales_lines(result.sales_lines.written))
    if result.created or not result.updated:
        return counted("{count} contact imported.", "{count} contacts imported.", result.created)
    return counted("{count} contact brought up to date.", "{count} contacts brought up to date.", result.updated)


def path_row(option: PathOption, width: int, is_cursor: bool, spot: bool) -> tuple[Line, ...]:
    """A folder or file to choose; the caret is in the line above, so the cursor is bold."""
    role = Role.LEAD if is_cursor else Role.VALUE
    name = f"{option.name}/" if option.is_folder else option.name
    return (compose(width, (TEXT, Span(name, role)), mark=cursor_mark(is_cursor)),)


def _import_words(result: ImportResult) -> Message:
    if result.created:
        return counted("Import {count} contact", "Import {count} contacts", result.created)
    if result.updated:
        return counted("Bring {count} contact up to date", "Bring {count} contacts up to date", result.updated)
    if result.sales_lines.written:
        return message("Import {lines}", lines=_sales_lines(result.sales_lines.written))
    return message("Import the lists")


def _findings(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """The line that leads to what to look at, since that may stand below the window."""
    count = len(problems)
    return [(FINDINGS, _(counted("{count} thing to look at", "{count} things to look at", count)))] if count else []


def first_finding(rows: Sequence[ReportRow]) -> str:
    """The key of the first row about something to look at."""
    return next((row.key for row in rows if row.walked and row.key.startswith(_PROBLEM)), "")


def _action_rows(actions: Sequence[tuple[str, str]]) -> list[ReportRow]:
    rows = [ReportRow(action, words, action=action) for action, words in actions]
    return [*rows, ReportRow("after actions", is_title=True)]


def _facts(result: ImportResult, width: int, *, walked: bool) -> Iterator[ReportRow]:
    facts = [
        ("contacts", _contacts(result)),
        ("lists", _tallies(result.lists)),
        ("codes", _tallies(result.assignments)),
        ("bought", [_(_sales_lines(result.sales_lines.written))] if result.sales_lines.written else []),
        *(("notes", [_(note)]) for note in result.notes),
        ("not_read", [f"{name} {number(rows)}" for name, rows in result.not_read.items()]),
    ]
    at = TEXT + max(_LEAST_LABEL, *(cell_width(_(text)) + 2 for text in _LABELS.values())) if width >= _NARROW else TEXT
    for index, (name, parts) in enumerate(facts):
        if not parts:
            continue
        title = _(_LABELS[name])
        if at == TEXT:
            yield ReportRow(f"fact {index}", title, walked=walked)
        for place, row in enumerate(_flowing(parts, width - 1 - at)):
            head = title if at != TEXT and not place else ""
            yield ReportRow(f"fact {index}.{place}", head, row, at, walked=walked and bool(head or at == TEXT))


def _flowing(parts: Sequence[str], width: int) -> list[str]:
    """The parts joined by dots, in lines that end after a dot; a part is broken only where it is longer than a line."""
    dot = f" {glyphs.current().join}"
    lines: list[str] = []
    for index, part in enumerate(parts):
        ending = dot if index + 1 < len(parts) else ""
        if lines and cell_width(f"{lines[-1]} {part}{ending}") <= width:
            lines[-1] = f"{lines[-1]} {part}{ending}"
        else:
            lines += wrap(f"{part}{ending}", width)
    return lines


def _contacts(result: ImportResult) -> list[str]:
    parts = [
        (result.created, _new(result)),
        (result.updated, counted("{count} changed", "{count} changed", result.updated)),
        (result.unchanged, counted("{count} the same", "{count} the same", result.unchanged)),
        (result.rejected, counted("{count} rejected", "{count} rejected", result.rejected)),
        (result.left_out, counted("{count} row left out", "{count} rows left out", result.left_out)),
    ]
    return [_(words) for count, words in parts if count] or [_(message("none"))]


def _new(result: ImportResult) -> Message:
    return message(
        "{count} new: {companies}, {people}",
        count=result.created,
        companies=counted("{count} company", "{count} companies", result.companies),
        people=counted("{count} person", "{count} people", result.created - result.companies),
    )


def _tallies(tallies: Mapping[str, Tally]) -> list[str]:
    """The lists that change, with how many lines; where none does, nothing."""
    counts = {name: tally.written for name, tally in tallies.items()}
    return [f"{_(LISTS[name].title)} {number(count)}" for name, count in counts.items() if count]


def _sales_lines(count: int) -> Message:
    return counted("{count} sales line", "{count} sales lines", count)


def _changed(contacts: Sequence[ChangedContact], width: int) -> Iterator[ReportRow]:
    """The first of the contacts that would change, each with what would."""
    if not contacts:
        return
    yield ReportRow("before changed", is_title=True)
    yield ReportRow("changed", _(message("Contacts that would change")), number(len(contacts)), is_title=True)
    told = [(one.number, _(_change(one))) for one in contacts[:_CHANGED_SHOWN]]
    yield from _told("changed ", told, width)
    if (more := len(contacts) - _CHANGED_SHOWN) > 0:
        yield ReportRow("changed more", text=_(counted("and {count} more", "and {count} more", more)), walked=True)


def _change(contact: ChangedContact) -> Message:
    fields = ", ".join(_(CONTACT[name].label) for name in contact.fields)
    return message("{name}: {fields}", name=contact.name, fields=fields)


def _problems(problems: Sequence[Problem], width: int) -> Iterator[ReportRow]:
    if not problems:
        return
    yield ReportRow("before problems", is_title=True)
    yield ReportRow("problems", _(message("To look at")), number(len(problems)), is_title=True)
    yield from _told(_PROBLEM, [(_place(problem), _(problem.message)) for problem in problems], width)


def _told(key: str, pairs: Sequence[tuple[str, str]], width: int) -> Iterator[ReportRow]:
    """Sentences, each beside what it is about or, where it is narrow, below it."""
    at = TEXT + max(cell_width(about) for about, _sentence in pairs) + 2 if width >= _NARROW else TEXT
    for index, (about, sentence) in enumerate(pairs):
        if at == TEXT:
            yield ReportRow(f"{key}{index}", about, walked=True)
        for part, row in enumerate(wrap(sentence, width - 1 - at)):
            is_first = at != TEXT and not part
            yield ReportRow(f"{key}{index}.{part}", about if is_first else "", row, at, walked=is_first)


def _place(problem: Problem) -> str:
    """File and line; the name of the file is cut, the number never."""
    line = f" {problem.line}" if problem.line else ""
    return f"{clip(problem.file, _MOST_PLACE - len(line), glyphs.current().cut)}{line}"
