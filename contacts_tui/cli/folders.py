"""The user's own folders, by the XDG Base Directory Specification: on every system, so that a help desk knows them."""

from __future__ import annotations

import os
from pathlib import Path

_APP = "contacts-tui"


def config() -> Path:
    """Where the settings file is."""
    return _folder("XDG_CONFIG_HOME", ".config")


def data() -> Path:
    """Where the user's own book is."""
    return _folder("XDG_DATA_HOME", ".local/share")


def state() -> Path:
    """Where drafts and the contacts opened last are."""
    return _folder("XDG_STATE_HOME", ".local/state")


def log() -> Path:
    """Where the traces of faults are."""
    return state() / "log"


def _folder(variable: str, usual: str) -> Path:
    """The folder that the environment names; a path that is not absolute must be ignored, says the specification."""
    named = Path(os.environ.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / usual) / _APP
