"""What can be done about two alternative addresses or date ranges of which one contact can have one, as a question."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.message import Message, message
from contacts_tui.services.merging import Clash
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu

_STAYS, _TAKES_ITS_PLACE, _BOTH = "k", "o", "r"


def ways_out(clash: Clash) -> dict[str, Resolution]:
    """What can be done about it, by letter."""
    ways = {_STAYS: Resolution(Way.REMOVE)}
    if clash.differing:
        ways[_TAKES_ITS_PLACE] = Resolution(Way.REMOVE, take=clash.differing)
    if clash.free:
        ways[_BOTH] = Resolution(Way.RENAME, clash.free)
    return ways


def question(clash: Clash, ways: Mapping[str, Resolution]) -> Menu:
    """Asks which of them; gives back the letter."""
    choices = {
        _STAYS: Choice(_STAYS, clash.keep_words, _STAYS, message("stays, the other's goes")),
        _TAKES_ITS_PLACE: Choice(_TAKES_ITS_PLACE, clash.drop_words, _TAKES_ITS_PLACE, message("takes its place")),
        _BOTH: Choice(_BOTH, message("both, the other's as {code}", code=clash.free), _BOTH),
    }
    offered = [Choice("", message("decide later"), ESCAPE), *(choices[letter] for letter in ways)]
    return Menu(message("Both have {key}", key=clash.collision.key), offered)


def told(how: Resolution) -> Message:
    """What is to be done, in short."""
    if how.way is Way.RENAME:
        return message("both, as {code}", code=how.new_key)
    return message("the other's values") if how.take else message("the other's goes")
