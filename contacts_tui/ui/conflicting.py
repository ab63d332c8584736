"""What can be done about two alternative addresses or date ranges of which one contact can have one, as a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from contacts_tui.domain.collisions import Resolution, Way
from contacts_tui.domain.message import Message, message
from contacts_tui.services.merging import Clash, Merging
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.new_key_form import NewKeyForm
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu

_STAYS, _TAKES_ITS_PLACE, _BOTH, _TYPED = "k", "o", "r", "t"


def ask(app: ContactsApp, what: Merging, clash: Clash, chosen: Callable[[Resolution], object]) -> None:
    """Ask what is to be done about a conflict; `chosen` is told, unless that is put off."""
    ways = _ways_out(clash)

    def typed(key: str) -> None:
        chosen(Resolution(Way.RENAME, key))

    def answered(letter: str | None) -> None:
        if letter == _TYPED:
            app.push_screen(NewKeyForm(what, clash, typed))
        elif letter is not None:
            chosen(ways[letter])

    app.push_screen(_question(clash, ways), answered)


def _ways_out(clash: Clash) -> dict[str, Resolution]:
    """What can be done about it, by letter."""
    ways = {_STAYS: Resolution(Way.REMOVE)}
    if clash.differing:
        ways[_TAKES_ITS_PLACE] = Resolution(Way.REMOVE, take=clash.differing)
    if clash.free:
        ways[_BOTH] = Resolution(Way.RENAME, clash.free)
    return ways


def _question(clash: Clash, ways: Mapping[str, Resolution]) -> Menu:
    """Asks which of them; gives back the letter."""
    choices = {
        _STAYS: Choice(_STAYS, clash.keep_words, _STAYS, message("stays, the other's goes")),
        _TAKES_ITS_PLACE: Choice(_TAKES_ITS_PLACE, clash.drop_words, _TAKES_ITS_PLACE, message("takes its place")),
        _BOTH: Choice(_BOTH, message("both, the other's as {code}", code=clash.free), _BOTH),
    }
    by_code = message("both, by a code to type")
    by_day = message("both, from a day to type")
    offered = [
        Choice("", message("decide later"), ESCAPE),
        *(choices[letter] for letter in ways),
        Choice(_TYPED, by_code if clash.collision.is_address else by_day, _TYPED),
    ]
    return Menu(message("Both have {key}", key=clash.collision.key), offered)


def told(how: Resolution) -> Message:
    """What is to be done, in short."""
    if how.way is Way.RENAME:
        return message("both, as {code}", code=how.new_key)
    return message("the other's values") if how.take else message("the other's goes")
