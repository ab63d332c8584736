"""Whether someone sits before the screen, and a question to them."""

from __future__ import annotations

import os
import sys

from contacts_tui.cli.output import Output
from contacts_tui.domain.errors import WrongUse
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.locale import _


def can_ask() -> bool:
    """Tell whether a question can be asked and answered."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(question: Message, output: Output) -> bool:
    """Ask a question whose harmless answer is no; anything but a yes is a no."""
    output.tell(f"{_(question)} {_(N_('y = yes, Enter = no'))}")
    answer = sys.stdin.readline().strip().casefold()
    return answer in {"y", "yes", _(N_("y")).casefold(), _(N_("yes")).casefold()}


def check_full_screen() -> None:
    """Refuse to open the full-screen program where there is no screen for it.

    Raises:
        WrongUse: when one of the three streams is no terminal, or the terminal cannot move its cursor.
    """
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise WrongUse(message("The full-screen program needs a terminal. See the commands with --help."))
    if os.environ.get("TERM", "") in ("", "dumb"):
        raise WrongUse(message("This terminal cannot show the full-screen program. See the commands with --help."))
