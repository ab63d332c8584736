"""All set-up as one readable file: TOML or JSON, by the ending of its name."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from contacts_tui.domain.errors import NotFound, Refused, Unavailable, WrongUse
from contacts_tui.domain.message import message

#: Far above any set-up, far below what would hold up the program.
_LARGEST = 16 * 1024 * 1024


def check_name(path: Path) -> None:
    """Refuse a name that says neither TOML nor JSON.

    Raises:
        WrongUse: when the name ends otherwise.
    """
    if path.suffix.lower() not in (".toml", ".json"):
        raise WrongUse(
            message("{path}: a name that ends with .toml or .json says which form it has.", path=str(path)),
            value=str(path),
        )


def write(path: Path, setup: Mapping[str, object]) -> None:
    """Write the set-up to a new file that only its owner can read.

    Raises:
        WrongUse: when the name says neither TOML nor JSON.
        Refused: when there is a file of that name.
        Unavailable: when it cannot be written.
    """
    check_name(path)
    text = to_toml(setup) if path.suffix.lower() == ".toml" else json.dumps(setup, ensure_ascii=False, indent=2) + "\n"
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError as error:
        raise Refused(
            message("There is a file {path} already. Name another.", path=str(path)), value=str(path)
        ) from error
    except OSError as error:
        raise _unwritten(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise _unwritten(path, error) from error


def read(path: Path) -> dict[str, object]:
    """The set-up that a file holds; whether it makes sense is for the rules to say.

    Raises:
        WrongUse: when the name says neither TOML nor JSON.
        NotFound: when there is no such file.
        Refused: when it cannot be read or is not of the form that its name says.
    """
    check_name(path)
    if not path.is_file():
        raise NotFound(message("There is no file {path}.", path=str(path)), value=str(path))
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(message("{path} is too large for a file of set-up.", path=str(path)), value=str(path))
        text = path.read_text("utf-8-sig")
        found = tomllib.loads(text) if path.suffix.lower() == ".toml" else json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise Refused(
            message("{path} cannot be read: {problem}.", path=str(path), problem=str(error)), value=str(path)
        ) from error
    if not isinstance(found, dict):
        raise Refused(message("{path} holds no set-up.", path=str(path)), value=str(path))
    return found


def to_toml(setup: Mapping[str, object]) -> str:
    """The set-up as TOML: a table of fields, and for each list one table a line."""
    parts = []
    for name, content in setup.items():
        if isinstance(content, Mapping):
            parts.append(_table(f"[{name}]", content))
        elif isinstance(content, list):
            parts += [_table(f"[[{name}]]", row) for row in content]
    return "\n".join(parts)


def _table(head: str, fields: Mapping[str, object]) -> str:
    return "".join((f"{head}\n", *(f"{name} = {_value(value)}\n" for name, value in fields.items())))


def _value(value: object) -> str:
    """A text, a number or a switch: JSON writes them as TOML does, but for one control character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unwritten(path: Path, error: OSError) -> Unavailable:
    reason = error.strerror or str(error)
    return Unavailable(message("{path} cannot be written: {reason}.", path=str(path), reason=reason), value=str(path))
