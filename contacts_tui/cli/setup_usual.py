"""``setup usual``: the usual codes, as the first start offers them."""

from __future__ import annotations

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.message import counted, message
from contacts_tui.services import seeds


def run(call: Call, found: Settings, output: Output) -> int:
    """Enter the usual codes in the language shown; lines that are there stay as they are."""
    with wiring.session(found, create=True) as session:
        seeded = seeds.usual(session, session.language)
    lines = sum(seeded.lists.values())
    if not seeded.batch:
        output.line(message("The usual codes are there already."))
    else:
        output.line(counted("{count} line of the set-up entered.", "{count} lines of the set-up entered.", lines))
    return Status.DONE
