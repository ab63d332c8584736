"""What tests of screens share."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, cast

from rich.segment import Segment
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.screen import Screen

from contacts_tui.services.session import Session
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.context import Context

DEADLINE = 10.0


def app_with(first: Callable[[], Screen[Any]], **context: Any) -> ContactsApp:
    """An app that shows one page, without a book unless the context brings a session."""
    context.setdefault("session", cast(Session, None))
    return ContactsApp(Context(**context), first)


def segments(app: ContactsApp) -> list[list[Segment]]:
    """What the terminal would be sent, row by row, through all filters."""
    visible_screen_stack.set(app._background_screens)
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def lines(app: ContactsApp) -> list[str]:
    """The screen as text, without blanks at the ends of lines."""
    return ["".join(segment.text for segment in row).rstrip() for row in segments(app)]


def shown(app: ContactsApp) -> str:
    """The screen as one text."""
    return "\n".join(lines(app))


def spots(app: ContactsApp) -> list[str]:
    """What stands in reverse; a screen has one such spot."""
    return [segment.text for row in segments(app) for segment in row if segment.style and segment.style.reverse]


def marked(app: ContactsApp, mark: str) -> list[str]:
    """The lines that bear a mark in the gutter."""
    return [line for line in lines(app) if line.startswith(mark)]


async def wait_for(pilot: Pilot[Any], condition: Callable[[], object]) -> None:
    """Wait until a condition holds, or fail."""
    end = time.monotonic() + DEADLINE
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"never came true; the screen:\n{shown(cast(ContactsApp, pilot.app))}")
        await pilot.pause()
        await asyncio.sleep(0.005)
