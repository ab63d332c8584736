"""How well two names agree, word by word, in whatever order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from contacts_tui.domain.likeness import weights
from contacts_tui.domain.likeness.closeness import errors
from contacts_tui.domain.likeness.nicknames import same_family
from contacts_tui.domain.likeness.rarity import Of, Rarity
from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.likeness.terms import Field, Fit, Term
from contacts_tui.domain.spelling import sound

_BEGINNING = 3
_INITIALS = range(2, 6)


class Names(NamedTuple):
    """The terms of two names, and whether either has a word that the other lacks: they are other people, or a typo."""

    terms: list[Term]
    differ: bool


def compare(a: Record, b: Record, rarity: Rarity) -> Names:
    """The terms of the names of two companies, or of two people."""
    weak = a.weak.union(b.weak, a.town.split(), b.town.split()) if a.is_company else a.weak
    left_a, left_b = list(a.words), list(b.words)
    found = [*_same(left_a, left_b, weak, rarity)]
    if left_a and left_b:
        found += _glued(left_a, left_b, b, rarity)
        other_way = _glued(left_b, left_a, a, rarity)
        found += (term._replace(one=term.other, other=term.one) for term in other_way)
        found += _near(a, left_a, left_b, rarity)
    terms = _capped(found, weights.NAME_MOST * rarity.full)
    if not a.words or not b.words or (_parts_apart(a, b) and not terms):
        return Names(terms, False)
    strong_a, strong_b = ([word for word in left if word not in weak] for left in (left_a, left_b))
    terms += (
        Term(Field.WORD, Fit.DIFFERENT, weights.WORDS_DIFFER, one, other)
        for one, other in zip(strong_a, strong_b, strict=False)
    )
    if missing := abs(len(strong_a) - len(strong_b)) * weights.WORD_MISSING[a.is_company]:
        longer = max(strong_a, strong_b, key=len)[min(len(strong_a), len(strong_b)) :]
        terms.append(Term(Field.WORD, Fit.MISSING, missing, " ".join(longer)))
    if found and not strong_a and not strong_b and not (left_a and left_b):
        share = weights.WEAK_SHARE if left_a or left_b else 1.0
        fit = Fit.SWAPPED if _swapped(a, b) else Fit.SAME
        terms.append(Term(Field.NAME, fit, share * weights.WHOLE_NAME[a.is_company], " ".join(a.words)))
    if a.forms and b.forms and a.forms.isdisjoint(b.forms):
        terms.append(Term(Field.FORM, Fit.DIFFERENT, weights.FORM_DIFFERS, _text(a.forms), _text(b.forms)))
    if a.first and b.first and _all_left(a.first, left_a) and _all_left(b.first, left_b):
        terms.append(Term(Field.FIRST_NAME, Fit.DIFFERENT, weights.FIRST_NAME_DIFFERS, a.first[0], b.first[0]))
    return Names(terms, bool(left_a and left_b))


def _same(left_a: list[str], left_b: list[str], weak: frozenset[str], rarity: Rarity) -> Iterator[Term]:
    """The words that both have, which are taken out of those that are left."""
    for word in tuple(left_a):
        if word in left_b:
            left_a.remove(word)
            left_b.remove(word)
            bits = rarity.bits(Of.NAME, word) * (weights.WEAK_SHARE if word in weak else 1.0)
            count = rarity.count(Of.NAME, word)
            yield Term(Field.WORD, Fit.SAME, weights.NAME_BITS * bits, word, word, count, bits)


def _near(a: Record, left_a: list[str], left_b: list[str], rarity: Rarity) -> Iterator[Term]:
    """The words that are nearly the same, the nearest first, each taken once."""
    pairs = (_nearly(a.is_company, one, other, rarity) for one in left_a for other in left_b)
    for term in sorted((term for term in pairs if term), key=lambda term: -term.weight):
        if term.one in left_a and term.other in left_b:
            left_a.remove(term.one)
            left_b.remove(term.other)
            yield term


def _nearly(company: bool, one: str, other: str, rarity: Rarity) -> Term | None:
    """What two different words count that may be meant as the same."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == 1:
        fits = not company and long[0] == short
        return Term(Field.WORD, Fit.INITIAL, weights.INITIAL, one, other) if fits else None
    wrong = errors(one, other, strict=company)
    kin = not company and same_family(one, other)
    begins = len(short) >= _BEGINNING and long.startswith(short)
    if not (wrong or kin or begins):
        return None
    bits = min(rarity.bits(Of.NAME, one), rarity.bits(Of.NAME, other))
    found = []
    if wrong and not _both_common(one, other, rarity):
        found.append((weights.TYPO_BITS * bits * (1 - wrong / len(long)) + weights.TYPO, Fit.TYPO))
    if kin:
        found.append((weights.NICKNAME_BITS * bits, Fit.NICKNAME))
    if begins:
        found.append((weights.BEGINNING_BITS[company] * bits, Fit.BEGINNING))
    points, fit = max(found, default=(0.0, Fit.DIFFERENT))
    return Term(Field.WORD, fit, points, one, other, wrong if fit is Fit.TYPO else 0, bits) if found else None


def _both_common(one: str, other: str, rarity: Rarity) -> bool:
    """Tell whether two words are two names, such as Daniel and Damien, and do not only sound alike."""
    if min(rarity.count(Of.NAME, one), rarity.count(Of.NAME, other)) < weights.OWN_WORD:
        return False
    return not sound(one) or sound(one) != sound(other)


def _glued(left: list[str], others: list[str], other: Record, rarity: Rarity) -> Iterator[Term]:
    """Words that the other name writes apart, or of which it has the initials: of a company, or of first names."""
    joined = {one + two: (one, two) for one, two in pairwise(other.words)}
    for word in tuple(left):
        parts: Sequence[str] = joined.get(word, ())
        if not parts and len(word) in _INITIALS:
            spelled = tuple(others) if other.is_company else other.first
            parts = spelled if word == "".join(part[0] for part in spelled) else ()
        if any(part in others for part in parts):
            left.remove(word)
            for part in parts:
                if part in others:
                    others.remove(part)
            bits = rarity.bits(Of.NAME, word)
            yield Term(Field.WORD, Fit.GLUED, weights.GLUED_BITS * bits, word, " ".join(parts), 0, bits)


def _capped(found: Sequence[Term], most: float) -> list[Term]:
    """The terms, their weights less where all words together would count more than a name can tell."""
    bits = sum(term.bits for term in found)
    if bits <= most:
        return list(found)
    return [term._replace(weight=term.weight * most / bits) if term.bits else term for term in found]


def _parts_apart(a: Record, b: Record) -> bool:
    """Tell whether one person has only a first name and the other one only a surname."""
    if a.is_company:
        return False
    return (not a.first and not b.last) or (not a.last and not b.first)


def _swapped(a: Record, b: Record) -> bool:
    return bool(a.first and b.first) and a.first == b.last and a.last == b.first


def _all_left(words: Iterable[str], left: Sequence[str]) -> bool:
    return all(word in left for word in words)


def _text(forms: frozenset[str]) -> str:
    return " ".join(sorted(forms))
