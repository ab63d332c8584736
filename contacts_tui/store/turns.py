"""Taking turns: whoever writes for long lets others write in between."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

_SHARE = 0.05
"""The part of the time of a transaction that others get after it."""


@contextmanager
def turn() -> Iterator[None]:
    """One transaction among many: others get their turn when it is left, unless it failed."""
    started = time.monotonic()
    yield
    time.sleep((time.monotonic() - started) * _SHARE)
