"""``erase``: a contact is erased for good, after it was said what that means."""

from __future__ import annotations

from contacts_tui.cli import terminal, wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.services import erasing


def run(call: Call, found: Settings, output: Output) -> int:
    """Erase a contact after a yes."""
    request = call.text("request")
    if not request.strip():
        raise WrongUse(message("Name the request with --request."))
    with wiring.session(found) as session:
        contact = erasing.find(session, call.words[0])
        what = erasing.preview(session, contact.id)
        output.tell(message("{name} ({number})", name=contact.name, number=contact.no))
        output.tell(message("All that is personal goes, in the history and in drafts too. It cannot be undone."))
        output.tell(message("Files exported before and backups elsewhere are out of reach: delete them yourself."))
        if what.copies:
            output.tell(message("These copies beside the book are deleted: {names}.", names=", ".join(what.copies)))
        if not call.is_set("yes"):
            if not terminal.can_ask():
                raise WrongUse(message("Nothing was erased. Say so with --yes where nobody can be asked."))
            if not terminal.asked(message("Erase it for good?"), output):
                output.tell(message("Nothing was erased."))
                return Status.NOT_ALL
        done = erasing.erase(session, contact.id, request)
    output.line(message("{number} is erased.", number=done.number))
    if not done.is_clean:
        output.tell(message("Others are reading the book: traces stay in its files until all have left it."))
        return Status.NOT_ALL
    return Status.DONE
