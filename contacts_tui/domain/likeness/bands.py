"""How sure a pair is, in words instead of points."""

from __future__ import annotations

from enum import StrEnum

from contacts_tui.domain.likeness.score import Pair
from contacts_tui.domain.message import N_

CERTAIN, PROBABLE, POSSIBLE = 6.0, 0.0, -3.0
"""The least score of each band, in points."""


class Band(StrEnum):
    """How sure it is that two contacts are one: of a hundred pairs 99, 95, and less than half."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


LABELS = {
    Band.CERTAIN: N_("Almost certainly the same"),
    Band.PROBABLE: N_("Probably the same"),
    Band.POSSIBLE: N_("Possibly the same"),
}


def band(pair: Pair) -> Band | None:
    """The band of a pair, None below all of them; what a third contact links is probably the same."""
    if pair.score >= CERTAIN:
        return Band.CERTAIN
    if pair.score >= PROBABLE or pair.third is not None:
        return Band.PROBABLE
    return Band.POSSIBLE if pair.score >= POSSIBLE else None
