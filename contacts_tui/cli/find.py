"""``find``: the search line from the shell. It loads neither Textual nor peewee, so that it answers at once."""

from __future__ import annotations

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.cli.tables import Column
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.message import counted, message
from contacts_tui.services import search
from contacts_tui.ui.draw.contact_row import number_to_show, who

_LIMIT = 50
_COLUMNS = (Column(whole=True), Column(), Column(), Column(), Column(whole=True))


def run(call: Call, found: Settings, output: Output) -> int:
    """Print the contacts that have every word, the best match first."""
    query, limit = " ".join(call.words), call.number("limit", _LIMIT)
    with wiring.session(found) as session:
        if output.as_json:
            hits = search.find(session, query, limit)
            total = hits.total
            output.document({"query": query, "total": total, "contacts": list(hits.contacts)})
            return Status.DONE if total else Status.NOT_ALL
        total, rows = search.best(session, query, limit)
    if not total:
        output.tell(message("Nothing found for “{query}”.", query=query))
        return Status.NOT_ALL
    output.table(_COLUMNS, [_row(row) for row in rows])
    if total > len(rows):
        output.tell(
            counted(
                "{count} more contact. See it with --limit {total}.",
                "{count} more contacts. See them with --limit {total}.",
                total - len(rows),
                total=str(total),
            )
        )
    return Status.DONE


def _row(row: ContactRow) -> tuple[str, ...]:
    return row.no, row.name, who(row), row.city, number_to_show(row)
