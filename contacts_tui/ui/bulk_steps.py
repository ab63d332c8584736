"""Changing many contacts from a page: with how far it is where it takes long, and what was done, to be done again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import Message, message
from contacts_tui.services import bulk_edit
from contacts_tui.services.bulk_edit import BulkChange, BulkEdited
from contacts_tui.services.unit import ROWS_AT_ONCE
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.bulk_edit import progress, told
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.long_step import LongStep


@dataclass(frozen=True, slots=True)
class BulkStep:
    """A change that can be done again, and what it is in short."""

    change: BulkChange
    what: Message


async def run(page: BaseScreen[Any], ids: Sequence[int], change: BulkChange) -> BulkEdited:
    """Change these contacts; what takes more than one unit of work shows how far it is and can be stopped.

    Raises:
        ContactsError: where it is refused as a whole, or the book cannot be written.
    """
    app = app_of(page)
    if len(ids) <= ROWS_AT_ONCE:
        return await app.write(bulk_edit.edit, app.session, ids, change)
    step = LongStep(progress(0, len(ids)))
    await app.push_screen(step)
    try:
        return await app.write(
            bulk_edit.edit,
            app.session,
            ids,
            change,
            progress=lambda done, total: step.tell(progress(done, total)),
            stopped=lambda: step.is_stopped,
        )
    finally:
        if step.is_current:
            step.dismiss()


async def repeat(page: BaseScreen[Any], ids: Sequence[int], step: BulkStep) -> None:
    """Do again what was done to other contacts, and say what became of these."""
    app = app_of(page)
    try:
        done = await run(page, ids, step.change)
    except ContactsError as error:
        app.tell(error)
        return
    if done.batch:
        app.announce_change()
    app.say(message("{what}. {done}", what=step.what, done=told(done)), undo=bool(done.batch))
