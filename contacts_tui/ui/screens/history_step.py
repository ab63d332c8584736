"""All that one step of the history changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult

from contacts_tui.domain.errors import ContactsError
from contacts_tui.locale import _
from contacts_tui.services import cards, history
from contacts_tui.services.history import Step
from contacts_tui.services.history_words import HistoryLine
from contacts_tui.services.session import Session
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.header import header
from contacts_tui.ui.draw.history import View, edited_contact, moment
from contacts_tui.ui.draw.history_lines import Columns, follows, value_lines
from contacts_tui.ui.draw.line import Line, Role, rule
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen, Room
from contacts_tui.ui.screens.history import undo_step
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

_MEASURED = 100
"""So many lines say how wide the columns have to be."""


class StepLines:
    """The lines of a step as a window: an import has tens of thousands of them."""

    is_complete = True

    def __init__(self, session: Session, step: Step) -> None:
        self._session = session
        self._step = step

    @property
    def total(self) -> int:
        """How many lines there are."""
        return self._step.size

    def page(self, start: int, count: int) -> Sequence[HistoryLine]:
        """The lines from `start` on."""
        return history.changes(self._session, self._step.batch.id, limit=count, start=start)

    def key(self, item: HistoryLine) -> HistoryLine:
        """A line never changes."""
        return item

    def position(self, key: object) -> int | None:
        """Not worth a question: the list is shown once."""
        return None


class HistoryStep(BaseScreen[None], scope=Scope.STEP):
    """Every value that a step changed; Enter shows the contact that it belongs to."""

    CSS_PATH = "history.tcss"

    def __init__(self, step: Step, view: View) -> None:
        super().__init__()
        self._step = step
        self._view = view
        self._first: Sequence[HistoryLine] = ()
        self._columns = Columns.of(0, ())

    def compose_page(self) -> ComposeResult:
        """Title and lines."""
        yield Painted(self._draw_title, id="title")
        yield WindowList[HistoryLine](self._draw_line, id="lines")

    def on_mount(self) -> None:
        """Ask for the lines."""
        self._list.focus()
        start_work(self, self._read, group="lines", exclusive=True)

    async def _read(self) -> None:
        """The first lines say how wide the columns have to be; the list reads what it shows by itself."""
        app = app_of(self)
        lines = StepLines(app.session, self._step)
        try:
            self._first = await app.read(lines.page, 0, _MEASURED)
        except ContactsError as error:
            self.tell(error)
            return
        self._fit()
        self._list.show(lines)

    @property
    def _list(self) -> WindowList[HistoryLine]:
        return self.query_one("#lines", WindowList)

    def on_resize(self) -> None:
        """The height of a row depends on the width."""
        super().on_resize()
        self._fit()
        self._list.repaint()

    def _fit(self) -> None:
        """Lay out for the lines that were measured; of a step with more lines each names its field."""
        width, labels = self.size.width, None if self._step.size <= len(self._first) else True
        self._columns = Columns.of(width, self._first, labels=labels)
        drawn = (len(self._drawn(found, width)) for found in self._first)
        self._list.row_height = max(drawn, default=2 if self.room is Room.PHONE else 1)

    def _draw_title(self, width: int, height: int) -> list[Line]:
        what, when = _(self._step.what), moment(self._step, self._view)
        return [header(width, what, when, path=self.path, dim_detail=True), rule(width)]

    def _draw_line(self, found: HistoryLine, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        role = Role.CURSOR if is_cursor and spot else Role.LEAD if is_cursor else Role.VALUE
        return self._drawn(found, width, role, glyphs.current().cursor if is_cursor else "")

    def _drawn(self, found: HistoryLine, width: int, role: Role = Role.VALUE, mark: str = "") -> list[Line]:
        follow = follows(self._step, found, edited_contact(self._step, self._view))
        return value_lines(found, width, self._columns, follows=follow, role=role, mark=mark)

    @on(WindowList.Highlighted)
    def _highlighted(self) -> None:
        self.refresh_foot()

    async def on_book_changed(self, event: BookChanged) -> None:
        """The step may have been taken back."""
        app = app_of(self)
        try:
            self._step = await app.read(history.batch, app.session, self._step.batch.id)
        except ContactsError as error:
            self.tell(error)
        self.refresh_foot()

    @on(WindowList.Opened)
    async def action_open(self) -> None:
        """Show the card of the contact."""
        found, app = self._list.current, app_of(self)
        if found is None or found.contact_id is None:
            return
        try:
            card = await app.read(cards.card, app.session, found.contact_id)
        except ContactsError as error:
            self.tell(error)
        else:
            navigation.open_card(app, card.contact)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what stands can be undone; a line of the set-up has no card."""
        if action == "undo":
            return self._step.batch.can_be_undone
        if action == "open":
            found = self._list.current if self.is_mounted else None
            return found is not None and found.contact_id is not None
        return super().check_action(action, parameters)

    def does(self, action: str) -> bool:
        """The step here can be undone, whoever did it."""
        return self.check_action(action, ()) is True if action == "undo" else super().does(action)

    def action_undo(self) -> None:
        """Take this step back."""
        start_work(self.app, partial(undo_step, self, self._step))
