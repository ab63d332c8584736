"""What holds for the whole package: services declare rights, files are short, reading loads no more than it needs."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import contacts_tui
from contacts_tui import services
from contacts_tui.services.permissions import Right
from contacts_tui.store import lists

_PACKAGE = Path(contacts_tui.__file__).parent
_MOST_LINES = 300


def _modules(package: object) -> list[str]:
    path, name = package.__path__, package.__name__  # type: ignore[attr-defined]
    return sorted(found.name for found in pkgutil.walk_packages(path, f"{name}."))


def _session_functions() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every public function of the services whose first parameter is the session."""
    for name in _modules(services):
        module = importlib.import_module(name)
        for attribute, value in vars(module).items():
            if attribute.startswith("_") or not inspect.isfunction(value) or value.__module__ != name:
                continue
            if next(iter(inspect.signature(value).parameters), "") == "session":
                yield f"{name}.{attribute}", value


#: Parts of a service that run within its unit of work, after its right was checked.
_WITHIN = {
    "contacts_tui.services.contacts.enter",
    "contacts_tui.services.numbering.number_contact",
    "contacts_tui.services.numbering.number_partner",
    "contacts_tui.services.partner_changes.follow",
    "contacts_tui.services.partner_changes.make_contact",
    "contacts_tui.services.permissions.require",
    "contacts_tui.services.unit.batch",
    "contacts_tui.services.unit.writing",
}


def test_every_service_declares_the_right_that_it_needs() -> None:
    undeclared = [
        name for name, function in _session_functions() if not isinstance(getattr(function, "right", None), Right)
    ]
    assert sorted(set(undeclared) - _WITHIN) == []


def test_what_needs_no_right_of_its_own_is_there() -> None:
    assert {name for name, _ in _session_functions()} >= _WITHIN


def test_no_file_is_too_long_to_be_read() -> None:
    long = {
        str(path.relative_to(_PACKAGE)): lines
        for path in _PACKAGE.rglob("*.py")
        if "migrations" not in path.parts
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > _MOST_LINES
    }
    assert long == {}


#: Parts of the standard library that take longer to load than the first page takes to read and draw.
SLOW = frozenset(
    {"argparse", "asyncio", "dataclasses", "gettext", "hashlib", "inspect", "json", "shutil", "tempfile", "tomllib"}
)


@pytest.mark.parametrize("module", ["contacts_tui.cli.find", "contacts_tui.cli.program", "contacts_tui.ui.run"])
def test_what_is_loaded_before_the_first_page_is_quick_to_load(module: str) -> None:
    loads = f"import contacts_tui.cli.main, {module}"
    code = f"import sys; before = {{*sys.modules}}; {loads}; print(*{{*sys.modules}} - before)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert SLOW & set(done.stdout.split()) == set()


@pytest.mark.parametrize(
    "module", ["contacts_tui.ui.run", "contacts_tui.ui.first_page", "contacts_tui.ui.terminal.early"]
)
def test_types_of_the_first_page_are_made_without_detour(module: str) -> None:
    # A named tuple whose annotations are texts has each of them compiled, which takes longer than all else about it.
    code = f"import typing; typing.ForwardRef = None; import contacts_tui.cli.main, {module}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "module",
    [
        "contacts_tui.services.search",
        "contacts_tui.services.recents",
        "contacts_tui.services.drafts",
        "contacts_tui.services.preferences",
        "contacts_tui.ui.first_page",
        "contacts_tui.ui.terminal.early",
        *_modules(lists),
    ],
)
def test_reading_lists_loads_neither_peewee_nor_the_screens(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({{'peewee', 'playhouse', 'textual', 'rich'}} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
