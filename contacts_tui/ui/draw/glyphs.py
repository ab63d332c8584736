"""The few glyphs beyond letters: one set for UTF-8 terminals, one for the rest, chosen once."""

from collections.abc import Mapping
from typing import NamedTuple


class Glyphs(NamedTuple):
    """What stands for a rule, a cut, an empty value and so on; the marks are the same everywhere."""

    rule: str
    thick: str
    edge: str
    path: str
    cut: str
    empty: str
    change: str
    arrows: str
    up: str
    down: str
    left_right: str
    join: str
    cursor: str = ">"
    mark: str = "+"
    own: str = "*"
    follows: str = "="
    look: str = "!"
    ticked: str = "[x]"
    unticked: str = "[ ]"


UTF8 = Glyphs(
    rule="─", thick="━", edge="│", path="›", cut="…", empty="–", change="→", arrows="↑↓", up="↑", down="↓",
    left_right="←→", join="·",
)  # fmt: skip
ASCII = Glyphs(
    rule="-", thick="=", edge="|", path=">", cut="~", empty="-", change="->", arrows="up/dn", up="up", down="dn",
    left_right="lt/rt", join="·",
)  # fmt: skip


class _Chosen:
    glyphs: Glyphs = UTF8


def choose(environment: Mapping[str, str], encoding: str, setting: str = "") -> Glyphs:
    """The set for a terminal: `setting` (`ascii` or `utf-8`) wins, then ``TERM=linux`` and the encoding decide."""
    unicode = encoding.lower().replace("_", "-") in ("utf-8", "utf8")
    plain = ASCII if unicode else ASCII._replace(join=",")
    match setting.lower():
        case "ascii":
            return plain
        case "utf-8" | "utf8":
            return UTF8
        case _:
            return UTF8 if unicode and environment.get("TERM", "") != "linux" else plain


def use(glyphs: Glyphs) -> None:
    """Draw with this set from now on."""
    _Chosen.glyphs = glyphs


def current() -> Glyphs:
    """The set in use."""
    return _Chosen.glyphs
