"""``backup``: a copy of the book, while others go on writing."""

from __future__ import annotations

from pathlib import Path

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.message import message
from contacts_tui.services import checks


def run(call: Call, found: Settings, output: Output) -> int:
    """Write the copy to a new file; an existing one is not replaced."""
    path = Path(call.words[0])
    with wiring.session(found) as session:
        checks.backup(session, path)
    output.line(message("The copy is in {path}.", path=str(path)))
    return Status.DONE
