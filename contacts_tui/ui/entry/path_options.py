"""What a path that is being typed may go on with: the files and folders of the server that the user may read."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from contacts_tui.domain.text import clean_line, fold

MOST_READ = 5000
"""A folder with more entries is not read to its end."""
MOST = 200


@dataclass(frozen=True, slots=True)
class PathOption:
    """An entry of a folder: its name, and the whole path that typing it would give."""

    name: str
    path: str
    is_folder: bool


def path_options(typed: str, endings: Collection[str] = ()) -> list[PathOption]:
    """The entries that begin with what was typed last, folders first; case and accents do not matter.

    With `endings` only folders and files that end so are offered. Hidden entries come when their dot is typed. A name
    that cannot be typed, because it holds control characters or is no text, is left out; so is a folder that cannot be
    read, or is none.
    """
    head, begun = os.path.split(typed)
    prefix = typed[: len(typed) - len(begun)]
    wanted = fold(begun)
    found = []
    for name, is_folder in _entries(head or "."):
        if not fold(name).startswith(wanted) or (name.startswith(".") and not begun.startswith(".")):
            continue
        if is_folder or not endings or Path(name).suffix.lower() in endings:
            found.append(PathOption(name, f"{prefix}{name}{os.sep if is_folder else ''}", is_folder))
    return sorted(found, key=lambda one: (not one.is_folder, fold(one.name), one.name))[:MOST]


def _entries(folder: str) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    try:
        with os.scandir(Path(folder).expanduser()) as entries:
            for entry in entries:
                if len(found) >= MOST_READ:
                    break
                if can_be_typed(entry.name):
                    found.append((entry.name, entry.is_dir()))
    except (OSError, ValueError, RuntimeError):
        return found
    return found


def can_be_typed(name: str) -> bool:
    """Whether a name stays what it is when it is typed into a line."""
    return clean_line(name) == name
