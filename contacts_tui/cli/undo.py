"""``undo``: take back a step, from whichever program it came."""

from __future__ import annotations

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call, whole_number
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.services import history


def run(call: Call, found: Settings, output: Output) -> int:
    """Take back the newest step of this user, or the one of the number given."""
    step = _step(call.words[0]) if call.words else None
    with wiring.session(found) as session:
        done = history.undo(session, step)
    output.line(
        message(
            "Undone: {what}, {subject} (step {batch}).",
            what=done.what,
            subject=done.undone.subject,
            batch=str(done.undone.id),
        )
        if done.undone.subject
        else message("Undone: {what} (step {batch}).", what=done.what, batch=str(done.undone.id))
    )
    return Status.DONE


def _step(word: str) -> int:
    step = whole_number(word)
    if step is None:
        raise WrongUse(
            message("“{value}” is not the number of a step. See them with “history”.", value=word), value=word
        )
    return step
