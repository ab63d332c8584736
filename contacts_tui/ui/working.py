"""Work that goes on while keys are answered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, cast

from textual.dom import DOMNode


def start_work(
    node: DOMNode, call: Callable[[], Awaitable[object]], *, group: str = "default", exclusive: bool = False
) -> None:
    """Run a call as a worker of `node`; with `exclusive`, instead of what the group is still at.

    The call is made when the worker starts, so that one that never starts, since the page has gone, leaves nothing.
    """
    node.run_worker(cast("Callable[[], Coroutine[None, None, Any]]", call), group=group, exclusive=exclusive)
