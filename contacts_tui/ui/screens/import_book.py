"""The import: a path, what it holds and would do, and then, on Enter, the import itself."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.import_result import ImportResult
from contacts_tui.domain.message import N_, message
from contacts_tui.exchange import importing
from contacts_tui.locale import _
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import import_page as page
from contacts_tui.ui.draw import import_report as draw
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.import_page import BUSY, Stage
from contacts_tui.ui.draw.import_report import ReportRow
from contacts_tui.ui.draw.line import TEXT, Line, width_of
from contacts_tui.ui.entry.path_options import PathOption
from contacts_tui.ui.import_run import ImportRun
from contacts_tui.ui.keys import Scope, shown
from contacts_tui.ui.messages import BookChanged
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.ways.pages import OWNERS
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.path_input import PathInput
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList
from contacts_tui.ui.working import start_work

_key = attrgetter("key")


class ImportBook(BaseScreen[None], scope=Scope.IMPORT_PREVIEW):
    """First the path, then the preview, then the result; Esc goes a step back, and stops what is under way."""

    CSS_PATH = "import_book.tcss"

    @dataclass
    class Progressed(Message):
        """The import's thread has come so far."""

        done: int
        total: int

    def __init__(self, path: str = "") -> None:
        super().__init__()
        self._start = path
        self._stage = Stage.PATH
        self._result = ImportResult()
        self._is_outdated = False
        self._run = ImportRun(lambda done, total: self.post_message(self.Progressed(done, total)))

    def compose_page(self) -> ComposeResult:
        """Head, path, what it is read as, and below what may be chosen or what was found."""
        yield Painted(self._draw_head, id="head")
        with Horizontal(id="from"):
            yield Painted(self._draw_label, id="label")
            yield PathInput(self._start, placeholder=_(message("folder or file …")), endings=importing.TABLE_ENDINGS)
        yield Painted(self._draw_profile, id="as")
        yield Painted(self._draw_title, id="title")
        yield WindowList[PathOption](draw.path_row, empty=self._draw_no_options, id="options")
        yield WindowList[ReportRow](draw.report_row, selectable=lambda row: row.selectable, id="report")

    def on_mount(self) -> None:
        """The caret in the path."""
        self._options.can_focus = False
        self._go(Stage.PATH)

    @property
    def _path(self) -> PathInput:
        return self.query_one(PathInput)

    @property
    def _options(self) -> WindowList[PathOption]:
        return self.query_one("#options", WindowList)

    @property
    def _report(self) -> WindowList[ReportRow]:
        return self.query_one("#report", WindowList)

    def footer_scope(self) -> Scope:
        """Whose keys act in this stage."""
        if self._stage in BUSY:
            return Scope.IMPORT_RUNNING
        return Scope.IMPORT if self._stage is Stage.PATH else Scope.IMPORT_PREVIEW

    def crumb(self) -> str:
        """What the pages above call it."""
        return _(message("Import"))

    def _draw_head(self, width: int, height: int) -> list[Line]:
        return list(page_title(width, _(message("Import")), path=self.path))

    def _draw_label(self, width: int, height: int) -> list[Line]:
        return [page.label_line(width, typing=self._stage is Stage.PATH)]

    def _draw_profile(self, width: int, height: int) -> list[Line]:
        return [page.profile_line(width)]

    def _draw_title(self, width: int, height: int) -> list[Line]:
        total = self._options.total if self._options.total or self._path.value.strip() else None
        return [page.title_line(self._stage, width, total, is_outdated=self._is_outdated)]

    def _draw_no_options(self, width: int) -> list[Line]:
        return page.no_options(width) if self._path.value.strip() else []

    def _rows(self) -> list[ReportRow]:
        width = self.size.width
        if self._stage is Stage.DONE:
            return draw.done_rows(self._result, width, walked=self.is_short)
        if self._stage is Stage.LOOKING:
            return []
        return draw.preview_rows(self._result, width, walked=self.is_short, is_outdated=self._is_outdated)

    def on_resize(self) -> None:
        """Long texts are broken for the width."""
        self.query_one("#label").styles.width = page.label_width(self.size.width)
        self._report.show(ListSource(self._rows(), key=_key), keep_cursor=True)

    def _go(self, stage: Stage) -> None:
        self._stage = stage
        typing = stage is Stage.PATH
        self.set_class(typing, "-typing")
        self.set_class(not typing, "-reported")
        self._path.typing = typing
        self._report.has_spot = False if stage in BUSY else None
        if typing:
            self.set_focus(self._path, scroll_visible=False)
            self._path.offer()
        else:
            self.set_focus(self._report, scroll_visible=False)
            self._report.show(ListSource(self._rows(), key=_key))
        for part in self.query(Painted):
            part.repaint()
        self.refresh_foot()

    # The path

    @on(PathInput.Offered)
    def _offered(self, event: PathInput.Offered) -> None:
        event.stop()
        self._options.show(ListSource(event.options, key=lambda option: option.path))
        self.query_one("#title", Painted).repaint()

    @on(PathInput.Wanted)
    def _wanted(self, event: PathInput.Wanted) -> None:
        event.stop()
        if (option := self._options.current) is not None:
            self._path.take(option)

    @on(LineInput.Moved)
    def _moved(self, event: LineInput.Moved) -> None:
        event.stop()
        self._options.move(event.step)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip() and self._stage is Stage.PATH:
            start_work(self, self._look, group="import", exclusive=True)

    @on(LineInput.Left)
    def _left(self, event: LineInput.Left) -> None:
        event.stop()
        self.dismiss(None)

    # Looking and importing

    async def _look(self) -> None:
        self._is_outdated = False
        found = await self._import(Stage.LOOKING, dry_run=True)
        if found is None or found.stopped:
            self._go(Stage.PATH)
            return
        self._result = found
        self._go(Stage.PREVIEW)
        await self._check_age()

    @on(BookChanged)
    async def _check_age(self) -> None:
        """A preview of what would be done to the book as it was before says so, and stays as long as one reads it."""
        if self._stage is not Stage.PREVIEW or self._is_outdated:
            return
        try:
            self._is_outdated = await self._run.is_outdated(app_of(self))
        except ContactsError as error:
            self.tell(error)
        if self._is_outdated and self._stage is Stage.PREVIEW:
            self._report.show(ListSource(self._rows(), key=_key), keep_cursor=True)
            self.query_one("#title", Painted).repaint()

    async def _write(self) -> None:
        found = await self._import(Stage.RUNNING, dry_run=False)
        if found is None:
            self._go(Stage.PREVIEW)
            return
        self._result = found
        self._go(Stage.DONE)
        app_of(self).announce_change()
        self.say(draw.done_message(found), undo=bool(found.batch))

    async def _import(self, stage: Stage, *, dry_run: bool) -> ImportResult | None:
        """Import, or only count; None where it was refused, which is told."""
        self._run = ImportRun(lambda done, total: self.post_message(self.Progressed(done, total)))
        self._go(stage)
        self._show_progress(0, 0)
        try:
            found = await self._run.start(app_of(self), self._path.value, dry_run=dry_run)
        except ContactsError as error:
            self.tell(error)
            return None
        self._bottom.say(None)
        return found

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        if self._stage in BUSY:
            self._show_progress(event.done, event.total)

    def _show_progress(self, done: int, total: int) -> None:
        stop = Hint(shown("escape"), _(N_("stop")))
        room = self.size.width - 1 - TEXT - width_of(stop.drawn()) - 2
        self.progress(page.progress_message(self._stage, done, total, room), stop)

    # The rows

    @on(WindowList.Opened, "#report")
    def _opened(self, event: WindowList.Opened) -> None:
        event.stop()
        if self._stage in BUSY:
            return
        match event.item.action:
            case draw.IMPORT:
                start_work(self, self._write, group="import", exclusive=True)
            case draw.LOOK_AGAIN:
                start_work(self, self._look, group="import", exclusive=True)
            case draw.AGAIN:
                self._go(Stage.PATH)
            case draw.LOOK if app_of(self).can_go("start"):
                app_of(self).go_to("start")
            case draw.LOOK:
                self.dismiss(None)
            case draw.COMPARE:
                navigation.open_duplicates(self.app)
            case draw.FINDINGS | draw.LIKES:
                self._report.select(draw.first_row(self._rows(), event.item.action))

    @on(WindowList.Highlighted, "#report")
    def _highlighted(self, event: WindowList.Highlighted) -> None:
        event.stop()
        self.refresh_foot()

    def action_open(self) -> None:
        """Do what the row says."""
        self._report.action_open()

    def action_back(self) -> None:
        """Stop what is under way, else a step back."""
        if self._stage in BUSY:
            self._run.stop()
        elif self._stage is Stage.PREVIEW:
            self._go(Stage.PATH)
        else:
            super().action_back()

    def action_undo(self) -> None:
        """Where it takes back what was imported, one can begin anew."""
        if self._stage is Stage.DONE:
            self._go(Stage.PATH)
        super().action_undo()

    def on_unmount(self) -> None:
        """Who leaves the program does not wait for the end of an import."""
        self._run.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is under way it can be stopped, and the program left."""
        if self._stage in BUSY and action not in ("back", "leave"):
            return False
        if action == "open":
            row = self._report.current if self.is_mounted else None
            return row is not None and bool(row.action)
        return super().check_action(action, parameters)


OWNERS[Scope.IMPORT_RUNNING] = ImportBook
