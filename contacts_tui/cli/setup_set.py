"""``setup set``: change fields of the marketing set-up, as one step to undo."""

from __future__ import annotations

from contacts_tui.cli import changes, wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.message import message
from contacts_tui.services import marketing_setup


def run(call: Call, found: Settings, output: Output) -> int:
    """Change the fields; no contact changes by it (IN-R9)."""
    wanted = changes.fields(call.words)
    with wiring.session(found) as session:
        edited = marketing_setup.edit(session, wanted)
    if edited.batch:
        output.line(message("The marketing set-up changed. Step {batch}.", batch=str(edited.batch)))
    else:
        output.line(message("The marketing set-up is as it was."))
    return Status.DONE
