"""``show``: one card."""

from __future__ import annotations

from contacts_tui.cli import card_text, contact_json, wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.services import addresses, cards


def run(call: Call, found: Settings, output: Output) -> int:
    """Print the card of the contact with that number."""
    with wiring.session(found) as session:
        card = cards.card_by_number(session, call.words[0])
        others = addresses.addresses(session, card.contact.id)
    if output.as_json:
        output.document(contact_json.whole_card(card, others))
    else:
        for line in card_text.lines(card, others, output.width):
            output.line(line)
    return Status.DONE
