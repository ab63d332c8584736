"""What was done: to the whole book, or to a contact and its people; every step can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.message import N_, counted, message
from contacts_tui.locale import _
from contacts_tui.services import history
from contacts_tui.services.history import Step
from contacts_tui.services.history_words import HistoryLine
from contacts_tui.ui import undoing
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw.header import header
from contacts_tui.ui.draw.history import Heading, Item, View, by_day, edited_contact, item_lines, moment
from contacts_tui.ui.draw.history_lines import all_lines
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, compose, label, lead, rule
from contacts_tui.ui.keys import Scope
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen, Room
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

_CHUNK = 100
_NEAR_END = 30
_DETAIL_AFTER = 0.15
_MOST_LINES = 30
_ROOMY = 34


class HistoryScreen(BaseScreen[None], scope=Scope.HISTORY):
    """Steps under the days they were done on; below a rule what the one under the cursor changed.

    Steps are read a hundred at a time, as the cursor comes near the last one read.
    """

    CSS_PATH = "history.tcss"

    def __init__(self, contact: Contact | None = None) -> None:
        super().__init__()
        self._contact = contact
        self._steps: tuple[Step, ...] = ()
        self._complete = False
        self._reading_more = False
        self._lines: tuple[HistoryLine, ...] = ()
        self._shown: Step | None = None
        self._rest: Timer | None = None

    def compose_page(self) -> ComposeResult:
        """Title, steps, and what one of them changed."""
        yield Painted(self._draw_title, id="title")
        yield WindowList[Item](self._draw_item, selectable=_is_step, empty=_nothing, id="steps")
        yield Painted(self._draw_detail, id="detail")

    def on_mount(self) -> None:
        """Read the newest steps."""
        self._list.focus()
        self._fit()
        self._reload()

    @property
    def _list(self) -> WindowList[Item]:
        return self.query_one("#steps", WindowList)

    @property
    def _step(self) -> Step | None:
        item = self._list.current if self.is_mounted else None
        return item if isinstance(item, Step) else None

    @property
    def _view(self) -> View:
        session = app_of(self).session
        contact = self._contact
        of_person = contact is not None and not contact.is_company
        return View(session.user, session.today(), contact.id if contact else None, of_person)

    def crumb(self) -> str:
        """What the pages above call it."""
        return super().crumb().capitalize()

    # What it says

    def _draw_title(self, width: int, height: int) -> list[Line]:
        contact = self._contact
        if contact is None:
            detail = _(message("the whole book"))
        elif contact.is_company:
            detail = _(message("{company} and its people", company=contact.name))
        else:
            detail = contact.name
        return [header(width, self.crumb(), detail, path=self.path), rule(width)]

    def _draw_item(self, item: Item, width: int, is_cursor: bool, spot: bool) -> Sequence[Line]:
        return item_lines(item, self._view, width, is_cursor, spot)

    def _draw_detail(self, width: int, height: int) -> list[Line]:
        step = self._shown
        if step is None:
            return []
        view = self._view
        head = compose(width, (TEXT, lead(_(step.what))), right=label(moment(step, view)))
        lines = all_lines(step, self._lines, width, edited_contact(step, view))
        room = height - 2
        if len(lines) > room:
            more = max(step.size, len(lines)) - room + 1
            lines = [*lines[: room - 1], compose(width, (TEXT, label(_(counted("1 more", "{count} more", more)))))]
        return [rule(width), head, *lines]

    # What happens

    def on_resize(self) -> None:
        """Rows and detail depend on the size."""
        super().on_resize()
        self._fit()

    def _fit(self) -> None:
        self._list.row_height = 2 if self.room is Room.PHONE else 1
        self.set_class(self.app.size.height >= _ROOMY, "-roomy")

    def on_book_changed(self, event: BookChanged) -> None:
        """Someone has done something: read anew what is shown."""
        self._reload()

    def _reload(self) -> None:
        self._reading_more = False
        start_work(self, partial(self._read, max(len(self._steps), _CHUNK)), group="steps", exclusive=True)

    @on(WindowList.Highlighted)
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_DETAIL_AFTER, self._follow)
        if self._list.cursor > self._list.total - _NEAR_END and not self._complete and not self._reading_more:
            self._reading_more = True
            start_work(self, partial(self._read, _CHUNK, after=self._steps), group="steps", exclusive=True)
        self.refresh_foot()

    async def _read(self, count: int, after: tuple[Step, ...] = ()) -> None:
        app = app_of(self)
        contact_id = self._contact.id if self._contact else None
        before = after[-1].batch.id if after else 0
        try:
            found = await app.read(history.batches, app.session, contact_id, True, count, before)
        except ContactsError as error:
            self.tell(error)
            return
        finally:
            self._reading_more = False
        self._steps, self._complete = (*after, *found), len(found) < count
        self._list.show(ListSource(by_day(self._steps, self._view.today), key=_key), keep_cursor=True)

    def _follow(self) -> None:
        start_work(self, self._read_lines, group="lines", exclusive=True)

    async def _read_lines(self) -> None:
        step, app = self._step, app_of(self)
        if step is not None:
            contact_id = self._contact.id if self._contact else None
            try:
                self._lines = await app.read(
                    history.changes, app.session, step.batch.id, contact_id, True, limit=_MOST_LINES
                )
            except ContactsError as error:
                self.tell(error)
                return
        self._shown = step
        self.query_one("#detail", Painted).repaint()

    @on(WindowList.Opened)
    def action_open(self) -> None:
        """All that the step changed, on a page of its own."""
        from contacts_tui.ui.screens.history_step import HistoryStep

        if (step := self._step) is not None:
            self.app.push_screen(HistoryStep(step, self._view))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what stands can be undone."""
        if action == "undo":
            return self._step is not None and self._step.batch.can_be_undone
        return super().check_action(action, parameters)

    def does(self, action: str) -> bool:
        """The step here can be undone, whoever did it."""
        return self.check_action(action, ()) is True if action == "undo" else super().does(action)

    def action_undo(self) -> None:
        """Take back the step under the cursor, whoever did it."""
        if (step := self._step) is not None:
            start_work(self.app, partial(undo_step, self, step))


async def undo_step(page: BaseScreen[None], step: Step) -> None:
    """Take back a step and say so on its page."""
    app = app_of(page)
    try:
        told = await app.write(undoing.undo, app.session, step.batch.id)
    except ContactsError as error:
        page.tell(error)
    else:
        app.announce_change()
        page.say(told)


def _is_step(item: Item) -> bool:
    return not isinstance(item, Heading)


def _key(item: Item) -> object:
    return item.text if isinstance(item, Heading) else item.batch.id


def _nothing(width: int) -> Sequence[Line]:
    return (EMPTY, compose(width, (TEXT, _(N_("Nothing has been done yet.")))))
