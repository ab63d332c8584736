"""The words of names and addresses in the form in which they are compared: one spelling, without what says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

from contacts_tui.domain.likeness import company_words, street_words
from contacts_tui.domain.likeness.tables import words
from contacts_tui.domain.text import fold, parted

_ELIDED = re.compile(r"\b[dl]['’`](?=\w)")
_APOSTROPHES = str.maketrans("", "", "'’`´")
_SHORT_AND = re.compile(r"\b(\w{1,2})&(\w{1,2})\b")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_TITLES = words("dr herr frau jr madame miss mlle mme monsieur mr mrs ms prof sir sr")


@lru_cache(maxsize=16384)
def plain_words(text: str) -> tuple[str, ...]:
    """The folded words, an apostrophe dividing none, `A.B.C.` and `A&B` being one, and another `&` being `and`.

    First names, towns and so on come again and again.
    """
    folded = fold(text)
    if folded.isalpha():
        return (folded,)
    folded = _SHORT_AND.sub(r"\1\2", _ELIDED.sub("", folded).translate(_APOSTROPHES)).replace("&", " and ")
    return tuple(parted(_DOTTED.sub(lambda found: found[0].replace(".", "") + " ", folded)))


def person_words(text: str) -> tuple[str, ...]:
    """The words of a person's name, or of a part of it, without titles."""
    found = plain_words(text)
    return tuple(word for word in found if word not in _TITLES) or found


def company_name(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a company's name, and the classes of its legal forms, which are not among them."""
    found = _joined_letters(plain_words(text))
    forms = {company_words.LEGAL_FORMS[word] for word in found[1:] if word in company_words.LEGAL_FORMS}
    kept = found[:1] + [word for word in found[1:] if word not in company_words.LEGAL_FORMS]
    kept = [word for word in kept if word not in company_words.LITTLE] or kept
    return tuple(company_words.WRITTEN_OUT.get(word, word) for word in kept), frozenset(forms)


def _joined_letters(found: Iterable[str]) -> list[str]:
    """Letters that stand alone together, as one word: `a s` is `as`."""
    joined: list[str] = []
    for alone, run in groupby(found, lambda word: len(word) == 1 and word.isalpha()):
        letters = list(run)
        joined += ["".join(letters)] if alone else letters
    return joined


def street_parts(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a street, and the numbers of the house in it.

    ``street_parts("1200 avenue Laurier Est") == (("laurier",), ("1200",))``; where nothing else names the street, the
    kind of street does.
    """
    found = [street_words.ORDINALS.get(word, word) for word in plain_words(text)]
    numbers = tuple(dict.fromkeys(word for word in found if _is_number(word)))
    named = [word for word in found if word not in numbers]
    kept = [_without_kind(word) for word in named if len(word) > 1 and word not in street_words.KINDS]
    return tuple(dict.fromkeys(kept or named)), numbers


def _is_number(word: str) -> bool:
    return word[0].isdigit() and not word.endswith(("st", "nd", "rd", "th"))


def _without_kind(word: str) -> str:
    for ending in street_words.ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return word.removesuffix(ending)
    return word
