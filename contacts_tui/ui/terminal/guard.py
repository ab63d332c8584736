"""The exit guard: nothing that a terminal takes for a command leaves in a line of text."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from contacts_tui.domain.text import guard


class ExitGuard(LineFilter):
    """Cleans every line that Textual is about to write, wherever its text came from.

    What is removed takes no column, so nothing shifts. Segments that are terminal commands of Textual itself pass.
    `encoding` is the terminal's: what it cannot show becomes ``?`` instead of an escape.
    """

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._narrow = "" if encoding.lower().replace("_", "-") in ("utf-8", "utf8") else encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, their text cleaned."""
        return [segment if segment.control else self._clean(segment) for segment in segments]

    def _clean(self, segment: Segment) -> Segment:
        text = guard(segment.text)
        if self._narrow and not text.isascii():
            text = text.encode(self._narrow, "replace").decode(self._narrow)
        return segment if text is segment.text else Segment(text, segment.style)
