"""How well two e-mail addresses agree, and what an agreement tells that the name does not."""

from __future__ import annotations

from contacts_tui.domain.likeness import weights
from contacts_tui.domain.likeness.closeness import distance
from contacts_tui.domain.likeness.mailboxes import FREE, ROLES
from contacts_tui.domain.likeness.rarity import Of, Rarity
from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.likeness.terms import Field, Fit, Term
from contacts_tui.domain.text import digits

_SHORT = 4
"""A part of an address that is no longer is soon like another one."""
Email = tuple[str, str]


def email(a: Record, b: Record, rarity: Rarity) -> Term | None:
    """The best that two of their e-mail addresses agree."""
    if not a.emails or not b.emails:
        return None
    found = [_addresses(a, one, b, other, rarity) for one in a.emails for other in b.emails]
    return max(found, key=lambda term: term.weight)


def is_personal(term: Term) -> bool:
    """Tell whether an address that agrees is that of one person, and not of a department."""
    return term.one.partition("@")[0] not in ROLES


def is_of_the_name(local: str, of: Record) -> bool:
    """Tell whether an address is made of the name of its person, so that it tells no more than the name."""
    if of.is_company or not of.first or not of.last:
        return False
    letters = "".join(filter(str.isalpha, local))
    first, last = "".join(of.first), "".join(of.last)
    return letters in (first + last, last + first, first[0] + last, first + last[0])


def _addresses(a: Record, one: Email, b: Record, other: Email, rarity: Rarity) -> Term:
    (local, domain), (other_local, other_domain) = one, other
    whole, other_whole = f"{local}@{domain}", f"{other_local}@{other_domain}"
    if one == other:
        bits, count = rarity.bits(Of.EMAIL, whole), rarity.count(Of.EMAIL, whole)
        return Term(Field.EMAIL, Fit.SAME, weights.EMAIL_BITS * bits, whole, whole, count)
    role = local in ROLES or other_local in ROLES
    named = is_of_the_name(local, a) and is_of_the_name(other_local, b)
    if _is_near(one, other) and (local == other_local or not named):
        share = weights.EMAIL_OF_A_ROLE if role else 1.0
        if digits(local) != digits(other_local):
            share *= weights.EMAIL_OTHER_DIGITS
        return Term(Field.EMAIL, Fit.TYPO, share * weights.EMAIL_NEAR * rarity.full, whole, other_whole)
    if local == other_local and len(local) >= _SHORT and not role:
        points = weights.EMAIL_OF_THE_NAME if named else weights.EMAIL_OTHER_DOMAIN
        return Term(Field.EMAIL, Fit.BEGINNING, points, whole, other_whole)
    if domain == other_domain and not named:
        points = weights.EMAIL_DOMAIN_BITS * rarity.bits(Of.DOMAIN, domain)
        return Term(Field.EMAIL, Fit.PART, points, domain, domain)
    return Term(Field.EMAIL, Fit.DIFFERENT, weights.EMAIL_DIFFERS, whole, other_whole)


def _is_near(one: Email, other: Email) -> bool:
    """Tell whether few letters are wrong: at most two before the @ and three in all, fewer in short parts.

    Two providers are never a typing error of each other.
    """
    before = distance(one[0], other[0])
    if before > (1 if min(len(one[0]), len(other[0])) <= _SHORT else 2):
        return False
    if one[1] != other[1] and one[1] in FREE and other[1] in FREE:
        return False
    after = distance(one[1], other[1])
    return after <= min(len(one[1]), len(other[1])) // _SHORT and before + after <= 3
