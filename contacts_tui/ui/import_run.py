"""One import under way on the writer's thread: it can be stopped, and says now and then how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from contacts_tui.domain.import_result import ImportResult
from contacts_tui.exchange import importing
from contacts_tui.services import watch
from contacts_tui.ui.app import ContactsApp

PROFILE = "nav"
_BETWEEN_STEPS = 0.25
"""Seconds between two words about how far it is."""


class ImportRun:
    """`progress` is called in the import's thread."""

    def __init__(self, progress: Callable[[int, int], object]) -> None:
        self._progress = progress
        self._stop = False
        self._told = 0.0
        self._seen = 0

    def stop(self) -> None:
        """Let it end after the rows that are being written."""
        self._stop = True

    async def start(self, app: ContactsApp, path: str, *, dry_run: bool) -> ImportResult:
        """Import what a path holds, or only count it.

        Raises:
            ContactsError: when there is nothing there that can be imported.
        """
        self._seen = await app.write(watch.version, app.session)
        return await app.write(
            importing.import_path,
            app.session,
            Path(path.strip()),
            profile=PROFILE,
            dry_run=dry_run,
            progress=self._note,
            stopped=lambda: self._stop,
        )

    async def is_outdated(self, app: ContactsApp) -> bool:
        """Whether anybody has written to the book since this began.

        Raises:
            ContactsError: when the book cannot be read.
        """
        return await app.write(watch.version, app.session) != self._seen

    def _note(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._told >= _BETWEEN_STEPS:
            self._told = now
            self._progress(done, total)
