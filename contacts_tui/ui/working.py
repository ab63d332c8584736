"""Work that goes on while keys are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Executor, Future, wait
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from textual.css.query import NoMatches
from textual.dom import DOMNode

from contacts_tui.ui.context import app_of

if TYPE_CHECKING:
    from contacts_tui.services.session import Session

SOON = 0.01
"""Seconds that a key may wait for what comes of the one before it."""


def start_work(
    node: DOMNode, call: Callable[[], Awaitable[object]], *, group: str = "default", exclusive: bool = False
) -> None:
    """Run a call as a worker of `node`; with `exclusive`, instead of what the group is still at.

    The call is made when the worker starts, so that one that never starts, since the page has gone, leaves nothing.
    One that ends while the program is being left finds its widgets gone already, and has nobody to tell.
    """

    async def work() -> None:
        try:
            await call()
        except NoMatches:
            if node.app.is_running:
                raise

    node.run_worker(cast("Callable[[], Coroutine[None, None, Any]]", work), group=group, exclusive=exclusive)


def when_done(node: DOMNode, future: Future[Any], call: Callable[[], object], *, group: str = "default") -> None:
    """Make a call once a thread has done something, instead of what the group still waits for.

    What takes a moment only is waited for here and now, unless the next key is there: to be told of it later would take
    as long again, since all that goes on in the screens would come first.
    """
    wait((future,), 0 if app_of(node).has_keys else SOON)
    if future.done():
        call()
        return

    async def later() -> None:
        await asyncio.wait((asyncio.wrap_future(future),))
        call()

    start_work(node, later, group=group, exclusive=True)


def tidy_later(writer: Executor, session: Session) -> None:
    """Let the thread that writes do what a save has left for later, once it has nothing else to do."""
    from contacts_tui.services.unit import tidy

    with suppress(RuntimeError):  # the program is being left
        writer.submit(tidy, session)
