"""Several places share a post code, or several post codes a town: which one is meant (C-R11)."""

from __future__ import annotations

from collections.abc import Sequence

from contacts_tui.domain.codes import PostCode
from contacts_tui.domain.message import message
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu

MOST = 9


async def ask_place(app: ContactsApp, places: Sequence[PostCode]) -> PostCode | None:
    """Ask in a worker; None where what was typed is to stay as it is."""
    answer = await app.push_screen_wait(place_menu(places))
    return places[int(answer)] if answer is not None else None


def place_menu(places: Sequence[PostCode]) -> Menu:
    """The question; a long list shows the first nine, since more typing tells them apart."""
    shown = places[:MOST]
    choices = [
        Choice(str(index), f"{place.code}  {place.city}", str(index + 1), place.county)
        for index, place in enumerate(shown)
    ]
    choices.append(Choice("", message("Leave it as typed"), ESCAPE))
    same_code = len({place.code for place in places}) == 1
    title = (
        message("{code} stands for several towns. Which one?", code=places[0].code)
        if same_code
        else message("{town} has several post codes. Which one?", town=places[0].city)
    )
    return Menu(title, choices)
