"""``edit``: change fields and codes of a contact, as one step to undo."""

from __future__ import annotations

from contacts_tui.cli import changes, contact_json, wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.message import counted, message
from contacts_tui.services import cards, contacts, doubts
from contacts_tui.services.contacts import Edited


def run(call: Call, found: Settings, output: Output) -> int:
    """Change a contact; people follow their company."""
    wanted = changes.read(call.words[1:])
    if "type" in wanted.fields:
        changes.contact_type(wanted.fields["type"])
    with wiring.session(found) as session:
        seen = cards.card_by_number(session, call.words[0]).contact
        edited = contacts.edit(session, seen, wanted.fields, give=wanted.give, take=wanted.take)
        card = cards.card(session, edited.contact.id)
        odd = doubts.of_card(session, card, wanted.fields)
    if output.as_json:
        output.document(
            {
                "contact": contact_json.contact(card),
                "followed": edited.followed,
                "kept": edited.kept,
                "batch": edited.batch or None,
            }
        )
    else:
        _say(edited, output)
    changes.tell_doubts(odd, output)
    return Status.DONE


def _say(edited: Edited, output: Output) -> None:
    name = edited.contact.name
    if not edited.batch:
        output.line(message("{name} is as it was.", name=name))
        return
    output.line(message("{name} changed. Step {batch}.", name=name, batch=str(edited.batch)))
    if edited.followed:
        output.line(counted("{count} person followed.", "{count} people followed.", edited.followed))
    if edited.kept:
        output.line(counted("{count} person kept an own value.", "{count} people kept their own value.", edited.kept))
