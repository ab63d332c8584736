"""How well two addresses agree: street, house, post code, town, county and country."""

from __future__ import annotations

from contacts_tui.domain.likeness import weights
from contacts_tui.domain.likeness.closeness import distance, errors
from contacts_tui.domain.likeness.rarity import Of, Rarity
from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.likeness.terms import Field, Fit, Term

_BEGINNING = 3


def compare(a: Record, b: Record, rarity: Rarity) -> list[Term]:
    """The terms of two addresses; of what lies in one another the rarest counts most, and of what differs, of a
    company, the first: who has moved, or has a branch, has another street, post code and town at once."""
    street = _street(a, b, rarity)
    found = [term for term in (street, _post_code(a, b, rarity), _town(a, b, rarity)) if term]
    rarest = max((term.bits for term in found), default=0.0)
    terms: list[Term] = []
    differs = False
    for term in found:
        if term.bits:
            share, rarest = (weights.PLACE_BEST, 0.0) if term.bits == rarest else (weights.PLACE_OTHERS, rarest)
            term = Term(term.field, term.fit, share * term.bits, term.one, term.other, 0, term.bits)
        elif term.fit is Fit.DIFFERENT and a.is_company:
            if differs:
                term = term._replace(weight=weights.PLACE_OTHERS_DIFFER * term.weight)
            differs = True
        terms.append(term)
    if house := _house(a, b, rarity, in_one_street=street is not None and street.fit is not Fit.DIFFERENT):
        terms.append(house)
    if a.county and b.county and a.county != b.county:
        terms.append(Term(Field.COUNTY, Fit.DIFFERENT, weights.COUNTY_DIFFERS, a.county, b.county))
    if a.country and b.country and a.country != b.country:
        terms.append(Term(Field.COUNTRY, Fit.DIFFERENT, weights.COUNTRY_DIFFERS, a.country, b.country))
    return terms


def _street(a: Record, b: Record, rarity: Rarity) -> Term | None:
    if not a.street or not b.street:
        return None
    one, other = " ".join(a.street), " ".join(b.street)
    shared = sorted((rarity.bits(Of.STREET, word) for word in a.street if word in b.street), reverse=True)
    if shared:
        bits = min(shared[0] + sum(shared[1:]) / 2, rarity.full)
        return Term(Field.STREET, Fit.SAME, 0.0, one, other, 0, bits)
    near = [
        min(rarity.bits(Of.STREET, mine), rarity.bits(Of.STREET, theirs))
        for mine in a.street
        for theirs in b.street
        if errors(mine, theirs)
    ]
    if near or _misspelt(one, other):
        bits = max(near, default=rarity.full)
        return Term(Field.STREET, Fit.TYPO, 0.0, one, other, 0, weights.STREET_TYPO * bits)
    return Term(Field.STREET, Fit.DIFFERENT, weights.STREET_DIFFERS[a.is_company], one, other)


def _post_code(a: Record, b: Record, rarity: Rarity) -> Term | None:
    one, other = a.post_code, b.post_code
    if not one or not other:
        return None
    if one == other:
        return Term(Field.POST_CODE, Fit.SAME, 0.0, one, other, 0, rarity.bits(Of.POST_CODE, one))
    if _begins(one, other) or distance(one, other) == 1:
        return Term(Field.POST_CODE, Fit.TYPO, weights.POST_CODE_NEAR, one, other)
    return Term(Field.POST_CODE, Fit.DIFFERENT, weights.POST_CODE_DIFFERS, one, other)


def _begins(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _BEGINNING and (one.startswith(other) or other.startswith(one))


def _town(a: Record, b: Record, rarity: Rarity) -> Term | None:
    one, other = a.town, b.town
    if not one or not other:
        return None
    if one == other:
        return Term(Field.TOWN, Fit.SAME, 0.0, one, other, 0, rarity.bits(Of.TOWN, one))
    words, other_words = set(one.split()), set(other.split())
    if words <= other_words or other_words <= words or _misspelt(one, other):
        bits = min(rarity.bits(Of.TOWN, one), rarity.bits(Of.TOWN, other))
        return Term(Field.TOWN, Fit.TYPO, 0.0, one, other, 0, weights.TOWN_NEAR * bits)
    return Term(Field.TOWN, Fit.DIFFERENT, weights.TOWN_DIFFERS[a.is_company], one, other)


def _misspelt(one: str, other: str) -> bool:
    """Tell whether two texts are nearly the same, wherever their blanks are."""
    one, other = one.replace(" ", ""), other.replace(" ", "")
    return one == other or errors(one, other) > 0


def _house(a: Record, b: Record, rarity: Rarity, *, in_one_street: bool) -> Term | None:
    if not a.houses or not b.houses:
        return None
    shared = [number for number in a.houses if number in b.houses]
    if shared:
        bits = max(rarity.bits(Of.HOUSE, number) for number in shared)
        return Term(Field.HOUSE, Fit.SAME, weights.HOUSE_BITS * bits, shared[0], shared[0])
    one, other = a.houses[0], b.houses[0]
    points = weights.HOUSE_DIFFERS_ELSEWHERE
    if in_one_street:
        points = weights.HOUSE_ONE_OFF if distance(one, other) == 1 else weights.HOUSE_DIFFERS
    return Term(Field.HOUSE, Fit.DIFFERENT, points, one, other)
