"""What Textual can do and this program must not: write files, start programs, stop the process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App


class SwitchedOff(App[None]):
    """Overrides the built-ins that a stored text or a stray key could reach on a shared server; each does nothing."""

    ENABLE_COMMAND_PALETTE = False

    def action_command_palette(self) -> None:
        """The program has a palette of its own."""

    def action_change_theme(self) -> None:
        """There is one theme: the terminal's colours."""

    def action_toggle_dark(self) -> None:
        """There is one theme: the terminal's colours."""

    def refresh_css(self, animate: bool = True) -> None:
        """There is one theme, and the style sheets are parsed with its colours."""

    def action_show_help_panel(self) -> None:
        """The program has a help page of its own."""

    def action_notify(self, message: str, title: str = "", severity: str = "information") -> None:
        """Messages come from the program only."""

    async def action_simulate_key(self, key: str) -> None:
        """Keys come from the keyboard only."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """No file is written."""

    def save_screenshot(self, *args: Any, **more: Any) -> str:
        """No file is written."""
        return ""

    def deliver_screenshot(self, *args: Any, **more: Any) -> str | None:
        """No file is written."""
        return None

    def deliver_text(self, *args: Any, **more: Any) -> str | None:
        """No file is written."""
        return None

    def deliver_binary(self, *args: Any, **more: Any) -> str | None:
        """No file is written."""
        return None

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """No program is started on the server."""

    def action_suspend_process(self) -> None:
        """The session has no shell to come back from."""

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """No other program takes the terminal over."""
        yield

    def _set_pointer_shape(self, shape: str) -> None:
        """There is no mouse, and not every terminal swallows the sequence."""
