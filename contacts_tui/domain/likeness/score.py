"""The score of a pair, and the terms that it is the sum of."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from contacts_tui.domain.likeness import identity, mail, naming, places, weights
from contacts_tui.domain.likeness.rarity import Of, Rarity
from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.likeness.terms import Field, Fit, Term

_SHARED_BY_A_HOUSEHOLD = frozenset({Field.STREET, Field.HOUSE, Field.POST_CODE, Field.TOWN, Field.PHONE})
_NEARLY = frozenset({Fit.SAME, Fit.TYPO, Fit.SWAPPED})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contacts, the one with the lower id first, their score in points and its terms.

    `third` is the contact that both are like, where that is what makes them the same.
    """

    one: int
    other: int
    score: float
    terms: tuple[Term, ...]
    third: int | None = None


def compare(a: Record, b: Record, rarity: Rarity, *, least: float = -inf) -> Pair | None:
    """The score of two contacts.

    None where one is a company and the other a person, which are never the same, and where the rest of the fields is
    not looked at, since the score cannot reach `least`.
    """
    if a.is_company is not b.is_company:
        return None
    if b.id < a.id:
        a, b = b, a
    names = naming.compare(a, b, rarity)
    found = (identity.birthday(a, b, rarity), *identity.numbers(a, b, rarity), mail.email(a, b, rarity))
    known = [term for term in found if term]
    terms, share = names.terms, 1.0
    if names.differ and not a.is_company:
        if any(term.fit in _NEARLY and mail.is_personal(term) for term in known):
            terms = [term for term in terms if term.field is not Field.FIRST_NAME]
        else:
            share = weights.HOUSEHOLD
    terms += known
    start = weights.START - rarity.full
    most = (share * weights.MOST_OF_PLACE + weights.OTHER_BITS) * rarity.full
    if start + sum(term.weight for term in terms) + most < least:
        return None
    for where in (identity.phone(a, b, rarity), *places.compare(a, b, rarity), _other(a, b, rarity)):
        if where:
            terms.append(where if share == 1.0 else _of_a_household(where))
    return Pair(a.id, b.id, start + sum(term.weight for term in terms), tuple(terms))


def _of_a_household(term: Term) -> Term:
    """People with different names share an address or a telephone: it tells little of them."""
    if term.weight > 0 and term.field in _SHARED_BY_A_HOUSEHOLD:
        return term._replace(weight=term.weight * weights.HOUSEHOLD)
    return term


def _other(a: Record, b: Record, rarity: Rarity) -> Term | None:
    if not a.other or not b.other:
        return None
    shared = [word for word in a.other if word in b.other]
    if not shared:
        return Term(Field.OTHER, Fit.DIFFERENT, weights.OTHER_DIFFERS)
    bits = max(rarity.bits(Of.OTHER, word) for word in shared)
    return Term(Field.OTHER, Fit.SAME, weights.OTHER_BITS * bits, " ".join(shared))
