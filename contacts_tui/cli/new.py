"""``new``: enter a company or a person."""

from __future__ import annotations

import uuid

from contacts_tui.cli import changes, contact_json, wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.services import cards, contacts, doubts


def run(call: Call, found: Settings, output: Output) -> int:
    """Enter a contact; the fields count in the order of typing."""
    kind, wanted = changes.contact_type(call.words[0]), changes.read(call.words[1:])
    if wanted.take:
        raise WrongUse(message("A new contact has no codes to take away."), field=wanted.take[0][0])
    uid = _uid(wanted.fields.pop("uid", ""))
    if wanted.fields.pop("type", kind) != kind:
        raise WrongUse(message("The type is given twice: {first} and {second}.", first=kind, second=call.words[0]))
    with wiring.session(found) as session:
        created = contacts.create(session, kind, wanted.fields, codes=wanted.give, uid=uid)
        card = cards.card(session, created.contact.id)
        odd = doubts.of_card(session, card, wanted.fields)
    if output.as_json:
        output.document(contact_json.contact(card))
    else:
        output.line(message("{name} is {number}.", name=card.contact.name, number=card.contact.no))
    for warning in created.warnings:
        output.tell(warning)
    changes.tell_doubts(odd, output)
    return Status.DONE


def _uid(typed: str) -> str:
    """The UID that the caller made, so that the same call twice makes one contact; blank for a new one."""
    try:
        return str(uuid.UUID(typed)) if typed else ""
    except ValueError:
        raise WrongUse(message("“{value}” is no UID.", value=typed), field="uid", value=typed) from None
