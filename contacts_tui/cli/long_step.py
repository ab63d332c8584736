"""What takes long: how far it is, on one line of a terminal, and Ctrl+C, which ends it early and keeps what is done."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from contacts_tui.cli.output import Output
from contacts_tui.domain.message import Message
from contacts_tui.locale import _

_SECONDS_BETWEEN = 0.5


class Stop:
    """Tells whether Ctrl+C was pressed."""

    def __init__(self) -> None:
        self._asked = False

    def __call__(self) -> bool:
        return self._asked

    def __enter__(self) -> Stop:
        self._before = signal.signal(signal.SIGINT, self._ask)
        return self

    def __exit__(self, *_error: object) -> None:
        signal.signal(signal.SIGINT, self._before)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self._asked = True


class Progress:
    """How far it is, in the words of `told`, at most twice a second."""

    def __init__(self, output: Output, told: Callable[[int, int], Message]) -> None:
        self._output = output
        self._told = told
        self._last = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._last < _SECONDS_BETWEEN:
            return
        self._last, self._shown = now, True
        self._output.rewrite(_(self._told(done, total)))

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._output.rewrite("")
