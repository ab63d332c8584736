"""Two contacts side by side, to merge them into one or to say that they are not the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual import on
from textual.app import ComposeResult

from contacts_tui.domain import collisions
from contacts_tui.domain.collisions import Resolution
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import N_, Message, message
from contacts_tui.locale import _
from contacts_tui.services import merging, separate
from contacts_tui.services.merging import Clash, Compared, Merging
from contacts_tui.services.permissions import Right
from contacts_tui.ui.conflicting import ask, told
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.compare import (
    PHONE,
    ClashRow,
    CountRow,
    FieldRow,
    Heading,
    Row,
    can_choose,
    head_lines,
    key_of,
    merge_effects,
    row_lines,
    title_of,
)
from contacts_tui.ui.draw.line import Line
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

T = TypeVar("T")


class CompareScreen(BaseScreen[None], scope=Scope.COMPARE):
    """The left one stays unless they are swapped; of each field the value of the one that stays, unless the other's is
    taken. `merged` is told the id of the one that is gone."""

    CSS_PATH = "compare.tcss"

    def __init__(self, left_id: int, right_id: int, merged: Callable[[int], object] = lambda gone: None) -> None:
        super().__init__()
        self._ids = (left_id, right_id)
        self._merged = merged
        self._keeps_right = False
        self._what: Merging | None = None
        self._taken: set[str] = set()
        self._resolutions: dict[str, Resolution] = {}

    def compose_page(self) -> ComposeResult:
        """Head and rows."""
        yield Painted(self._draw_head, id="head")
        yield WindowList[Row](self._draw_row, selectable=can_choose, empty=self._nothing, id="rows")

    def on_mount(self) -> None:
        """Read both."""
        self._list.focus()
        self._ask()

    @property
    def _list(self) -> WindowList[Row]:
        return self.query_one("#rows", WindowList)

    @on(BookChanged)
    def _ask(self) -> None:
        start_work(self, self._read, group="compare", exclusive=True)

    async def _read(self) -> None:
        app = app_of(self)
        keep, drop = reversed(self._ids) if self._keeps_right else self._ids
        try:
            what = await app.read(merging.preview, app.session, keep, drop)
        except ContactsError as error:
            self.dismiss()
            app.call_later(app.tell, error)
            return
        self._take(what)

    def _take(self, what: Merging) -> None:
        self._what = what
        self._taken &= {one.field.name for one in what.fields}
        keys = {clash.collision.key for clash in what.clashes}
        self._resolutions = {key: how for key, how in self._resolutions.items() if key in keys}
        self._show()
        if what.hindrance is not None:
            self.say(what.hindrance, trouble=True)

    # What it shows

    def crumb(self) -> str:
        """What it is called."""
        return _(message("Compare"))

    def on_resize(self) -> None:
        """A row takes two lines where there is little room."""
        super().on_resize()
        self._show()

    def _show(self) -> None:
        self.query_one("#head", Painted).repaint()
        self._list.row_height = 2 if self.size.width < PHONE else 1
        if self._what is not None:
            self._list.show(ListSource(self._rows(self._what), key_of), keep_cursor=True)
        self.refresh_foot()

    def _rows(self, what: Merging) -> list[Row]:
        rows: list[Row] = [self._field(one) for one in what.fields]
        if not what.fields:
            rows.append(Heading(_(message("No field differs."))))
        if what.clashes:
            rows += [Heading(), Heading(_(message("Conflicts")), len(what.clashes))]
            rows += [self._clash(clash) for clash in what.clashes]
        if what.rows:
            rows += [Heading(), Heading(_(message("Comes over")))]
            rows += [
                CountRow(title_of(one.name, one.title), *self._sides(one.keep, one.drop), one.moves)
                for one in what.rows
            ]
        return [row for row in rows if row != Heading() or self.size.width >= PHONE]

    def _sides(self, keep: T, drop: T) -> tuple[T, T]:
        return (drop, keep) if self._keeps_right else (keep, drop)

    def _field(self, one: Compared) -> FieldRow:
        left, right = self._sides(_shown(one.keep_words), _shown(one.drop_words))
        is_right = self._keeps_right is not (one.field.name in self._taken)
        return FieldRow(one.field.name, _(one.field.short_label), left, right, is_right)

    def _clash(self, clash: Clash) -> ClashRow:
        how = self._resolutions.get(clash.collision.key)
        said = _(told(how)) if how is not None else ""
        if how is None and clash.collision not in self._unresolved():
            said = _(message("goes with its address"))
        left, right = self._sides(clash.keep_words, clash.drop_words)
        return ClashRow(clash.collision.key, left, right, said)

    def _unresolved(self) -> Sequence[collisions.Collision]:
        found = [clash.collision for clash in self._what.clashes] if self._what is not None else []
        return collisions.unresolved(found, self._resolutions)

    def _draw_head(self, width: int, height: int) -> list[Line]:
        if self._what is None:
            return []
        sides: tuple[Contact, Contact] = self._sides(self._what.keep, self._what.drop)
        return head_lines(width, self.crumb(), self.path, sides, self._keeps_right)

    def _draw_row(self, item: Row, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        return row_lines(item, width, is_cursor=is_cursor and can_choose(item), spot=spot)

    def _nothing(self, width: int) -> Sequence[Line]:
        return ()

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        event.stop()
        self.refresh_foot()

    def word_for(self, key_id: str) -> str:
        """About a conflict there is something to choose."""
        chooses = key_id == "compare.turn" and isinstance(self._list.current, ClashRow)
        return N_("choose") if chooses else super().word_for(key_id)

    # What it does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts on a row needs one; merging takes a right of its own."""
        row = self._list.current if self.is_mounted else None
        if action == "turn":
            return isinstance(row, FieldRow | ClashRow)
        if action == "side":
            return isinstance(row, FieldRow)
        if action in ("swap", "new"):
            return self._what is not None
        if action == "merge":
            return self._what is not None and Right.DUPLICATES in app_of(self).session.rights
        return super().check_action(action, parameters)

    def action_turn(self) -> None:
        """Take the other's value, or not; say what is to be done about a conflict."""
        row = self._list.current
        if isinstance(row, FieldRow):
            self._taken ^= {row.name}
            self._show()
        elif isinstance(row, ClashRow):
            self._choose(row.key)

    def action_open(self) -> None:
        """Enter does what space does."""
        self.action_turn()

    @on(WindowList.Opened)
    def _opened(self, event: WindowList.Opened) -> None:
        event.stop()
        self.action_turn()

    def action_side(self, key: str) -> None:
        """Let the value of that side stand."""
        row = self._list.current
        if isinstance(row, FieldRow) and row.is_right is not (key == "right"):
            self.action_turn()

    def action_swap(self) -> None:
        """Let the other one stay; the values that were chosen stand."""
        if self._what is not None:
            self._keeps_right = not self._keeps_right
            self._resolutions.clear()
            self._ask()

    def _choose(self, key: str) -> None:
        assert self._what is not None
        clash = next(one for one in self._what.clashes if one.collision.key == key)

        def chosen(how: Resolution) -> None:
            self._resolutions[key] = how
            self._show()

        ask(app_of(self), self._what, clash, chosen)

    def action_merge(self) -> None:
        """Merge them, after a question."""
        what = self._what
        if what is None:
            return
        if what.hindrance is not None:
            self.say(what.hindrance, trouble=True)
            return
        try:
            collisions.check_resolved([clash.collision for clash in what.clashes], self._resolutions)
        except ContactsError as error:
            self.tell(error)
            return
        moving = [message("{list}: {count}", list=row.title, count=row.moves) for row in what.moving]
        dialog = Menu(
            message("Merge {gone} into {name}?", gone=what.drop.name, name=what.keep.name),
            [Choice("leave", message("Leave both as they are"), ESCAPE), Choice("merge", message("Merge them"), "m")],
            effects=merge_effects(moving, len(self._taken), what.drop, what.keep),
            trouble=True,
        )

        def chosen(answer: str | None) -> None:
            if answer is not None:
                start_work(self.app, self._merge)

        self.app.push_screen(dialog, chosen)

    async def _merge(self) -> None:
        app, what = app_of(self), self._what
        assert what is not None
        try:
            done = await app.write(
                merging.merge, app.session, what.keep.id, what.drop.id, take=self._taken, resolutions=self._resolutions
            )
        except ContactsError as error:
            app.tell(error)
            return
        self._merged(what.drop.id)
        await app.switch_screen(navigation.card_page(done.contact))
        app.announce_change()
        said = message("{gone} is merged into {name}.", gone=what.drop.name, name=what.keep.name)
        app.say(message("{done} {more}.", done=said, more=done.people) if done.people else said, undo=True)

    def action_new(self) -> None:
        """Say that they are not the same, and never be asked again."""
        start_work(self.app, self._mark_separate)

    async def _mark_separate(self) -> None:
        app, what = app_of(self), self._what
        if what is None:
            return
        try:
            await app.write(separate.mark, app.session, *self._ids)
        except ContactsError as error:
            self.tell(error)
            return
        self.dismiss()
        app.announce_change()
        said = message("{left} and {right} are not the same.", left=what.keep.name, right=what.drop.name)
        app.call_later(app.say, said, undo=True)


def _shown(words: str | Message) -> str:
    return _(words) if isinstance(words, Message) else words
