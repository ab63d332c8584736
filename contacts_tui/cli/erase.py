"""``erase``: a contact is erased for good, after it was said what that means."""

from __future__ import annotations

from contacts_tui.cli import terminal, wiring
from contacts_tui.cli.long_step import Progress, Stop
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.services import erasing, to_erase
from contacts_tui.services.to_erase import ToErase


def run(call: Call, found: Settings, output: Output) -> int:
    """Erase a contact after a yes."""
    request = call.text("request")
    if not request.strip():
        raise WrongUse(message("Name the request with --request."))
    with wiring.session(found) as session:
        contact = to_erase.find(session, call.words[0])
        what = to_erase.preview(session, contact.id)
        output.tell(message("{name} ({number})", name=contact.name, number=contact.no))
        if what.is_done:
            output.tell(message("It is erased already; traces that are left in the files are cleaned away."))
        else:
            _say(what, output)
        if what.lasts is not None:
            output.tell(what.lasts)
        if not call.is_set("yes") and not what.is_done:
            if not terminal.can_ask():
                raise WrongUse(message("Nothing was erased. Say so with --yes where nobody can be asked."))
            if not terminal.asked(message("Erase it for good?"), output):
                output.tell(message("Nothing was erased."))
                return Status.NOT_ALL
        progress = Progress(output, lambda done, _total: erasing.progress_words(done))
        with Stop() as stop:
            done = erasing.erase(session, contact.id, request, progress=progress, stopped=stop)
        progress.clear()
    output.line(message("{number} is erased.", number=done.number))
    if done.left is not None:
        output.tell(done.left)
        return Status.NOT_ALL
    return Status.DONE


def _say(what: ToErase, output: Output) -> None:
    """What goes, what stays, and where others name the contact."""
    output.tell(message("All that is personal goes, in the history and in drafts too. It cannot be undone."))
    output.tell(message("Files exported before and backups elsewhere are out of reach: delete them yourself."))
    for partner in what.partners:
        output.tell(message("{partner} stays, without what it shares with the contact.", partner=partner))
    if what.copies:
        output.tell(message("These copies beside the book are deleted: {names}.", names=", ".join(what.copies)))
    if what.named_in:
        output.tell(message("What others wrote stays. Edit it before, since afterwards nobody knows whom to look for:"))
    for place in what.named_in:
        output.tell(message("  {where}, {field}: {text}", where=place.where, field=place.field, text=place.text))
