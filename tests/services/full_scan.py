"""What a reading of all contacts answers to a query, by the rules alone: what the index has to answer too."""

from __future__ import annotations

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.query import parse_query
from contacts_tui.domain.search_rules import Plan, Tier, tier_of
from contacts_tui.domain.text import digits, fold
from contacts_tui.services.session import Session
from contacts_tui.store.lists import asked_fields
from contacts_tui.store.lists.search import phrases_of
from contacts_tui.store.search_index import texts


def full_scan(session: Session, typed: str, kind: ContactType | None = None) -> list[int]:
    """The ids of the contacts that a query finds, in their order, as long as each tier is one page."""
    connection = session.book.lists()
    plan, _problems = asked_fields.plan(connection, parse_query(typed), None)
    ranks = connection.execute("SELECT contact_id FROM search_entry ORDER BY pos").fetchall()
    ids = [row[0] for row in ranks]
    found = texts(connection, ids)
    words = phrases_of(connection, ids)
    tiers: dict[Tier, list[int]] = {tier: [] for tier in Tier}
    for contact_id in ids:
        contact, text = found[contact_id]
        if kind in (None, contact.type):
            same = _is_same(plan, contact)
            tier = tier_of(text, plan, fields=words[contact_id], exact=same)
            if tier is not None:
                tiers[tier].append(contact_id)
    order: dict[int, None] = {}
    for hits in tiers.values():
        for hit in hits:
            company = found[hit][0].company_id
            if company in hits:
                order.setdefault(company)
            order.setdefault(hit)
    return list(order)


def _is_same(plan: Plan, contact: object) -> bool:
    if not plan.whole or not plan.has_words:
        return False
    values = {name: getattr(contact, name) for name in ("no", "name", "phone", "mobile", "fax", "email", "email2")}
    numbers = {digits(values[name]) for name in ("phone", "mobile", "fax")}
    mails = {fold(values["email"]), fold(values["email2"])}
    return (
        values["no"] == plan.whole.upper()
        or fold(values["name"]) == plan.whole
        or bool(numbers & set(plan.numbers))
        or ("@" in plan.whole and plan.whole in mails)
    )
