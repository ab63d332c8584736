"""``delete``: what goes along is said first."""

from __future__ import annotations

from collections.abc import Iterator

from contacts_tui.cli import terminal, wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.locale import _
from contacts_tui.services import cards, deletion
from contacts_tui.services.deletion import Deletion


def run(call: Call, found: Settings, output: Output) -> int:
    """Delete a contact, a company with its people, after a yes."""
    with wiring.session(found) as session:
        contact = cards.card_by_number(session, call.words[0]).contact
        along = deletion.preview(session, contact.id)
        output.tell(message("{name} ({number})", name=contact.name, number=contact.no))
        if along.takes_along:
            output.tell(message("Goes along: {things}.", things=", ".join(_(thing) for thing in _things(along))))
        if not call.is_set("yes"):
            if not terminal.can_ask():
                raise WrongUse(message("Nothing was deleted. Say so with --yes where nobody can be asked."))
            if not terminal.asked(message("Delete?"), output):
                output.tell(message("Nothing was deleted."))
                return Status.NOT_ALL
        step = deletion.delete(session, contact.id)
    output.line(message("{name} deleted. “undo {batch}” brings it back.", name=contact.name, batch=str(step)))
    return Status.DONE


def _things(along: Deletion) -> Iterator[Message]:
    if along.people:
        yield counted("{count} person", "{count} people", along.people)
    if along.codes:
        yield counted("{count} code", "{count} codes", along.codes)
    if along.notes:
        yield counted("{count} note", "{count} notes", along.notes)
    if along.addresses:
        yield counted("{count} alternative address", "{count} alternative addresses", along.addresses)
    if along.links:
        yield counted(
            "{count} link to a customer, vendor or bank account",
            "{count} links to customers, vendors or bank accounts",
            along.links,
        )
