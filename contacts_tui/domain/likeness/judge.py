"""Whether a contact that is being entered is there already."""

from __future__ import annotations

from collections.abc import Iterable, Set

from contacts_tui.domain.likeness.rarity import Of, Rarity
from contacts_tui.domain.likeness.record import Record
from contacts_tui.domain.likeness.score import Pair, compare
from contacts_tui.domain.likeness.terms import Field
from contacts_tui.domain.likeness.third import Link
from contacts_tui.domain.likeness.weights import NAME_MOST

MOST = 3
"""More than so many are not shown to who is typing."""


def judge(
    typed: Record,
    candidates: Iterable[Record],
    rarity: Rarity,
    *,
    least: float = 0.0,
    most: int = MOST,
    apart: Set[Link] = frozenset(),
) -> tuple[Pair, ...]:
    """The contacts that the typed one may be, the likeliest first.

    The candidates are those that share a key with it, `rarity` is that of the whole book. With nothing but the name of
    a person, which many have, only a name as rare as one contact of the book counts. The contact itself, and those
    `apart`, are left out.
    """
    alone = is_only_a_name(typed)
    found = []
    for candidate in candidates:
        if candidate.id == typed.id or (min(candidate.id, typed.id), max(candidate.id, typed.id)) in apart:
            continue
        pair = compare(typed, candidate, rarity, least=least)
        if pair and pair.score >= least and not (alone and not _is_rare(pair, rarity)):
            found.append(pair)
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other))[:most])


def tells_enough(typed: Record, rarity: Rarity) -> bool:
    """Tell whether anybody need be looked for: not by the common name of a person alone."""
    if not is_only_a_name(typed):
        return True
    return sum(rarity.bits(Of.NAME, word) for word in typed.words) >= NAME_MOST * rarity.full


def is_only_a_name(typed: Record) -> bool:
    """Tell whether nothing is known of a person by which namesakes can be told apart."""
    return not typed.is_company and not any(
        (
            typed.birthday, any(typed.numbers), typed.emails, typed.phones,
            typed.street, typed.houses, typed.post_code, typed.town,
        )
    )  # fmt: skip


def _is_rare(pair: Pair, rarity: Rarity) -> bool:
    bits = sum(term.bits for term in pair.terms if term.field is Field.WORD)
    return bits >= NAME_MOST * rarity.full
