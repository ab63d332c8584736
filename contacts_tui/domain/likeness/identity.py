"""What hardly two contacts share: date of birth, official numbers and telephones."""

from __future__ import annotations

from collections.abc import Iterator

from contacts_tui.domain.likeness import weights
from contacts_tui.domain.likeness.closeness import distance
from contacts_tui.domain.likeness.rarity import Of, Rarity
from contacts_tui.domain.likeness.record import NO_YEAR, Record
from contacts_tui.domain.likeness.terms import Field, Fit, Term


def birthday(a: Record, b: Record, rarity: Rarity) -> Term | None:
    """The dates of birth: a digit is easily wrong, and day and month are easily swapped."""
    one, other = a.birthday, b.birthday
    if not one or not other:
        return None
    if one == other:
        return Term(Field.BIRTHDAY, Fit.SAME, weights.BIRTHDAY_BITS * rarity.bits(Of.BIRTHDAY, one), one, other)
    if NO_YEAR in (one[:4], other[:4]):
        if one[4:] == other[4:]:
            return Term(Field.BIRTHDAY, Fit.PART, weights.BIRTHDAY_OFF[2], one, other)
        return Term(Field.BIRTHDAY, Fit.DIFFERENT, weights.BIRTHDAY_DIFFERS, one, other)
    if one == other[:4] + other[6:] + other[4:6]:
        return Term(Field.BIRTHDAY, Fit.SWAPPED, weights.BIRTHDAY_OFF[1], one, other)
    wrong = distance(one, other)
    points = weights.BIRTHDAY_OFF.get(wrong, weights.BIRTHDAY_DIFFERS)
    return Term(Field.BIRTHDAY, Fit.TYPO if points > 0 else Fit.DIFFERENT, points, one, other, wrong)


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


def phone(a: Record, b: Record, rarity: Rarity) -> Term | None:
    """The best that two of their telephone numbers agree."""
    if not a.phones or not b.phones:
        return None
    shared = [number for number in a.phones if number in b.phones]
    if shared:
        best = max(shared, key=lambda number: rarity.bits(Of.PHONE, number))
        bits, count = rarity.bits(Of.PHONE, best), rarity.count(Of.PHONE, best)
        return Term(Field.PHONE, Fit.SAME, weights.PHONE_BITS * bits, best, best, count)
    near = next(((one, other) for one in a.phones for other in b.phones if distance(one, other) == 1), None)
    if near:
        return Term(Field.PHONE, Fit.TYPO, weights.PHONE_NEAR, *near)
    return Term(Field.PHONE, Fit.DIFFERENT, weights.PHONE_DIFFERS, a.phones[0], b.phones[0])
