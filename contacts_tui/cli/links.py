"""``link``, ``unlink``, ``create-as`` and ``contacts-of``: a contact and its customer, vendor or bank account."""

from __future__ import annotations

from collections.abc import Iterable

from contacts_tui.cli import wiring
from contacts_tui.cli.output import Output, Status
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import counted, message
from contacts_tui.domain.partners import Link
from contacts_tui.services import cards, links, search_strings
from contacts_tui.services.links import ContactsMade, Linked, Master
from contacts_tui.services.search_strings import Pair

_KINDS = {"customer": Link.CUSTOMER, "vendor": Link.VENDOR, "bank": Link.BANK_ACCOUNT}


def run(call: Call, found: Settings, output: Output) -> int:
    """Link a contact, remove its link, or make one from the other."""
    kind = _kind(call)
    master = _master(call)
    with wiring.session(found) as session:
        if call.command.name == "contacts-of":
            done = links.make_contacts(session, kind, call.words[1:])
            _say_made(done, search_strings.to_ask_about(session, *done.made), output)
            return Status.DONE
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
    word = call.words[0] if call.command.name == "contacts-of" else call.words[1]
    if word not in _KINDS:
        raise WrongUse(message("Use: {usage}", usage=call.command.usage), value=word)
    return _KINDS[word]


def _master(call: Call) -> Master:
    try:
        return Master(call.text("master", Master.CONTACT))
    except ValueError:
        raise WrongUse(message("Use: {usage}", usage=call.command.usage), value=call.text("master")) from None


def _say_made(done: ContactsMade, pairs: Iterable[Pair], output: Output) -> None:
    """How many were made, and at the end which of them may be in the book twice (DU-R13)."""
    if not done.made:
        output.line(message("All of them have a contact."))
        return
    output.line(
        counted(
            "{count} contact made. Step {batch}.",
            "{count} contacts made. Step {batch}.",
            len(done.made),
            batch=str(done.batch),
        )
    )
    for pair in pairs:
        left, right = (f"{contact.no} {contact.name}" for contact in (pair.left, pair.right))
        strings = message("{matching} of {of} search strings agree", matching=pair.matching, of=pair.of)
        output.line(message("Maybe the same: {left} and {right}: {strings}", left=left, right=right, strings=strings))


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
