"""The keys of a page, in full; typing filters."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from contacts_tui.domain.message import N_
from contacts_tui.locale import _
from contacts_tui.ui import keys
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.header import header
from contacts_tui.ui.draw.help import Block, help_lines, matching
from contacts_tui.ui.draw.line import Line, rule
from contacts_tui.ui.keys import Group, Scope
from contacts_tui.ui.screens.base import BaseScreen, HelpSection
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.painted import Painted

_HERE = {
    Scope.FIND: N_("This list"),
    Scope.COMPANY: N_("This card"),
    Scope.PERSON: N_("This card"),
}


class HelpScreen(BaseScreen[None], scope=Scope.HELP):
    """Lists the keys of `about`, the marks, and what the page itself adds."""

    CSS_PATH = "help.tcss"

    def __init__(self, about: Scope, sections: Sequence[HelpSection] = ()) -> None:
        super().__init__()
        self._about = about
        self._blocks = [*_key_blocks(about), _marks(), *(Block(s.title, s.lines) for s in sections)]
        self._top = 0

    def compose_page(self) -> ComposeResult:
        """Title and filter in the first line, then the columns."""
        with Horizontal(id="head"):
            yield Painted(self._title, id="title")
            yield LineInput(placeholder=_("type to filter"), plain=True, id="filter")
        yield Painted(lambda width, height: [rule(width)], id="line")
        yield Painted(self._body, id="keys")

    def _title(self, width: int, height: int) -> list[Line]:
        return [header(width, _("Keys"), _(keys.LABELS[self._about]))]

    def _body(self, width: int, height: int) -> list[Line]:
        lines = help_lines(matching(self._blocks, self.query_one(LineInput).value), width)
        self._top = max(0, min(self._top, len(lines) - height))
        return lines[self._top : self._top + height]

    @on(Input.Changed)
    def _filter(self, event: Input.Changed) -> None:
        event.stop()
        self._show_from(0)

    @on(LineInput.Moved)
    def _scroll(self, event: LineInput.Moved) -> None:
        self._show_from(self._top + event.step * 3)

    @on(LineInput.Left)
    def _leave(self) -> None:
        self.action_leave()

    def _show_from(self, top: int) -> None:
        self._top = max(top, 0)
        self.query_one("#keys", Painted).repaint()

    def action_move(self, key: str) -> None:
        """Scroll where not everything fits."""
        self._show_from(self._top + (-3 if key == "up" else 3))

    def action_leave(self) -> None:
        """Back to the page."""
        self.dismiss(None)


def _key_blocks(about: Scope) -> list[Block]:
    rows = [*keys.acting(about)]
    for scope in keys.INCLUDES.get(about, ()):
        taken = {name for row in rows for name in row.keys} if scope is Scope.LIST else set()
        rows += [key for key in keys.acting(scope) if not set(key.keys) & taken]
    if about not in keys.TYPING:
        rows += keys.acting(Scope.GO)
    titles = {
        Group.HERE: (_(_HERE.get(about, N_("This page"))), 0),
        Group.DO: (_("Do"), 1),
        Group.FIELD: (_("In a field"), 1),
        Group.EVERYWHERE: (_("Everywhere"), 2),
        Group.GO: (_("Go to: g and then"), None),
    }
    twins = {key.twin for key in rows if key.twin}
    blocks = []
    for group, (title, column) in titles.items():
        listed = [key for key in rows if key.group is group and key.in_help and key.id not in twins]
        if listed:
            lines = [(keys.written_with_twin(key), keys.both_label(key)) for key in listed]
            blocks.append(Block(title, list(dict.fromkeys(lines)), column))
    return blocks


def _marks() -> Block:
    marks = glyphs.current()
    rows = [
        (marks.follows, _("follows company")),
        (marks.own, _("own value")),
        (marks.mark, _("marked, new")),
        (marks.look, _("look here")),
    ]
    return Block(_("Marks"), rows)
