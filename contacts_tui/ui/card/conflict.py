"""Someone else changed the same field meanwhile: both values are shown, and the user chooses (C-R20)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from contacts_tui.domain.errors import Conflict
from contacts_tui.domain.fields import Field
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.record import Record, with_values
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu

R = TypeVar("R", bound=Record)


async def ask_which(app: ContactsApp, conflict: Conflict) -> bool | None:
    """Ask in a worker: True to write one's own value, False to leave the stored one, None to go on typing."""
    answer = await app.push_screen_wait(conflict_menu(conflict))
    return None if answer is None else answer == "mine"


async def write_or_ask(
    app: ContactsApp,
    write: Callable[[R | None, dict[str, str]], object],
    seen: R | None,
    values: Mapping[str, str],
    fields: Mapping[str, Field],
    stored: Callable[[], R | None],
) -> bool:
    """Write what a form holds about a row as its editor saw it; on a conflict ask which value stays, and write again.

    `write` runs on the writer thread, and `stored` reads the row as it is now. False where the user goes on typing.
    """
    wanted = dict(values)
    while True:
        try:
            await app.write(write, seen, wanted)
            return True
        except Conflict as conflict:
            mine = await ask_which(app, conflict)
            if mine is None:
                return False
            now, attribute = await app.read(stored), fields[conflict.field].attribute
            if seen is not None and now is not None:
                seen = with_values(seen, {attribute: getattr(now, attribute)})
            if not mine:
                wanted.pop(conflict.field, None)


def conflict_menu(conflict: Conflict) -> Menu:
    """The question; it starts on the value that is stored."""
    return Menu(
        message(
            "{user} changed “{field}” while you typed. Which one stays?",
            user=conflict.by or "?",
            field=_label(conflict),
        ),
        [
            Choice("theirs", conflict.theirs or glyphs.current().empty, "t", _theirs(conflict)),
            Choice("mine", conflict.mine or glyphs.current().empty, "m", message("mine")),
            Choice("back", message("Back to the field"), ESCAPE),
        ],
        trouble=True,
    )


def _label(conflict: Conflict) -> Message:
    """What the field is called; the sentence of the conflict begins with it."""
    return next(
        (value for name, value in conflict.message.values if isinstance(value, Message) and name == "field"),
        Message(""),
    )


def _theirs(conflict: Conflict) -> Message:
    if conflict.at is None:
        return message("theirs: {user}", user=conflict.by)
    return message("theirs: {user}, {time}", user=conflict.by, time=f"{conflict.at.astimezone():%H:%M}")
