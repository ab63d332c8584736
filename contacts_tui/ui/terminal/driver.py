"""The terminal's driver: keys come in and frames go out without a detour."""

from __future__ import annotations

import locale
import os
from contextlib import suppress
from typing import Any

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from contacts_tui.ui.terminal.early import ENTER
from contacts_tui.ui.terminal.key_reader import KeyReader
from contacts_tui.ui.terminal.tty import SCREEN


class TerminalDriver(LinuxDriver):
    """Takes keys as they come, and sends a frame before anything else is done.

    Textual has a thread for each, which gets its turn when the screens rest. While the terminal takes nothing, nothing
    can be seen to change, so that the screens may wait for it; what then comes of many keys is sent as one frame. The
    system passes it on in a thread of its own, which otherwise might have to wait until the screens rest.
    """

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._keys: KeyReader | None = None

    def write(self, data: str) -> None:
        """Send something to the terminal; to one that is gone nothing, which whoever watches it finds out."""
        left = data.encode(locale.getencoding(), "replace")
        with suppress(OSError):
            while left:
                left = left[os.write(SCREEN, left) :]
        os.sched_yield()

    def send_message(self, message: Message) -> None:
        """Pass a key on to the app."""
        self._app.post_message(message)

    def _run_input_thread(self) -> None:
        """Textual's thread that waits for keys has nothing to do but to let the loop wait for them."""
        self._loop.call_soon_threadsafe(self._take_keys)

    def _take_keys(self) -> None:
        self._keys = KeyReader(self.fileno, self.process_message, self._app._handle_exception)

    def disable_input(self) -> None:
        """Take no more keys."""
        if self._keys is not None:
            self._keys.stop()
            self._keys = None
        super().disable_input()


class EnteredDriver(TerminalDriver):
    """Does not enter the full screen a first time, where the first page stands already: that would clear it."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._is_entered = True

    def write(self, data: str) -> None:
        """Send something to the terminal."""
        if data == ENTER and self._is_entered:
            self._is_entered = False
        else:
            super().write(data)
