"""Esc, and a key soon after it: what a terminal sends for both is what it sends for Alt and that key.

Alt is needed nowhere, so it is always taken for Esc and then the key. On a bad line the two arrive together however
slowly they were pressed.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

_ESC = "\x1b"
_PAIRS = {sequence for sequence in ANSI_SEQUENCES_KEYS if len(sequence) == 2 and sequence[0] == _ESC} - {
    "\x1b\x1b",
    "\x1b\t",
}
"""What Textual knows Esc and one key for, such as Alt+F for the next word; Shift+Tab on a console stays."""


class EscapeFirst(XTermParser):
    """Takes Alt and a key apart."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if sequence in _PAIRS:
            alt, sequence = True, sequence[1:]
        if alt:
            yield events.Key("escape", _ESC)
        yield from super()._sequence_to_key_events(sequence)
