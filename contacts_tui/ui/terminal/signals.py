"""The ways in which the program is ended from outside: what is typed is written, the terminal given back, then out."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from contacts_tui.ui.terminal.tty import INPUT, is_gone

_SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
_LOOK_EVERY = 1000
"""Milliseconds; a hang-up is noticed at once, this only bounds how long the thread outlives the screens."""
_PAUSE = 0.05
"""Seconds between two looks where a system cannot wait for a terminal."""
_DEADLINE = 3
"""Seconds after which the kernel ends the program, should a disk not answer."""


class LastWords:
    """Ends the program when its terminal hangs up or someone asks it to end.

    The handlers are set whatever the parent had: a hang-up that is ignored leaves a program spinning on a dead
    terminal. A thread watches the terminal besides, for a hang-up that no signal tells of.

    `write`, for what is typed, is set when there is something to type in. It is called with the program in any state,
    in the main thread or in the one that watches: it may do plain file operations only. `give_back` leaves the full
    screen.
    """

    def __init__(self, give_back: Callable[[], None]) -> None:
        self.write: Callable[[], None] = lambda: None
        self._give_back = give_back
        self._before: dict[signal.Signals, Any] = {}
        self._over = threading.Event()
        self._ending = False

    def __enter__(self) -> LastWords:
        """Listen from now on."""
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._told)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        threading.Thread(target=self._watch, name="terminal-watch", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the signals as they were."""
        self._over.set()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _told(self, number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        self._end(number)

    def _watch(self) -> None:
        while not self._over.is_set():
            if is_gone(INPUT, _LOOK_EVERY) and not self._over.is_set():
                self._end(signal.SIGHUP)
            self._over.wait(_PAUSE)

    def _end(self, number: int) -> None:
        if self._ending:
            return
        self._ending = True
        signal.alarm(_DEADLINE)
        with suppress(Exception):
            self.write()
        with suppress(Exception):
            self._give_back()
        os._exit(128 + number)
