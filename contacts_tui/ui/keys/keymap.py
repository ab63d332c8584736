"""Questions to the table of keys, and a user's own keys laid over it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from contacts_tui.domain.message import N_
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.keys.scopes import ALONE, LABELS, TYPING, Key, Scope
from contacts_tui.ui.keys.table import TABLE

NAMES = {
    "enter": N_("Enter"),
    "escape": N_("Esc"),
    "space": N_("space"),
    "tab": N_("Tab"),
    "shift+tab": N_("Shift+Tab"),
    "backspace": N_("Backspace"),
    "delete": N_("Del"),
    "home": N_("Home"),
    "end": N_("End"),
    "pageup": N_("PgUp"),
    "pagedown": N_("PgDn"),
    "ctrl+z": "Ctrl+Z",
}
ARROWS = frozenset(("up", "down", "left", "right"))


_ROOM = 7
"""How many columns the help page has for keys."""


class _Chosen:
    table: tuple[Key, ...] = TABLE


def use(table: tuple[Key, ...]) -> None:
    """Show these keys from now on; the bindings follow through `ContactsApp.use_keys`."""
    _Chosen.table = table


def current() -> tuple[Key, ...]:
    """The keys in use: the table, or the table with the user's own keys."""
    return _Chosen.table


def acting(scope: Scope, table: tuple[Key, ...] | None = None) -> tuple[Key, ...]:
    """The keys that act in a scope, those of everywhere included where they do; the scope's own win a shared key."""
    rows = current() if table is None else table
    own = tuple(key for key in rows if scope in key.scopes)
    if scope in ALONE:
        return own
    taken = {name for key in own for name in key.keys}
    general = (key for key in rows if Scope.EVERYWHERE in key.scopes)
    kept = (key._replace(keys=tuple(name for name in key.keys if name not in taken)) for key in general)
    return (*own, *(key for key in kept if key.keys))


def shown(name: str) -> str:
    """How one key is written, in the language shown: ``Enter``, ``Échap``, ``↑``, ``?``."""
    if name in ARROWS:
        marks = glyphs.current()
        return {"up": marks.up, "down": marks.down}.get(name, marks.left_right)
    return _(NAMES[name]) if name in NAMES else name


def written(key: Key) -> str:
    """How the keys of an action are written in the footer: the first one, or both arrows."""
    marks = {("up", "down"): glyphs.current().arrows, ("left", "right"): glyphs.current().left_right}
    if key.keys in marks:
        return marks[key.keys]
    if len(key.keys) > 2 and all(name.isdigit() for name in key.keys):
        return f"{key.keys[0]} - {key.keys[-1]}"
    return shown(key.keys[0])


def written_with_twin(key: Key) -> str:
    """How they are written on the help page: ``j k`` for an action and its twin, where both fit."""
    twin = next((other for other in current() if other.id == key.twin), None)
    if twin is None:
        return written(key)
    if (key.keys[0], twin.keys[0]) == ("left", "right"):
        return glyphs.current().left_right
    both = f"{shown(key.keys[0])} {shown(twin.keys[0])}"
    return both if len(both) <= _ROOM else shown(key.keys[0])


def both_label(key: Key) -> str:
    """The label on the help page, in the language shown."""
    return _(key.both or key.label)


def footer_label(key: Key) -> str:
    """The label in the footer, in the language shown."""
    return _(key.short or key.label)


def named(key: Key) -> str:
    """The label in the palette, in the language shown."""
    return _(key.named or key.label)


def acting_within(scope: Scope, around: Scope) -> tuple[Key, ...]:
    """The keys that act in a part of a page: its own, and those of the page that it leaves."""
    own = acting(scope)
    taken = {name for key in own for name in key.keys}
    kept = (key._replace(keys=tuple(name for name in key.keys if name not in taken)) for key in acting(around))
    return (*own, *(key for key in kept if key.keys))


def hints(scope: Scope, allowed: Callable[[str], bool] = lambda action: True) -> list[Hint]:
    """What the footer says in a scope, most used first; `allowed` tells whether an action does something now."""
    return hints_of(acting(scope), allowed)


def hints_of(rows: Iterable[Key], allowed: Callable[[str], bool] = lambda action: True) -> list[Hint]:
    """What the footer says of these keys."""
    shown_ones = sorted((key for key in rows if key.footer), key=lambda key: key.footer)
    return [
        Hint(written(key), footer_label(key), _(key.brief), stays="escape" in key.keys)
        for key in shown_ones
        if allowed(key.action)
    ]


def more_hint(scope: Scope) -> Hint | None:
    """The hint at the right of the footer, ``? keys``; none where letters are text."""
    if scope in TYPING or scope is Scope.DIALOG:
        return None
    key = next((key for key in acting(scope) if key.action == "help"), None)
    return Hint(shown(key.keys[0]), footer_label(key)) if key else None


class KeyLine(NamedTuple):
    """One line of ``contacts-tui keys``, in the language shown; `id` is what a user's own keys refer to."""

    scope: str
    keys: str
    label: str
    id: str


def key_lines(table: tuple[Key, ...] | None = None) -> list[KeyLine]:
    """The whole table, a line for each action of each scope."""
    rows = current() if table is None else table
    return [
        KeyLine(_(LABELS[scope]), " ".join(shown(name) for name in key.keys), _(key.label), key.id)
        for scope in Scope
        for key in rows
        if scope in key.scopes
    ]
