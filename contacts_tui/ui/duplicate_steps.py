"""The long steps of the search for duplicates: each shows how far it is and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.likeness.bands import POSSIBLE
from contacts_tui.domain.message import Message
from contacts_tui.services import likeness, search_strings
from contacts_tui.services.likeness import Scanned
from contacts_tui.services.search_strings import Generated
from contacts_tui.services.unit import Progress
from contacts_tui.ui import keys
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.draw.duplicates import comparing, generated, generating, twice_told
from contacts_tui.ui.widgets.long_step import LongStep

T = TypeVar("T")


async def scan(app: ContactsApp) -> Scanned:
    """Compare all contacts; possible pairs are found too.

    Raises:
        NotAllowed: where the user's role does not include it.
    """

    def call(progress: Progress, stopped: Callable[[], bool]) -> Scanned:
        return likeness.scan(app.session, least=POSSIBLE, progress=progress, stopped=stopped)

    return await _run(app, comparing, call)


async def with_likes(app: ContactsApp, contact_id: int, said: Message) -> Message:
    """What is said of a contact that was saved; where it may be there twice, that too, and the key to go on with."""
    try:
        found = await app.read(likeness.like_contact, app.session, contact_id)
    except ContactsError:
        return said
    return twice_told(said, found, _compare_key()) if found else said


def _compare_key() -> str:
    """The key of a card that compares its contact with those who may be the same."""
    return keys.shown(next(key for key in keys.current() if key.id == "card.duplicates").keys[-1])


async def generate(app: ContactsApp) -> None:
    """Make the search strings of all companies anew, and say how many pairs share enough of them."""

    def call(progress: Progress, stopped: Callable[[], bool]) -> Generated:
        return search_strings.generate(app.session, progress=progress, stopped=stopped)

    try:
        done = await _run(app, generating, call)
    except ContactsError as error:
        app.tell(error)
        return
    app.say(generated(done))


async def _run(
    app: ContactsApp, told: Callable[[int, int], Message], call: Callable[[Progress, Callable[[], bool]], T]
) -> T:
    """Run a long step on the writer thread, where it keeps no reading waiting."""
    step = LongStep(told(0, 0))
    await app.push_screen(step)
    try:
        return await app.write(call, lambda done, total: step.tell(told(done, total)), lambda: step.is_stopped)
    finally:
        if step.is_current:
            step.dismiss()
