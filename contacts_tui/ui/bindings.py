"""Textual's bindings, made from the table of keys."""

from __future__ import annotations

import re

from textual.binding import Binding, BindingType, Keymap
from textual.keys import _character_to_key

from contacts_tui.ui.keys import TABLE, Key, Scope, acting

_NAME = re.compile(r"\w+")


def bindings(*scopes: Scope) -> list[BindingType]:
    """The bindings of a screen or widget that owns these scopes; each bears the id of its action."""
    return [
        Binding(_name(name), key.action.replace("{key}", name), show=False, id=key.id)
        for scope in scopes
        for key in acting(scope, TABLE)
        for name in key.keys
    ]


def keymap(table: tuple[Key, ...]) -> Keymap:
    """What `App.set_keymap` needs for the actions whose keys differ from the table's."""
    standard = {key.id: key.keys for key in TABLE}
    return {key.id: ",".join(map(_name, key.keys)) for key in table if key.keys != standard[key.id]}


def method_of(action: str) -> str:
    """The name of the method that an action calls."""
    found = _NAME.match(action)
    return f"action_{found[0]}" if found else ""


def _name(key: str) -> str:
    return _character_to_key(key) if len(key) == 1 else key
