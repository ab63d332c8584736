"""Two contacts side by side: the fields in which they differ, what comes over, and what is in conflict."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.message import N_, Message, counted, message
from contacts_tui.locale import _
from contacts_tui.ui.card.card_fields import label_of
from contacts_tui.ui.card.card_sections import Section, labels_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, compose, label, lead, line, rule, value

if TYPE_CHECKING:
    from contacts_tui.domain.contact import Contact

PHONE = 60
_LEFT, _PHONE_LEFT, _TICK = 18, 11, 4


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field with the values of both sides; the right one stands, or the left one."""

    name: str
    title: str
    left: str
    right: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many rows of a kind each side has, and how many come over."""

    title: str
    left: int
    right: int
    moves: int


@dataclass(frozen=True, slots=True)
class ClashRow:
    """What both have under one key; `said` is what is to be done about it, blank while nothing is."""

    key: str
    left: str
    right: str
    said: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A title over rows; a blank one is a line between them."""

    text: str = ""
    count: int = 0


Row: TypeAlias = FieldRow | CountRow | ClashRow | Heading


def title_of(name: str, title: Message) -> str:
    """What a card calls the rows of this name, in the language shown; `title` where it has no word of its own."""
    if name == "alternative_addresses":
        return _(labels_of(Section.ADDRESSES)[0])
    return _(label_of(name) if name in ASSIGNED else title)


def key_of(row: Row) -> Hashable:
    """What a row is known by, whatever stands in it."""
    return row.name if isinstance(row, FieldRow) else f"={row.key}" if isinstance(row, ClashRow) else row


def can_choose(row: Row) -> bool:
    """Whether the cursor stops there; at what comes over it does so that all of it can be seen."""
    return not isinstance(row, Heading)


def head_lines(
    width: int, title: str, path: Sequence[str], sides: tuple[Contact, Contact], keeps_right: bool
) -> list[Line]:
    """The title, and which side stays."""
    first, under = page_title(width, title, path=path)
    said = [_(N_("stays")), _(N_("goes"))]
    words = said[::-1] if keeps_right else said
    if width < PHONE:
        room = max(len(text) for text in said) + 2 + TEXT
        return [
            first,
            *(
                compose(width, (TEXT, label(word)), (room, lead(side.name)))
                for word, side in zip(words, sides, strict=True)
            ),
            under,
        ]
    roles = [line(label(word), "  ", label(side.no)) for word, side in zip(words, sides, strict=True)]
    names = [lead(side.name) for side in sides]
    right = _right(width)
    return [
        first,
        under,
        *(compose(width, (_LEFT, left), (right, other), gap=2) for left, other in (roles, names)),
        rule(width),
    ]


def row_lines(row: Row, width: int, *, is_cursor: bool, spot: bool) -> Sequence[Line]:
    """A row: one line, or two in a narrow window."""
    mark = glyphs.current().cursor if is_cursor else ""
    role = (Role.CURSOR if spot else Role.LEAD) if is_cursor else Role.VALUE
    match row:
        case Heading():
            return (rule(width, row.text, str(row.count or "")) if row.text else (),)
        case CountRow():
            return _count_lines(row, width, Role.LABEL if role is Role.VALUE else role, mark)
        case FieldRow():
            sides = [
                _side(text, stands=row.is_right is is_right, is_cursor=is_cursor, spot=spot)
                for text, is_right in ((row.left, False), (row.right, True))
            ]
            return _two_sides(width, Span(row.title, Role.LABEL), sides, mark)
        case ClashRow():
            return _clash_lines(row, width, role, mark)


def _right(width: int) -> int:
    return _LEFT + (width - 1 - _LEFT) // 2


def _side(text: str, *, stands: bool, is_cursor: bool, spot: bool) -> Line:
    shown = glyphs.current()
    role = Role.CURSOR if stands and is_cursor and spot else Role.LEAD if stands else Role.VALUE
    words = Span(" ".join(text.split()), role) if text else Span(shown.empty, role if stands else Role.LABEL)
    return line(label(shown.ticked if stands else shown.unticked), " ", words)


def _two_sides(width: int, title: Span, sides: Sequence[Line], mark: str) -> Sequence[Line]:
    if width < PHONE:
        return (
            compose(width, (TEXT, title), (_PHONE_LEFT, sides[0]), mark=mark),
            compose(width, (_PHONE_LEFT, sides[1])),
        )
    return (compose(width, (TEXT, title), (_LEFT, sides[0]), (_right(width), sides[1]), mark=mark, gap=2),)


def _count_lines(row: CountRow, width: int, role: Role, mark: str) -> Sequence[Line]:
    over = label(_(counted("{count} comes over", "{count} come over", row.moves))) if row.moves else label("")
    if width < PHONE:
        both = f"{row.left} {glyphs.current().join} {row.right}"
        return (
            compose(width, (TEXT, Span(row.title, role)), right=value(both), mark=mark),
            compose(width, (TEXT + 2, over)),
        )
    left = (_LEFT + _TICK, value(str(row.left)))
    return (
        compose(
            width,
            (TEXT, Span(row.title, role)),
            left,
            (_right(width) + _TICK, line(value(str(row.right)), "  ", over)),
            mark=mark,
        ),
    )


def _clash_lines(row: ClashRow, width: int, role: Role, mark: str) -> Sequence[Line]:
    said = value(row.said) if row.said else line(Span(glyphs.current().look, Role.TROUBLE), " ", value(_(N_("choose"))))
    if width < PHONE:
        both = f"{row.left} {glyphs.current().join} {row.right}"
        return (
            compose(width, (TEXT, Span(row.key, role)), (TEXT + 12, said), mark=mark),
            compose(width, (TEXT, label(both))),
        )
    sides = ((_LEFT, value(row.left)), (_right(width), value(row.right)))
    return (compose(width, (TEXT, Span(row.key, role)), *sides, right=said, mark=mark, gap=2),)


def merge_effects(moving: Sequence[Message], taken: int, gone: Contact, kept: Contact) -> list[tuple[Message, str]]:
    """What the question says: what goes, what stays, what comes over, how to have it back."""
    effects = [(message("Goes"), f"{gone.name}, {gone.no}"), (message("Stays"), f"{kept.name}, {kept.no}")]
    if taken:
        effects.append((message("Takes"), _(counted("{count} value", "{count} values", taken))))
    if moving:
        effects.append((message("Moves"), ", ".join(_(one) for one in moving)))
    effects.append((message("Then"), _(message("{key} brings both back", key="u"))))
    return effects
