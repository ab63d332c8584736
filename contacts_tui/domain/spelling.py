"""Words with a typing error, and misheard names: which of the words that occur may be meant.

A word is near another when few letters are wrong, missing, too many or swapped (optimal string alignment), or when both
sound alike, in English or in French.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST, LONGEST = 4, 20
"""Shorter and longer words are taken as they stand."""
_LONG = 6
MOST = 6
"""So many words are meant at most."""

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(e?aul[dt]?|e?au[dtx]?)s?$", "o"),
        (r"(?<=.)(er|ez|ai[st]?)$", "e"),
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


def nearest(typed: str, known: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Of the words that occur (each with how many contacts have it), those that may be meant, the nearest first.

    Where some are nearer than others that only sound alike or have more errors, these are left out.
    """
    from rapidfuzz.distance import OSA

    most = errors_allowed(typed)
    if not most:
        return ()
    key = sound(typed)
    found: dict[str, tuple[int, int, str]] = {}
    for word, uses in known:
        errors = OSA.distance(typed, word, score_cutoff=most)
        if errors > most:
            if not key or sound(word) != key:
                continue
            errors = most + 1
        found[word] = (errors, -uses, word)
    best = min(found.values(), default=(0, 0, ""))[0]
    return tuple(word for errors, _, word in sorted(found.values()) if errors == best)[:MOST]
