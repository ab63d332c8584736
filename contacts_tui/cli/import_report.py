"""What an import did: counts for people and programs, and every row and value that was not taken as it stood."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.cli.output import Output
from contacts_tui.cli.tables import Column
from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.import_result import ImportResult, Problem, Tally
from contacts_tui.domain.message import N_, counted, message
from contacts_tui.locale import _, number

_SHOWN = 20
_SOLD = "sales_lines"


def document(result: ImportResult) -> dict[str, object]:
    """The result with the stable names of the command line; a try names the contacts that it would change."""
    found = _document(result)
    if result.dry_run:
        found["changed"] = [
            {"number": one.number, "name": one.name, "fields": list(one.fields)} for one in result.changed
        ]
    return found


def _document(result: ImportResult) -> dict[str, object]:
    return {
        "created": result.created,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "rejected": result.rejected,
        "lists": _counts(_lists(result)),
        "not_read": dict(result.not_read),
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "field": problem.field,
                "value": problem.value,
                "message": _(problem.message),
            }
            for problem in result.problems
        ],
        "batch": result.batch or None,
    }


def _lists(result: ImportResult) -> dict[str, Tally]:
    """The lists of the set-up, and what customers have bought where it came along."""
    sold = result.sales_lines
    return {**result.lists, **({_SOLD: sold} if sold.written or sold.unchanged else {})}


def _counts(tallies: Mapping[str, Tally]) -> dict[str, dict[str, int]]:
    return {
        name: {"created": tally.created, "updated": tally.updated, "unchanged": tally.unchanged}
        for name, tally in tallies.items()
    }


def show(result: ImportResult, output: Output) -> None:
    """Print the counts, then what people should look at."""
    contacts = Tally(result.created, result.updated, result.unchanged)
    rows = [(_(N_("Contacts")), contacts), *((_(LISTS[name].title), tally) for name, tally in result.lists.items())]
    rows += [
        (_(message("{list} of contacts", list=_(LISTS[name].title))), tally)
        for name, tally in result.assignments.items()
    ]
    rows.append((_(N_("Sales lines")), result.sales_lines))
    output.table(
        (
            Column(),
            Column(N_("new"), whole=True, right=True),
            Column(N_("changed"), whole=True, right=True),
            Column(N_("same"), whole=True, right=True),
        ),
        [
            (title, number(tally.created), number(tally.updated), number(tally.unchanged))
            for title, tally in rows
            if tally.created or tally.updated or tally.unchanged
        ],
    )
    for note in result.notes:
        output.line(note)
    _changed(result, output)
    _not_read(result.not_read, output)
    _problems(result, output)
    _end(result, output)


def _changed(result: ImportResult, output: Output) -> None:
    """Before it happens; afterwards the history has it."""
    if not result.dry_run or not result.changed:
        return
    count = len(result.changed)
    output.line()
    output.line(counted("{count} contact would change:", "{count} contacts would change:", count))
    for one in result.changed[:_SHOWN]:
        fields = ", ".join(_(CONTACT[name].label) for name in one.fields)
        output.line(f"  {one.number}  {one.name}  {fields}")
    _more(count, output)


def _more(count: int, output: Output) -> None:
    if (more := count - _SHOWN) > 0:
        output.line("  " + _(counted("and {count} more, all with --json", "and {count} more, all with --json", more)))


def _not_read(files: Mapping[str, int], output: Output) -> None:
    if files:
        output.line()
        output.line(message("Not read, since there is no place for it yet:"))
        output.table(
            (Column(), Column(right=True, whole=True)), [(f"  {name}", number(rows)) for name, rows in files.items()]
        )


def _problems(result: ImportResult, output: Output) -> None:
    if not result.problems:
        return
    output.line()
    output.line(counted("{count} thing to look at:", "{count} things to look at:", len(result.problems)))
    for problem in result.problems[:_SHOWN]:
        output.line(f"  {_place(problem)}  {_(problem.message)}")
    _more(len(result.problems), output)


def _place(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}" if problem.line else problem.file


def _end(result: ImportResult, output: Output) -> None:
    output.line()
    if result.rejected:
        output.line(counted("{count} contact was rejected.", "{count} contacts were rejected.", result.rejected))
    if result.left_out:
        output.line(counted("{count} other row was left out.", "{count} other rows were left out.", result.left_out))
    if result.stopped:
        output.line(message("Stopped; what was taken until then stays."))
    if result.dry_run:
        output.line(message("This was a try: nothing was changed."))
    elif result.batch:
        output.line(message("“undo {batch}” takes all of it back.", batch=str(result.batch)))
    else:
        output.line(message("Nothing was changed."))
