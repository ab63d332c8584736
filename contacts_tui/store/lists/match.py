"""What the index is asked, in the language of FTS5."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.search_rules import SHORTEST_PART, Alternatives, Plan, Token
from contacts_tui.domain.search_text import NAME, PLACES, Mark
from contacts_tui.store.search_tables import LONGEST_BEGINNING

_NOBODY = "\ue0ff"
"""A word that no contact has."""
EVERYONE = "(" + " OR ".join(f'"{Mark.TYPE}{kind}"' for kind in ContactType) + ")"


def _one(token: Token, *, whole: bool = False) -> str:
    """A token, as FTS5 wants it: a beginning no longer than there are lists for, unless the `whole` of it counts."""
    if not token.begins:
        return f'"{token.text}"'
    return f'"{token.text if whole else token.text[:LONGEST_BEGINNING]}"*'


def all_of(tokens: Iterable[Token], *, whole: bool = False) -> str:
    """What has all of these tokens."""
    return "(" + " AND ".join(_one(token, whole=whole) for token in tokens) + ")"


def any_of(condition: Alternatives, *, whole: bool = False) -> str:
    """What has one of these, all of its tokens."""
    return "(" + (" OR ".join(all_of(tokens, whole=whole) for tokens in condition) or f'"{_NOBODY}"') + ")"


def spellings_of(words: Sequence[str], mark: str = "") -> Alternatives:
    """A word in any of its spellings."""
    return tuple((Token(mark + word),) for word in words)


def in_order(spelled: Sequence[Sequence[str]]) -> list[Alternatives]:
    """Words that begin the name: whole ones, each in its place, and the beginning of the last."""
    return [
        tuple((Token((PLACES[at] if at < len(PLACES) else NAME) + word, at == len(spelled) - 1),) for word in words)
        for at, words in enumerate(spelled)
    ]


def number_of(plan: Plan, *, begins: bool = True) -> Alternatives:
    """A phone number in any of its forms; what begins so may also be several words."""
    forms = tuple((Token(form, begins),) for form in plan.numbers)
    return (*forms, tuple(map(Token, plan.pieces))) if begins and len(plan.pieces) > 1 else forms


def trigrams(texts: Iterable[str]) -> list[str]:
    """The trigrams of which whoever has these parts of words has each."""
    last = SHORTEST_PART - 1
    return list(dict.fromkeys(f'"{text[at : at + SHORTEST_PART]}"' for text in texts for at in range(len(text) - last)))
