"""How each program is started, on the same contacts; other programs only where they are installed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.books import USER, Made

ROOT = Path(__file__).parents[2]


def environment(home: Path) -> Mapping[str, str]:
    """A home without anybody's settings, and this program whatever is installed."""
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "FZF_DEFAULT_OPTS": "",
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


def ours(made: Made, *arguments: str) -> list[str]:
    """This program on a book."""
    return [sys.executable, "-m", "contacts_tui", "--database", str(made.book), "--user", USER, *arguments]


def bare() -> list[str]:
    """The bare Textual app."""
    return [sys.executable, str(Path(__file__).with_name("bare.py"))]


def fzf() -> str | None:
    """fzf, or the one that the package iterfzf brings along."""
    found = shutil.which("fzf")
    if found is None and (package := importlib.util.find_spec("iterfzf")) and package.origin:
        within = Path(package.origin).with_name("fzf")
        found = str(within) if within.exists() else None
    return found


def installed(name: str) -> str | None:
    """A program by its name, or beside this Python."""
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
