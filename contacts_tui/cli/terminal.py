"""A question to whoever sits before the screen."""

from __future__ import annotations

import sys

from contacts_tui.cli.output import Output
from contacts_tui.domain.message import N_, Message
from contacts_tui.locale import _


def can_ask() -> bool:
    """Tell whether a question can be asked and answered."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(question: Message, output: Output) -> bool:
    """Ask a question whose harmless answer is no; anything but a yes is a no."""
    output.tell(f"{_(question)} {_(N_('y = yes, Enter = no'))}")
    answer = sys.stdin.readline().strip().casefold()
    return answer in {"y", "yes", _(N_("y")).casefold(), _(N_("yes")).casefold()}
