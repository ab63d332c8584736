"""A contact and its card as JSON, with the stable names of the command line."""

from __future__ import annotations

from contacts_tui.domain import web_sources
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.inheritance import Mark
from contacts_tui.services.addresses import AddressLine
from contacts_tui.services.cards import Card, GivenCode


def contact(card: Card) -> dict[str, object]:
    """The fields of a contact."""
    return {name: card.values[name] for name in CONTACT}


def whole_card(card: Card, addresses: tuple[AddressLine, ...]) -> dict[str, object]:
    """The fields of a contact and everything else that its card holds."""
    document = contact(card)
    for name in ("industry_groups", "mailing_groups", "job_responsibilities"):
        document[name] = [given.code for given in card.codes[name]]
    document |= {
        "relation": str(card.relation),
        "business_relations": [
            {"code": given.code, "link_to": given.link_to, "no": given.no} for given in card.codes["business_relations"]
        ],
        "web_sources": [
            {"code": given.code, "search_word": given.search_word, "url": url_of(given)}
            for given in card.codes["web_sources"]
        ],
        "alternative_addresses": [
            {
                **address.values,
                "ranges": [
                    {"starting_date": _day(span.starting_date), "ending_date": _day(span.ending_date)}
                    for span in address.ranges
                ],
            }
            for address in addresses
        ],
        "comments": [{"date": _day(note.date), "code": note.code, "text": note.text} for note in card.notes],
        "people": [{"number": person.no, "name": person.name} for person in card.people],
    }
    document["also_at"] = [
        {
            "company": one.company.no,
            "name": one.company.name,
            "role": one.record.role,
            "starting_date": _day(one.record.starting_date),
            "ending_date": _day(one.record.ending_date),
        }
        for one in (() if card.contact.is_company else card.also_at)
    ]
    if not card.contact.is_company:
        document["inherited"] = [
            name for name, field in CONTACT.items() if card.marks.get(field.attribute) is Mark.FOLLOWS
        ]
    document["greetings"] = dict(card.greetings)
    return document


def url_of(given: GivenCode) -> str:
    """Where a web source leads for its contact; blank where it has no address yet."""
    try:
        return web_sources.address(given.url, given.search_word)
    except Refused:
        return ""


def _day(day: object) -> str:
    return "" if day is None else str(day)
