"""How well two addresses agree: street, house, post code, town, county and country."""

from __future__ import annotations

from collections.abc import Iterator

from contacts_tui.domain.likeness import weights
from contacts_tui.domain.likeness.closeness import distance, errors
from contacts_tui.domain.likeness.rarity import Of, Rarity
from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.likeness.terms import Field, Fit, Term

_BEGINNING = 3


def compare(a: Record, b: Record, rarity: Rarity) -> Iterator[Term]:
    """The terms of two addresses; of what lies in one another the rarest counts most."""
    terms = [*_street(a, b, rarity), *_post_code(a, b, rarity), *_town(a, b, rarity)]
    in_bits = [term for term in terms if term.bits]
    best = max(in_bits, key=lambda term: term.bits, default=None)
    for term in terms:
        if not term.bits:
            yield term
        else:
            share = weights.PLACE_BEST if term is best else weights.PLACE_OTHERS
            yield Term(term.field, term.fit, share * term.bits, term.one, term.other, 0, term.bits)
    yield from _house(a, b, rarity, {term.fit for term in terms if term.field is Field.STREET})
    if a.county and b.county and a.county != b.county:
        yield Term(Field.COUNTY, Fit.DIFFERENT, weights.COUNTY_DIFFERS, a.county, b.county)
    if a.country and b.country and a.country != b.country:
        yield Term(Field.COUNTRY, Fit.DIFFERENT, weights.COUNTRY_DIFFERS, a.country, b.country)


def _street(a: Record, b: Record, rarity: Rarity) -> Iterator[Term]:
    if not a.street or not b.street:
        return
    one, other = " ".join(a.street), " ".join(b.street)
    shared = sorted((rarity.bits(Of.STREET, word) for word in a.street if word in b.street), reverse=True)
    if shared:
        bits = min(shared[0] + sum(shared[1:]) / 2, rarity.full)
        yield Term(Field.STREET, Fit.SAME, 0.0, one, other, 0, bits)
        return
    near = [
        min(rarity.bits(Of.STREET, mine), rarity.bits(Of.STREET, theirs))
        for mine in a.street
        for theirs in b.street
        if errors(mine, theirs)
    ]
    if near or _misspelt(one, other):
        bits = max(near, default=rarity.full)
        yield Term(Field.STREET, Fit.TYPO, 0.0, one, other, 0, weights.STREET_TYPO * bits)
    else:
        yield Term(Field.STREET, Fit.DIFFERENT, weights.STREET_DIFFERS[a.is_company], one, other)


def _post_code(a: Record, b: Record, rarity: Rarity) -> Iterator[Term]:
    one, other = a.post_code, b.post_code
    if not one or not other:
        return
    if one == other:
        yield Term(Field.POST_CODE, Fit.SAME, 0.0, one, other, 0, rarity.bits(Of.POST_CODE, one))
    elif distance(one, other) == 1 or _begins(one, other):
        yield Term(Field.POST_CODE, Fit.TYPO, weights.POST_CODE_NEAR, one, other)
    else:
        yield Term(Field.POST_CODE, Fit.DIFFERENT, weights.POST_CODE_DIFFERS, one, other)


def _misspelt(one: str, other: str) -> bool:
    """Tell whether two texts are nearly the same, wherever their blanks are."""
    one, other = one.replace(" ", ""), other.replace(" ", "")
    return one == other or errors(one, other) > 0


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _BEGINNING and long.startswith(short)


def _town(a: Record, b: Record, rarity: Rarity) -> Iterator[Term]:
    one, other = a.town, b.town
    if not one or not other:
        return
    if one == other:
        yield Term(Field.TOWN, Fit.SAME, 0.0, one, other, 0, rarity.bits(Of.TOWN, one))
    elif _misspelt(one, other) or set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split()):
        bits = min(rarity.bits(Of.TOWN, one), rarity.bits(Of.TOWN, other))
        yield Term(Field.TOWN, Fit.TYPO, 0.0, one, other, 0, weights.TOWN_NEAR * bits)
    else:
        yield Term(Field.TOWN, Fit.DIFFERENT, weights.TOWN_DIFFERS[a.is_company], one, other)


def _house(a: Record, b: Record, rarity: Rarity, street: set[Fit]) -> Iterator[Term]:
    if not a.houses or not b.houses:
        return
    shared = [number for number in a.houses if number in b.houses]
    one, other = a.houses[0], b.houses[0]
    if shared:
        bits = max(rarity.bits(Of.HOUSE, number) for number in shared)
        yield Term(Field.HOUSE, Fit.SAME, weights.HOUSE_BITS * bits, shared[0], shared[0])
    elif street and Fit.DIFFERENT not in street:
        near = distance(one, other) == 1
        points = weights.HOUSE_ONE_OFF if near else weights.HOUSE_DIFFERS
        yield Term(Field.HOUSE, Fit.DIFFERENT, points, one, other)
    else:
        yield Term(Field.HOUSE, Fit.DIFFERENT, weights.HOUSE_DIFFERS_ELSEWHERE, one, other)
