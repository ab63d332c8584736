"""Work that goes on while keys are answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, cast

from textual.css.query import NoMatches
from textual.dom import DOMNode


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
