"""What a reading of all contacts answers to a query, by the rules alone: what the index has to answer too."""

from __future__ import annotations

from collections import Counter

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.query import parse_query
from contacts_tui.domain.search_rules import ENOUGH, Plan, Tier, tier_of
from contacts_tui.domain.search_text import SearchText, Source
from contacts_tui.domain.spelling import nearest, sound
from contacts_tui.domain.text import digits, fold
from contacts_tui.services.session import Session
from contacts_tui.store.lists import asked_fields
from contacts_tui.store.search_source import phrases, texts


def full_scan(session: Session, typed: str, kind: ContactType | None = None) -> list[int]:
    """The ids of the contacts that a query finds, in their order, as long as each tier is one page."""
    connection = session.book.lists()
    plan, _problems = asked_fields.plan(connection, parse_query(typed), None)
    ranks = connection.execute("SELECT contact_id FROM search_entry ORDER BY pos").fetchall()
    ids = [row[0] for row in ranks]
    found = texts(connection, ids)
    words = phrases(connection, ids)
    tiers: dict[Tier, list[int]] = {tier: [] for tier in Tier}
    for contact_id in ids:
        contact, text = found[contact_id]
        if kind in (None, contact.type):
            same = _is_same(plan, contact)
            tier = tier_of(text, plan, fields=words[contact_id], exact=same)
            if tier is not None:
                tiers[tier].append(contact_id)
    better_than_parts = any(hits for tier, hits in tiers.items() if tier is not Tier.PART)
    if plan.words and not better_than_parts and len(tiers[Tier.PART]) < ENOUGH:
        spelled = _spellings(plan, [text for _contact, text in found.values()])
        if spelled is not None:
            again = plan.respelled(spelled)
            better: dict[Tier, list[int]] = {tier: [] for tier in Tier}
            for contact_id in ids:
                contact, text = found[contact_id]
                if kind in (None, contact.type) and contact_id not in tiers[Tier.PART]:
                    tier = tier_of(text, again, fields=words[contact_id])
                    if tier is not None:
                        better[tier].append(contact_id)
            return _ordered(tiers, found) + _ordered(better, found)
    return _ordered(tiers, found)


def _ordered(tiers: dict[Tier, list[int]], found: dict[int, tuple[Source, SearchText]]) -> list[int]:
    order: dict[int, None] = {}
    for hits in tiers.values():
        for hit in hits:
            company = found[hit][0].company_id
            if company is not None and company in hits:
                order.setdefault(company)
            order.setdefault(hit)
    return list(order)


def _spellings(plan: Plan, texts: list[SearchText]) -> list[tuple[str, ...]] | None:
    known = Counter(word for text in texts for word in text.spelled)
    every = {word for text in texts for word in text.parts.split(" ")}
    found: list[tuple[str, ...]] = []
    for word in plan.words:
        if any(other.startswith(word) for other in every):
            found.append((word,))
            continue
        key = sound(word)
        meant = nearest(word, known, {other: uses for other, uses in known.items() if key and sound(other) == key})
        if not meant:
            return None
        found.append(meant)
    return found if found != [(word,) for word in plan.words] else None


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
