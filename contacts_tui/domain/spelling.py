"""Words with a typing error, and misheard names: which of the words that occur may be meant.

A word is near another when few letters are wrong, missing, too many or swapped (optimal string alignment), or when both
sound alike, in English or in French.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

SHORTEST, LONGEST = 4, 20
"""Shorter and longer words are taken as they stand."""
_LONG = 6
MOST = 6
"""So many words are meant at most."""
_FAR_MORE = 4

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(e?aul[dt]?|e?au[dtx]?)s?$", "o"),
        (r"(?<=.)(er|ez|ai[st]?)$", "e"),
        (r"ettes?$", "et"),
        (r"ph", "f"),
        (r"^des(?=[^aeiouy])", "de"),
        (r"^(kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"tch|sch|ch|sh", "x"),
        (r"gn", "n"),
        (r"c(?=[eiy])", "s"),
        (r"ck|qu|q|c|k", "k"),
        (r"g(?=[eiy])", "j"),
        (r"z|x$", "s"),
        (r"(?<=.)h|^h", ""),
        (r"w", "v"),
        (r"(?<=.)[dtsx]$", ""),
    )
)
_VOWELS = re.compile(r"[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")


def errors_allowed(word: str) -> int:
    """How many letters may be wrong in a word: one in a short one, two in a long one, none in what is no name."""
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return 0
    return 1 if len(word) < _LONG else 2


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """What a word sounds like, roughly: its first sound and its consonants. Blank for what is too short to tell."""
    if not word.isascii() or not SHORTEST <= len(word) <= LONGEST:
        return ""
    for pattern, sounds in _SOUNDS:
        word = pattern.sub(sounds, word)
    word = _TWICE.sub(r"\1", word)
    key = word[:1] and (("a" if word[0] in "aeiouy" else word[0]) + _VOWELS.sub("", word[1:]))
    key = _TWICE.sub(r"\1", key)
    return key if len(key) > 1 else ""


def likely(typed: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """Of the words that occur, each with how many contacts have it, those that may be meant by one that occurs too.

    That word may well be right, so only what it is easily taken for is: what sounds alike and is near, and what is one
    letter away in far more contacts. What begins with it is found by it anyway. The nearest come first, then the most
    frequent.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most, own = errors_allowed(typed), known.get(typed)
    if not most or own is None:
        return ()
    near = process.extract(typed, list(known), scorer=OSA.distance, score_cutoff=most, limit=None)
    found = [
        (errors, -known[word], word)
        for word, errors, _ in near
        if not word.startswith(typed)
        and (sound(word) == sound(typed) or (errors == 1 and known[word] >= _FAR_MORE * own))
    ]
    return tuple(word for *_, word in sorted(found)[:MOST])


def nearest(typed: str, known: Mapping[str, int], alike: Mapping[str, int]) -> tuple[str, ...]:
    """Of the words that occur, each with how many contacts have it, those that may be meant, the most frequent first.

    `known` are all of a length that is near enough, `alike` those with the same `sound`. Where some have fewer errors,
    those with more, or that only sound alike, are left out; of those that only sound alike, all but the nearest.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = errors_allowed(typed)
    if not most:
        return ()
    near = process.extract(typed, list(known), scorer=OSA.distance, score_cutoff=most, limit=None)
    best = min((errors for _, errors, _ in near), default=None)
    found = {word: known[word] for word, errors, _ in near if errors == best}
    if not found and alike:
        far = {word: OSA.distance(typed, word) for word in alike}
        found = {word: alike[word] for word in alike if far[word] == min(far.values())}
    return tuple(sorted(found, key=lambda word: (-found[word], word)))[:MOST]
