"""The terminal that the program runs in: whether it will do, and giving it back as it was found."""

from __future__ import annotations

import os
import select
import termios
import tty
from collections.abc import Mapping
from contextlib import suppress

from contacts_tui.domain.message import Message, message

INPUT, SCREEN = 0, 2
"""Keys are read from standard input; Textual paints on standard error."""

_LEAVE = (
    b"\x1b[0m"
    b"\x1b[?2026l"  # the end of a half-sent picture
    b"\x1b[?2048l\x1b[?2004l\x1b[?1004l"  # no reports of size, paste and focus
    b"\x1b[?7h"  # long lines wrap
    b"\x1b[<u"  # keys as they were
    b"\x1b[?1049l\x1b[?25h"  # the screen that was there before, and its cursor
)
_PATIENCE = 200
"""Milliseconds to wait for a terminal that takes nothing."""


def refusal(environment: Mapping[str, str] = os.environ) -> Message | None:
    """Why the full-screen program cannot start here; None where it can."""
    if not all(_is_terminal(descriptor) for descriptor in (0, 1, 2)):
        return message("The full-screen program needs a terminal. Name a command, or connect with “ssh -t”.")
    if environment.get("TERM", "") in ("", "dumb"):
        return message("This terminal (TERM={name}) cannot show full screens.", name=environment.get("TERM", ""))
    return None


class Terminal:
    """Remembers how the terminal was set when the program began, and gives it back so on every way out."""

    def __init__(self) -> None:
        self._before = termios.tcgetattr(INPUT)

    def take_keys(self) -> None:
        """Let keys wait as they are pressed, unseen, until the screens read them; Ctrl+C still ends the program."""
        wanted = termios.tcgetattr(INPUT)
        wanted[tty.IFLAG] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        wanted[tty.LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        wanted[tty.CC][termios.VMIN], wanted[tty.CC][termios.VTIME] = 1, 0
        wanted[tty.CC][termios.VSUSP] = b"\0"  # nobody could bring the program back
        termios.tcsetattr(INPUT, termios.TCSANOW, wanted)

    def reset(self) -> None:
        """Set keys and echo as they were, where they are not."""
        with suppress(termios.error):
            if termios.tcgetattr(INPUT) != self._before:
                termios.tcsetattr(INPUT, termios.TCSANOW, self._before)

    def leave(self, screen: int = SCREEN) -> None:
        """Leave the full screen, with keys and echo as they were.

        Nothing is sent to a terminal that is gone or that takes nothing.
        """
        if is_gone(INPUT):
            return
        self.reset()
        with suppress(OSError):
            waiting = select.poll()
            waiting.register(screen, select.POLLOUT)
            if waiting.poll(_PATIENCE):
                os.write(screen, _LEAVE)

    def give_back(self) -> None:
        """Leave the full screen at once, whatever a thread is still sending; where the program ends abruptly."""
        with suppress(OSError):
            screen = os.dup(SCREEN)
            os.dup2(os.open(os.devnull, os.O_WRONLY), SCREEN)
            self.leave(screen)


def is_gone(descriptor: int, patience: int = 0) -> bool:
    """Whether the terminal behind a descriptor has hung up; waits for that at most `patience` milliseconds."""
    waiting = select.poll()
    waiting.register(descriptor, 0)
    return any(event & select.POLLHUP for _, event in waiting.poll(patience))


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
