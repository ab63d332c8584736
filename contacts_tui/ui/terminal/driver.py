"""The terminal's driver where the first page stands on the full screen already."""

from __future__ import annotations

from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from contacts_tui.ui.terminal.early import ENTER


class EnteredDriver(LinuxDriver):
    """Does not enter the full screen a first time: that would clear it."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._is_entered = True

    def write(self, data: str) -> None:
        """Send something to the terminal."""
        if data == ENTER and self._is_entered:
            self._is_entered = False
        else:
            super().write(data)
