"""How near two words are: typing errors, and what is left of a word that most of them do not change."""

from __future__ import annotations

from functools import lru_cache

_ALIKE = str.maketrans("cqzbvdm", "kkspftn")
_SKELETON = 4


def distance(one: str, other: str) -> int:
    """How many letters are wrong, missing, too many or swapped between two texts; at most 4, which is far."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other, score_cutoff=3)


@lru_cache(maxsize=65536)
def errors(one: str, other: str, *, strict: bool = False) -> int:
    """The typing errors between two different words, or 0 where they are no spellings of one word.

    A longer word may have more of them; where `strict`, as in names of companies, fewer. Letters in another order are
    two. Words with digits are never taken for each other: `53rd` is not `3rd`.
    """
    longest = max(len(one), len(other))
    if abs(len(one) - len(other)) > 3 or not (one.isalpha() and other.isalpha()):
        return 0
    found = distance(one, other)
    two, three = (6, 10) if strict else (5, 8)
    allowed = 0 if longest < 3 else 1 if longest < two else 2 if longest < three else 3
    if found <= allowed:
        return found
    return 2 if longest >= two and sorted(one) == sorted(other) else 0


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The first letter and the next consonants, what sounds alike being one: most typing errors leave it as it is."""
    tail = [c for c in word[1:].translate(_ALIKE) if c not in "aeiouyh "]
    bones = [c for at, c in enumerate(tail) if at == 0 or c != tail[at - 1]]
    return (word[:1].translate(_ALIKE) + "".join(bones))[:_SKELETON]
