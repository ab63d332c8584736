"""``find``: the search line from the shell. It loads neither Textual nor peewee, so that it answers at once."""

from __future__ import annotations

from collections.abc import Iterable

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.cli.tables import Column
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.services import search
from contacts_tui.ui.draw.contact_words import number_to_show, who

_LIMIT = 50
_COLUMNS = (Column(whole=True), Column(), Column(), Column(), Column(whole=True))


def run(call: Call, found: Settings, output: Output) -> int:
    """Print the contacts that have every word, the best match first."""
    query, limit = " ".join(call.words), call.number("limit", _LIMIT)
    with wiring.session(found) as session:
        if output.as_json:
            hits = search.find(session, query, limit)
            _explain(output, hits.problems)
            document = {"query": query, "total": hits.total, "more": hits.more, "contacts": list(hits.contacts)}
            output.document(document)
            return Status.DONE if hits.total else Status.NOT_ALL
        best = search.best(session, query, limit)
    _explain(output, best.problems)
    if not best.total:
        output.tell(message("Nothing found for “{query}”.", query=query))
        return Status.NOT_ALL
    output.table(_COLUMNS, [_row(row) for row in best.rows])
    if best.more:
        output.tell(message("There are more. See them with --limit {limit}.", limit=str(limit * 4)))
    elif best.total > len(best.rows):
        output.tell(
            counted(
                "{count} more contact. See it with --limit {total}.",
                "{count} more contacts. See them with --limit {total}.",
                best.total - len(best.rows),
                total=str(best.total),
            )
        )
    return Status.DONE


def _explain(output: Output, problems: Iterable[Message]) -> None:
    """Say what of the query was not understood; the rest was looked for."""
    for problem in problems:
        output.tell(problem)


def _row(row: ContactRow) -> tuple[str, ...]:
    return row.no, row.name, who(row), row.city, number_to_show(row)
