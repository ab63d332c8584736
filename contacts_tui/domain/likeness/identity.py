"""What hardly two contacts share: date of birth, official numbers, e-mail addresses and telephones."""

from __future__ import annotations

from collections.abc import Iterator

from contacts_tui.domain.likeness import weights
from contacts_tui.domain.likeness.closeness import distance
from contacts_tui.domain.likeness.mailboxes import FREE, ROLES
from contacts_tui.domain.likeness.rarity import Of, Rarity
from contacts_tui.domain.likeness.record import NO_YEAR, Record
from contacts_tui.domain.likeness.terms import Field, Fit, Term
from contacts_tui.domain.text import digits

_LOCAL = 4
Email = tuple[str, str]


def birthday(a: Record, b: Record, rarity: Rarity) -> Iterator[Term]:
    """The dates of birth: a digit is easily wrong, and day and month are easily swapped."""
    one, other = a.birthday, b.birthday
    if not one or not other:
        return
    if NO_YEAR in (one[:4], other[:4]):
        same = one[4:] == other[4:]
        points = weights.BIRTHDAY_OFF[2] if same else weights.BIRTHDAY_DIFFERS
        yield Term(Field.BIRTHDAY, Fit.PART if same else Fit.DIFFERENT, points, one, other)
    elif one == other:
        yield Term(Field.BIRTHDAY, Fit.SAME, weights.BIRTHDAY_BITS * rarity.bits(Of.BIRTHDAY, one), one, other)
    elif one == other[:4] + other[6:] + other[4:6]:
        yield Term(Field.BIRTHDAY, Fit.SWAPPED, weights.BIRTHDAY_OFF[1], one, other)
    else:
        wrong = distance(one, other)
        points = weights.BIRTHDAY_OFF.get(wrong, weights.BIRTHDAY_DIFFERS)
        yield Term(Field.BIRTHDAY, Fit.TYPO if points > 0 else Fit.DIFFERENT, points, one, other, wrong)


def numbers(a: Record, b: Record, rarity: Rarity) -> Iterator[Term]:
    """The official numbers, each kind by itself."""
    for kind, (one, other) in enumerate(zip(a.numbers, b.numbers, strict=False)):
        if not one or not other:
            continue
        if one == other:
            yield Term(Field.NUMBER, Fit.SAME, weights.NUMBER_BITS * rarity.bits(Of.NUMBER, one), one, other, kind)
        elif distance(one, other) == 1:
            yield Term(Field.NUMBER, Fit.TYPO, weights.NUMBER_NEAR * rarity.full, one, other, kind)
        else:
            yield Term(Field.NUMBER, Fit.DIFFERENT, weights.NUMBER_DIFFERS, one, other, kind)


def email(a: Record, b: Record, rarity: Rarity) -> Iterator[Term]:
    """The best that two of their e-mail addresses agree."""
    if a.emails and b.emails:
        yield max(
            (_emails(a, one, b, other, rarity) for one in a.emails for other in b.emails),
            key=lambda term: term.weight,
        )


def _emails(a: Record, one: Email, b: Record, other: Email, rarity: Rarity) -> Term:
    local, domain = one
    whole, other_whole = f"{local}@{domain}", f"{other[0]}@{other[1]}"
    if one == other:
        bits, count = rarity.bits(Of.EMAIL, whole), rarity.count(Of.EMAIL, whole)
        return Term(Field.EMAIL, Fit.SAME, weights.EMAIL_BITS * bits, whole, other_whole, count)
    role = local in ROLES or other[0] in ROLES
    providers = domain in FREE and other[1] in FREE and domain != other[1]
    named = _of_the_name(local, a) and _of_the_name(other[0], b)
    if not providers and _is_near(one, other) and not (named and local != other[0]):
        share = weights.EMAIL_OF_A_ROLE if role else 1.0
        if digits(local) != digits(other[0]):
            share *= weights.EMAIL_OTHER_DIGITS
        return Term(Field.EMAIL, Fit.TYPO, share * weights.EMAIL_NEAR * rarity.full, whole, other_whole)
    if local == other[0] and len(local) >= _LOCAL and not role:
        points = weights.EMAIL_OF_THE_NAME if named else weights.EMAIL_OTHER_DOMAIN
        return Term(Field.EMAIL, Fit.BEGINNING, points, whole, other_whole)
    if domain == other[1]:
        points = weights.EMAIL_DOMAIN_BITS * rarity.bits(Of.DOMAIN, domain)
        return Term(Field.EMAIL, Fit.PART, points, domain, domain)
    return Term(Field.EMAIL, Fit.DIFFERENT, weights.EMAIL_DIFFERS, whole, other_whole)


def _of_the_name(local: str, of: Record) -> bool:
    """Tell whether what stands before the @ is made of the person's name, so that it tells no more than the name."""
    if of.is_company or not of.first or not of.last:
        return False
    letters = "".join(filter(str.isalpha, local))
    first, last = "".join(of.first), "".join(of.last)
    return letters in (first + last, last + first, first[0] + last, first + last[0])


def _is_near(one: Email, other: Email) -> bool:
    """Tell whether few letters are wrong, of short parts fewer, before the @ at most two and in all at most three."""
    before, after = distance(one[0], other[0]), distance(one[1], other[1])
    short = min(len(one[0]), len(other[0])) <= _LOCAL
    return before <= (1 if short else 2) and after <= min(len(one[1]), len(other[1])) // _LOCAL and before + after <= 3


def phone(a: Record, b: Record, rarity: Rarity) -> Iterator[Term]:
    """The best that two of their telephone numbers agree."""
    if not a.phones or not b.phones:
        return
    shared = [number for number in a.phones if number in b.phones]
    if shared:
        best = max(shared, key=lambda number: rarity.bits(Of.PHONE, number))
        bits, count = rarity.bits(Of.PHONE, best), rarity.count(Of.PHONE, best)
        yield Term(Field.PHONE, Fit.SAME, weights.PHONE_BITS * bits, best, best, count)
    elif near := next(((one, other) for one in a.phones for other in b.phones if distance(one, other) == 1), None):
        yield Term(Field.PHONE, Fit.TYPO, weights.PHONE_NEAR, *near)
    else:
        yield Term(Field.PHONE, Fit.DIFFERENT, weights.PHONE_DIFFERS, a.phones[0], b.phones[0])
