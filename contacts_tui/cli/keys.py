"""``keys``: the key map as a table, with the user's own keys where the book has some."""

from __future__ import annotations

from itertools import groupby

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.cli.tables import Column
from contacts_tui.services import preferences
from contacts_tui.ui import keys

_COLUMNS = (Column(whole=True), Column(), Column(whole=True))


def run(call: Call, found: Settings, output: Output) -> int:
    """Print the keys of every screen; the last column is the name by which a user may give an action another key."""
    table = keys.TABLE
    if found.database.exists():
        with wiring.session(found) as session:
            table, told = keys.overridden(preferences.keys(session))
        for trouble in told:
            output.tell(trouble)
    for index, (scope, lines) in enumerate(groupby(keys.key_lines(table), key=lambda line: line.scope)):
        if index:
            output.line()
        output.line(scope)
        output.table(_COLUMNS, [(f"  {line.keys}", line.label, line.id) for line in lines])
    return Status.DONE
