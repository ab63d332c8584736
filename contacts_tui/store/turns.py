"""Taking turns: whoever writes for long lets others write in between."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_SHARE = 0.05
"""The part of the time of a transaction that others get after it."""


class _Others(threading.local):
    """Until when it is others' turn, after what this thread has written."""

    until = 0.0


_others = _Others()


@contextmanager
def turn() -> Iterator[None]:
    """One transaction among many: others had their turn since the last one of this thread, unless that failed.

    What is done between two of them is time for others as well as any.
    """
    time.sleep(max(_others.until - time.monotonic(), 0))
    started = time.monotonic()
    yield
    ended = time.monotonic()
    _others.until = ended + (ended - started) * _SHARE
