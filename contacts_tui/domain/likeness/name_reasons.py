"""What two names have to do with each other, in words, as they were written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contacts_tui.domain.likeness.details import Details
from contacts_tui.domain.likeness.rarity import Rarity
from contacts_tui.domain.likeness.terms import Field, Fit, Term
from contacts_tui.domain.likeness.words import plain_words
from contacts_tui.domain.message import Message, counted, message

_RARE = 0.7
"""A name of so many times the bits of one contact is rare."""

MANY = 4
"""What so many contacts have is said with their number."""


class Reason(NamedTuple):
    """A phrase and the points that it stands for."""

    weight: float
    says: Message


def name_reason(terms: Sequence[Term], one: Details, other: Details, rarity: Rarity) -> Reason | None:
    """How the names agree; None where they do not."""
    agreeing = [term for term in terms if term.field in (Field.WORD, Field.NAME) and term.weight > 0]
    words = [term for term in agreeing if term.field is Field.WORD]
    if not words:
        return None
    return Reason(sum(term.weight for term in agreeing), _names(terms, words, one, other, rarity))


def _names(terms: Sequence[Term], words: Sequence[Term], one: Details, other: Details, rarity: Rarity) -> Message:
    whole = next((term for term in terms if term.field is Field.NAME), None)
    rare = sum(term.bits for term in words) >= _RARE * rarity.full
    unlike = next((term for term in words if term.fit is not Fit.SAME), None)
    if unlike:
        return _nearly(unlike, _written(unlike.one, one), _written(unlike.other, other), rare=rare)
    if whole is None:
        shared = _written(" ".join(term.one for term in words), one)
        return message("“{words}” in both names", words=shared)
    if whole.fit is Fit.SWAPPED:
        return message("first name and surname swapped")
    form = next((term for term in terms if term.field is Field.FORM), None)
    if form:
        return message("other legal form only: {one}, {other}", one=form.one, other=form.other)
    if rare:
        return message("same rare name")
    number = min(term.number for term in words)
    return (
        message("same name, common here: {number} contacts", number=number) if number >= MANY else message("same name")
    )


def _nearly(term: Term, one: str, other: str, *, rare: bool) -> Message:
    short, long = sorted((one, other), key=len)
    match term.fit:
        case Fit.TYPO if rare:
            return counted(
                "rare name with one other letter: {one}, {other}",
                "rare name with {count} other letters: {one}, {other}",
                term.number,
                one=one,
                other=other,
            )
        case Fit.TYPO:
            return counted(
                "name with one other letter: {one}, {other}",
                "name with {count} other letters: {one}, {other}",
                term.number,
                one=one,
                other=other,
            )
        case Fit.NICKNAME:
            return message("“{short}” may be short for “{long}”", short=short, long=long)
        case Fit.GLUED:
            return message("the same words, written apart or together: {one}, {other}", one=one, other=other)
        case _:
            return message("“{short}” may stand for “{long}”", short=short, long=long)


def other_names(terms: Sequence[Term], one: Details, other: Details, *, together: bool) -> Iterator[Reason]:
    """How the names differ; two first names at one address, where both are `together`, are a family or colleagues."""
    first = next((term for term in terms if term.field is Field.FIRST_NAME), None)
    words = [term for term in terms if term.field is Field.WORD and term.fit is Fit.DIFFERENT]
    weight = sum(term.weight for term in words) + (first.weight if first else 0.0)
    if first and len(words) < 2 and together:
        yield Reason(weight, message("other first name at the same address: family or colleague?"))
    elif words:
        pair = first or words[0]
        values = {"one": _written(pair.one, one), "other": _written(pair.other, other)}
        yield Reason(weight, message("other name: {one}, {other}", **values))
    missing = next((term for term in terms if term.fit is Fit.MISSING), None)
    if missing:
        yield Reason(missing.weight, message("“{words}” in one name only", words=missing.one))


def _written(word: str, of: Details) -> str:
    """A folded word, or several of them, as the contact has it."""
    text = f"{of.first_name} {of.name} {of.surname}"
    pieces = {found: piece.strip(".,;") for piece in reversed(text.split()) for found in plain_words(piece)}
    return " ".join(dict.fromkeys(pieces.get(part, part) for part in word.split()))
