"""Why two contacts are taken for one, in words: the terms that count most for it, and those against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.name_reasons import MANY, Reason, name_reason, other_names
from contacts_tui.domain.likeness.rarity import Rarity
from contacts_tui.domain.likeness.score import Pair
from contacts_tui.domain.likeness.terms import Field, Fit, Term
from contacts_tui.domain.message import Message, counted, message

LEAST = 2.0
"""What counts less, in points, is no reason."""
MOST_FOR, MOST_AGAINST = 3, 2

_SAYS = {
    (Field.BIRTHDAY, Fit.SAME): message("same date of birth"),
    (Field.BIRTHDAY, Fit.PART): message("same birthday"),
    (Field.BIRTHDAY, Fit.SWAPPED): message("day and month of birth swapped"),
    (Field.BIRTHDAY, Fit.DIFFERENT): message("other date of birth"),
    (Field.EMAIL, Fit.SAME): message("same e-mail address"),
    (Field.EMAIL, Fit.TYPO): message("nearly the same e-mail address"),
    (Field.EMAIL, Fit.BEGINNING): message("same e-mail address, but for the domain"),
    (Field.PHONE, Fit.SAME): message("same phone number"),
    (Field.PHONE, Fit.TYPO): message("phone number with one other digit"),
    (Field.PHONE, Fit.DIFFERENT): message("other phone number"),
    (Field.OTHER, Fit.SAME): message("same trade"),
    (Field.COUNTRY, Fit.DIFFERENT): message("other country"),
}
_NUMBERS = (
    {
        Fit.SAME: message("same VAT number"),
        Fit.TYPO: message("VAT number with one other character"),
        Fit.DIFFERENT: message("VAT numbers differ"),
    },
    {
        Fit.SAME: message("same registration number"),
        Fit.TYPO: message("registration number with one other character"),
        Fit.DIFFERENT: message("registration numbers differ"),
    },
)
_PLACE = (Field.STREET, Field.HOUSE, Field.POST_CODE, Field.TOWN)


@dataclass(frozen=True, slots=True)
class Reasons:
    """Phrases that speak for a pair, and those against it, the weightiest first."""

    agree: tuple[Message, ...]
    differ: tuple[Message, ...]

    @property
    def said(self) -> Message:
        """All of them in one phrase: what agrees, then what does not."""
        agree, differ = _listed(self.agree), _listed(self.differ)
        if agree and differ:
            return message("{reasons}; but {others}", reasons=agree, others=differ)
        return agree or differ or message("nothing to compare")

    @property
    def apart(self) -> tuple[Message, Message | None]:
        """The same as two phrases: what agrees, or what there is, and what does not."""
        agree, differ = _listed(self.agree), _listed(self.differ)
        if agree is None or differ is None:
            return self.said, None
        return agree, message("but {others}", others=differ)


def _listed(phrases: Sequence[Message]) -> Message | None:
    if not phrases:
        return None
    return reduce(lambda before, phrase: message("{reasons}, {reason}", reasons=before, reason=phrase), phrases)


def reasons(pair: Pair, one: Details, other: Details, rarity: Rarity, *, third: str = "") -> Reasons:
    """Why a pair is one: at most three reasons for it and two against it, each of at least two points.

    `one` and `other` are the contacts in the order of the pair, whose spelling is shown; `third` is the name of the
    contact through which the pair was found.
    """
    found = [*_for(pair, one, other, rarity), *_against(pair, one, other)]
    agree = _largest(found, 1, MOST_FOR)
    if third:
        agree = (message("both are like {contact}", contact=third), *agree[: MOST_FOR - 1])
    return Reasons(agree, _largest(found, -1, MOST_AGAINST))


def _largest(found: Iterable[Reason], sign: int, most: int) -> tuple[Message, ...]:
    kept = sorted((reason for reason in found if reason.weight * sign >= LEAST), key=lambda reason: -abs(reason.weight))
    return tuple(reason.says for reason in kept[:most])


def _for(pair: Pair, one: Details, other: Details, rarity: Rarity) -> Iterator[Reason]:
    name = name_reason(pair.terms, one, other, rarity)
    if name:
        yield name
    place = [term for term in pair.terms if term.field in _PLACE and term.weight > 0]
    if place:
        yield Reason(sum(term.weight for term in place), _same_place({(term.field, term.fit) for term in place}))
    for term in pair.terms:
        if term.weight > 0 and (says := _says(term)):
            yield Reason(term.weight, says)


def _against(pair: Pair, one: Details, other: Details) -> Iterator[Reason]:
    together = any(term.field in (*_PLACE, Field.PHONE) and term.weight > 0 for term in pair.terms)
    yield from other_names(pair.terms, one, other, together=together)
    apart = {term.field: term.weight for term in pair.terms if term.field in _PLACE and term.weight < 0}
    if apart:
        whole = any(term.field is Field.NAME for term in pair.terms)
        yield Reason(sum(apart.values()), _other_place(set(apart), whole=whole))
    for term in pair.terms:
        if term.weight < 0 and (says := _says(term)):
            yield Reason(term.weight, says)


def _says(term: Term) -> Message | None:
    """The phrase of a term that stands for itself; None where it is said together with others."""
    match term.field, term.fit:
        case Field.NUMBER, fit:
            return _NUMBERS[min(term.number, len(_NUMBERS) - 1)][fit]
        case Field.BIRTHDAY, Fit.TYPO:
            return counted("date of birth with one other digit", "date of birth with {count} other digits", term.number)
        case Field.PHONE, Fit.SAME if term.number >= MANY:
            return message("same phone number, which {number} contacts have", number=term.number)
        case Field.EMAIL, Fit.SAME if term.number >= MANY:
            return message("same e-mail address, which {number} contacts have", number=term.number)
        case field, fit:
            return _SAYS.get((field, fit))


def _same_place(found: set[tuple[Field, Fit]]) -> Message:
    fields = {field for field, _ in found}
    if (Field.STREET, Fit.SAME) in found:
        return message("same street and number") if Field.HOUSE in fields else message("same street")
    if Field.STREET in fields:
        return message("nearly the same street")
    if (Field.POST_CODE, Fit.SAME) in found:
        return message("same post code")
    return message("same town") if (Field.TOWN, Fit.SAME) in found else message("nearly the same place")


def _other_place(fields: set[Field], *, whole: bool) -> Message:
    if Field.TOWN in fields:
        return message("other town: branch or namesake?") if whole else message("other town")
    if Field.STREET in fields:
        return message("other street")
    return message("other house number") if Field.HOUSE in fields else message("other post code")
