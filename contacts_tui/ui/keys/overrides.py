"""A user's own keys, laid over the table."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain.message import Message, message
from contacts_tui.ui.keys.keymap import ARROWS, NAMES
from contacts_tui.ui.keys.scopes import ALONE, Key, Scope
from contacts_tui.ui.keys.table import TABLE

_FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 13))


def overridden(
    overrides: Mapping[str, str], table: tuple[Key, ...] = TABLE
) -> tuple[tuple[Key, ...], tuple[Message, ...]]:
    """The table with a user's own keys, by id: ``{"card.codes": "T"}``, several keys parted by blanks.

    What cannot be is left as it was and told: an id that does not exist, an action whose key cannot be changed, a key
    that another action has in the same place.
    """
    told: list[Message] = []
    wanted: dict[str, tuple[str, ...]] = {}
    known = {key.id: key for key in table}
    for key_id, text in overrides.items():
        names = tuple(dict.fromkeys(text.split()))
        if key_id not in known:
            told.append(message("There is no action “{id}” to give the key “{key}” to.", id=key_id, key=text))
        elif known[key_id].fixed:
            told.append(message("“{id}” keeps its keys: it cannot have others.", id=key_id))
        elif not names or not all(len(name) == 1 or _is_name(name) for name in names):
            told.append(message("“{id}”: “{key}” is not the name of a key.", id=key_id, key=text))
        else:
            wanted[key_id] = names
    while True:
        result = tuple(key._replace(keys=wanted[key.id]) if key.id in wanted else key for key in table)
        clash = next((found for found in clashes(result) if found[0].id in wanted or found[1].id in wanted), None)
        if clash is None:
            return result, tuple(told)
        first, second, name = clash
        loser, winner = (second, first) if second.id in wanted else (first, second)
        del wanted[loser.id]
        told.append(
            message("“{id}” cannot have the key “{key}”: “{other}” has it.", id=loser.id, key=name, other=winner.id)
        )


def clashes(table: tuple[Key, ...]) -> list[tuple[Key, Key, str]]:
    """Pairs of actions that claim one key in one place.

    A screen may give a key of everywhere its own label or meaning only under the same action name.
    """
    found: list[tuple[Key, Key, str]] = []
    for scope in Scope:
        owners: dict[str, Key] = {}
        own = [key for key in table if scope in key.scopes]
        general = [] if scope in ALONE else [key for key in table if Scope.EVERYWHERE in key.scopes]
        for key in (*own, *general):
            for name in key.keys:
                other = owners.setdefault(name, key)
                if other is not key and not (key in general and other.action == key.action):
                    found.append((other, key, name))
    return found


def _is_name(name: str) -> bool:
    bare = name.removeprefix("ctrl+").removeprefix("shift+")
    return bare in NAMES or bare in ARROWS or (len(bare) == 1 and bare != name) or bare in _FUNCTION_KEYS
