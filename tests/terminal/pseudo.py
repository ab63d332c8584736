"""A pseudo terminal with a program in it: keys in, bytes and screen out. It answers no question of the program."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any

import pyte

DEADLINE = 30.0
"""Seconds after which something that should have come is taken to never come; a machine may be busy."""

#: Makes the pseudo terminal the controlling one, as sshd does, and lets the program begin with the hang-up ignored.
_LAUNCH = """
import fcntl, os, signal, sys, termios
own, ignored, *command = sys.argv[1:]
if own == "own":
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
if ignored == "ignored":
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.execv(command[0], command)
"""

#: pyte takes these for text, or for something else.
_UNKNOWN_TO_PYTE = (b"\x1b[<u", b"\x1b[>25u", b"\x1b[?2026$p", b"\x1b[?2048$p")
_INCOMPLETE = re.compile(rb"\x1b(\[[0-?]*[ -/]*)?\Z")

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "tab": "\t",
    "backspace": "\x7f",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "escape": "\x1b",
}


class Pseudo:
    """Runs a command in a terminal of its own; to be used in a `with` statement, which ends it in any case."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
        controlling: bool = True,
        hangup_ignored: bool = False,
    ) -> None:
        self.received = bytearray()
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._fed = 0
        self.master, slave = os.openpty()
        self._slave: int | None = slave
        self._set_size(columns, rows)
        self.settings_before = termios.tcgetattr(slave)
        how = ("own" if controlling else "other", "ignored" if hangup_ignored else "heard")
        self.process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, *how, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(environment),
            start_new_session=True,
        )

    def __enter__(self) -> Pseudo:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    # What comes out

    def read(self, patience: float = 0.0) -> bool:
        """Take what has come, waiting at most `patience` seconds for it; tells whether anything came."""
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:
            data = b""
        self.received += data
        return bool(data)

    def lines(self) -> list[str]:
        """The screen as it is now."""
        data = _INCOMPLETE.sub(b"", bytes(self.received[self._fed :]))
        self._fed += len(data)
        for sequence in _UNKNOWN_TO_PYTE:
            data = data.replace(sequence, b"")
        self._stream.feed(data)
        rows = (self.screen.buffer[y] for y in range(self.screen.lines))
        return ["".join(row[x].data for x in range(self.screen.columns)).rstrip() for row in rows]

    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines())

    def wait_until(self, condition: Callable[[], object]) -> None:
        """Read until a condition holds."""
        end = time.monotonic() + DEADLINE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"never came true; the screen:\n{self.text()}")
            if not self.read(0.05) and self.process.poll() is not None and not condition():
                raise AssertionError(f"ended with {self.process.returncode}; the screen:\n{self.text()}")

    def wait_for(self, text: str) -> None:
        """Read until a text is on the screen."""
        self.wait_until(lambda: text in self.text())

    def wait_gone(self, text: str) -> None:
        """Read until a text is no longer on the screen."""
        self.wait_until(lambda: text not in self.text())

    def settle(self, silence: float = 0.4) -> None:
        """Read until nothing has come for a while."""
        end = time.monotonic() + DEADLINE
        while self.read(silence):
            if time.monotonic() > end:
                raise AssertionError(f"never silent; the screen:\n{self.text()}")

    def wait_end(self) -> int:
        """Read until the program has ended; its exit status, negative for a signal that killed it."""
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise AssertionError(f"did not end; the screen:\n{self.text()}")
            if self.master >= 0:
                self.read(0.02)
            else:
                select.select([], [], [], 0.02)
        while self.master >= 0 and self.read():
            pass
        return self.process.returncode

    def wait_for_silence(self, seconds: float) -> bytes:
        """What comes within some seconds of doing nothing."""
        start = len(self.received)
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)
        return bytes(self.received[start:])

    # What goes in

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self.master, text.encode())

    def press(self, *names: str) -> None:
        """Press keys, by name or as a character; what follows Esc is not sent together with it."""
        for name in names:
            self.type(KEYS.get(name, name))
            if name == "escape":
                self.settle(0.3)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self.lines()
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def settings(self) -> list[Any]:
        """How the terminal is set now."""
        assert self._slave is not None
        return termios.tcgetattr(self._slave)

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the program alone."""
        os.kill(self.process.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as a link that is cut does."""
        for descriptor in (self._slave, self.master):
            if descriptor is not None and descriptor >= 0:
                os.close(descriptor)
        self._slave, self.master = None, -1
