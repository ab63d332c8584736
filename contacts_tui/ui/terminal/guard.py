"""The exit guard: nothing that a terminal takes for a command leaves in a line of text."""

from __future__ import annotations

from contacts_tui.domain.text import guard


class ExitGuard:
    """Cleans every text that becomes cells of the terminal, wherever it came from.

    What is removed takes no column, so nothing shifts. `encoding` is the terminal's: what it cannot show becomes ``?``
    instead of an escape.
    """

    def __init__(self, encoding: str = "utf-8") -> None:
        self._narrow = "" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding

    def __call__(self, text: str) -> str:
        """The text, cleaned."""
        text = guard(text)
        if self._narrow and not text.isascii():
            return text.encode(self._narrow, "replace").decode(self._narrow)
        return text
