"""Keys as the terminal sends them, read by the loop that also draws.

Textual has a thread for that, from which each key takes a detour; and it ends a tenth of a second after it is told to.
"""

from __future__ import annotations

import asyncio
import os
from codecs import getincrementaldecoder
from collections.abc import Callable

from textual.constants import ESCAPE_DELAY
from textual.message import Message

from contacts_tui.ui.terminal.escape import EscapeFirst

_AT_ONCE = 4096
_LATER = 0.01
"""The parser goes by a clock of its own: it is asked a little after the end of its patience."""


class KeyReader:
    """Passes on what the terminal behind `descriptor` sends; `failed` is told of an error, after which it reads on."""

    def __init__(
        self, descriptor: int, take: Callable[[Message], object], failed: Callable[[Exception], object]
    ) -> None:
        self._descriptor = descriptor
        self._take = take
        self._failed = failed
        self._parser = EscapeFirst()
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._loop = asyncio.get_running_loop()
        self._alone: asyncio.TimerHandle | None = None
        self._loop.add_reader(descriptor, self._read)

    def stop(self) -> None:
        """Read no more."""
        self._loop.remove_reader(self._descriptor)
        self._wait_no_longer()

    def _read(self) -> None:
        try:
            data = os.read(self._descriptor, _AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:  # the terminal is gone, which whoever watches it finds out
            self.stop()
            return
        self._wait_no_longer()
        try:
            for event in self._parser.feed(self._decode(data)):
                self._take(event)
        except Exception as error:
            self._failed(error)
        # An Esc that nothing follows is the key.
        self._alone = self._loop.call_later(ESCAPE_DELAY + _LATER, self._end_waiting)

    def _end_waiting(self) -> None:
        try:
            for event in self._parser.tick():
                self._take(event)
        except Exception as error:
            self._failed(error)

    def _wait_no_longer(self) -> None:
        if self._alone is not None:
            self._alone.cancel()
            self._alone = None
