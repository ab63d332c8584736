"""``link``, ``unlink`` and ``create-as``: a contact and its customer, vendor or bank account."""

from __future__ import annotations

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import message
from contacts_tui.domain.partners import Link
from contacts_tui.services import cards, links
from contacts_tui.services.links import Linked, Master

_KINDS = {"customer": Link.CUSTOMER, "vendor": Link.VENDOR, "bank": Link.BANK_ACCOUNT}


def run(call: Call, found: Settings, output: Output) -> int:
    """Link a contact, remove its link, or make from it what it is linked to."""
    kind = _kind(call)
    master = _master(call)
    with wiring.session(found) as session:
        contact = cards.card_by_number(session, call.words[0]).contact
        match call.command.name:
            case "link":
                _say(links.link(session, contact.id, kind, call.words[2], master), output)
            case "unlink":
                step = links.unlink(session, contact.id, kind)
                output.line(message("The link is removed. Step {batch}.", batch=str(step)))
            case _:
                made = links.create_as(session, contact.id, kind, no=call.text("no"), template=call.text("template"))
                _say(made, output)
    return Status.DONE


def _kind(call: Call) -> Link:
    if call.words[1] not in _KINDS:
        raise WrongUse(message("Use: {usage}", usage=call.command.usage), value=call.words[1])
    return _KINDS[call.words[1]]


def _master(call: Call) -> Master:
    try:
        return Master(call.text("master", Master.CONTACT))
    except ValueError:
        raise WrongUse(message("Use: {usage}", usage=call.command.usage), value=call.text("master")) from None


def _say(done: Linked, output: Output) -> None:
    for warning in done.warnings:
        output.tell(warning)
    output.line(
        message(
            "{name} is linked to {other}. Step {batch}.",
            name=done.contact.name,
            other=f"{done.partner.code} {done.partner.description}",
            batch=str(done.batch),
        )
    )
