"""What is typed and not saved yet: kept in a small file for each form, within a second and when the program ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress

from contacts_tui.services import drafts
from contacts_tui.services.session import Session

Values = Mapping[str, str]

_PAUSE = 0.7
"""Seconds between two writes while someone types."""
_PATIENCE = 1.0
"""Seconds that the program, when it is ended, waits for a write that is under way."""


class DraftKeeper:
    """Keeps the drafts of the forms that are open.

    Writing is done in a thread of its own: a stalled line stops the timers of the screens, not this one. The forms are
    asked for what they hold once more when the program is ended.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._open: dict[str, Callable[[], Values]] = {}
        self._wanted: dict[str, Values] = {}
        self._kept: dict[str, Values] = {}
        # A signal handler may find the lock held by the code it interrupts, in the same thread.
        self._lock = threading.RLock()
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def open(self, form: str, values: Callable[[], Values]) -> None:
        """A form is shown; `values` says what was typed in it, nothing where nothing was. It may run in any thread."""
        self._open[form] = values

    def changed(self, form: str) -> None:
        """Something was typed: it is written within a second."""
        if form in self._open:
            self._want(form, dict(self._open[form]()))

    def close(self, form: str, *, keep: bool = False) -> None:
        """The form goes: with `keep` its draft stays for the next start, else it is removed."""
        values = self._open.pop(form, None)
        self._want(form, dict(values()) if keep and values is not None else {})

    def write(self) -> None:
        """Write whatever has not been written, at once; safe in a signal handler and in any thread."""
        held = self._lock.acquire(timeout=_PATIENCE)
        try:
            for form, values in tuple(self._open.items()):
                with suppress(Exception):
                    self._wanted[form] = dict(values())
            self._write_wanted()
        finally:
            if held:
                self._lock.release()

    def stop(self) -> None:
        """Write what is left and let the thread end."""
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()
        with self._lock:
            self._write_wanted()

    def _want(self, form: str, values: Values) -> None:
        self._wanted[form] = values
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="drafts", daemon=True)
            self._thread.start()
        self._wake.set()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.wait()
            self._wake.clear()
            with self._lock:
                self._write_wanted()
            self._stop.wait(_PAUSE)

    def _write_wanted(self) -> None:
        while self._wanted:
            form, values = self._wanted.popitem()
            if self._kept.get(form) == values:
                continue
            # One that cannot be written, on a full disk perhaps, stops neither the typing nor the others.
            with suppress(Exception):
                if not values:
                    drafts.discard(self._session, form)
                elif not drafts.save(self._session, form, values):
                    continue
                self._kept[form] = values
