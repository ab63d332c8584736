"""The import: a path, what it holds and would do, and then, on Enter, the import itself."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.import_result import ImportResult
from contacts_tui.domain.message import N_, message
from contacts_tui.domain.text import cell_width
from contacts_tui.exchange import importing
from contacts_tui.locale import _, number
from contacts_tui.ui.context import app_of
from contacts_tui.ui.draw import import_report as draw
from contacts_tui.ui.draw.footer import Hint
from contacts_tui.ui.draw.header import page_title
from contacts_tui.ui.draw.import_report import ReportRow
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, compose, label, rule
from contacts_tui.ui.draw.set_up import cursor_mark
from contacts_tui.ui.keys import Scope, shown
from contacts_tui.ui.pages import OWNERS, Room
from contacts_tui.ui.path_options import PathOption
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.line_input import LineInput
from contacts_tui.ui.widgets.painted import Painted
from contacts_tui.ui.widgets.path_input import PathInput
from contacts_tui.ui.widgets.window import ListSource
from contacts_tui.ui.widgets.window_list import WindowList

_PROFILE = "nav"
_BETWEEN_STEPS = 0.25
"""Seconds between two words of the import's thread about how far it is."""


class Stage(Enum):
    """How far one is."""

    PATH = "path"
    LOOKING = "looking"
    PREVIEW = "preview"
    RUNNING = "running"
    DONE = "done"


_BUSY = frozenset((Stage.LOOKING, Stage.RUNNING))


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
        self._stop = False
        self._told = 0.0

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
        self.query_one("#label").styles.width = self._label_width
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
        if self._stage in _BUSY:
            return Scope.IMPORT_RUNNING
        return Scope.IMPORT if self._stage is Stage.PATH else Scope.IMPORT_PREVIEW

    def crumb(self) -> str:
        """What the pages above call it."""
        return _(message("Import"))

    # Drawing

    @property
    def _label_width(self) -> int:
        return TEXT + max(cell_width(_(message("From"))) + 2, 12 if self.room is not Room.PHONE else 0)

    def _draw_head(self, width: int, height: int) -> list[Line]:
        return list(page_title(width, _(message("Import")), path=self.path))

    def _draw_label(self, width: int, height: int) -> list[Line]:
        typing = self._stage is Stage.PATH
        word = Span(_(message("From")), Role.LEAD if typing else Role.LABEL)
        return [compose(width + 1, (TEXT, word), mark=cursor_mark(typing))]

    def _draw_profile(self, width: int, height: int) -> list[Line]:
        words = _(message("tables of NAV as CSV, in a folder, or one of them"))
        return [compose(width, (self._label_width, label(words)))]

    def _draw_title(self, width: int, height: int) -> list[Line]:
        match self._stage:
            case Stage.PATH:
                return [rule(width, _(message("Folders and files")), number(self._options.total))]
            case Stage.DONE:
                return [rule(width, _(message("Imported")))]
            case _:
                return [rule(width, _(message("What it would do")))]

    def _draw_no_options(self, width: int) -> list[Line]:
        return [compose(width, (TEXT, label(_(message("Nothing here begins with that.")))))]

    def _rows(self) -> list[ReportRow]:
        width = self.size.width
        if self._stage is Stage.DONE:
            return draw.done_rows(self._result, width, walked=self.is_short)
        if self._stage is Stage.LOOKING:
            return []
        return draw.preview_rows(self._result, width, walked=self.is_short)

    def on_resize(self) -> None:
        """Long texts are broken for the width."""
        self.query_one("#label").styles.width = self._label_width
        self._report.show(ListSource(self._rows(), key=_key), keep_cursor=True)

    def _go(self, stage: Stage) -> None:
        self._stage = stage
        typing = stage is Stage.PATH
        self.set_class(typing, "-typing")
        self.set_class(not typing, "-reported")
        self._path.typing = typing
        self._report.has_spot = False if stage in _BUSY else None
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
            self.run_worker(self._look(), group="import", exclusive=True)

    @on(LineInput.Left)
    def _left(self, event: LineInput.Left) -> None:
        event.stop()
        self.dismiss(None)

    # Looking and importing

    async def _look(self) -> None:
        found = await self._import(Stage.LOOKING, dry_run=True)
        if found is None or found.stopped:
            self._go(Stage.PATH)
            return
        self._result = found
        self._go(Stage.PREVIEW)

    async def _run(self) -> None:
        found = await self._import(Stage.RUNNING, dry_run=False)
        if found is None:
            self._go(Stage.PREVIEW)
            return
        self._result = found
        self._go(Stage.DONE)
        app_of(self).announce_change()
        self.say(draw.done_message(found), undo=bool(found.batch))

    async def _import(self, stage: Stage, *, dry_run: bool) -> ImportResult | None:
        """Import on the writer's thread, or only count; None where it was refused, which is told."""
        app = app_of(self)
        path = Path(self._path.value.strip())
        self._stop = False
        self._go(stage)
        self._show_progress(0, 0)
        try:
            found = await app.write(
                importing.import_path,
                app.session,
                path,
                profile=_PROFILE,
                dry_run=dry_run,
                progress=self._note_progress,
                stopped=lambda: self._stop,
            )
        except ContactsError as error:
            self.tell(error)
            return None
        self._bottom.say(None)
        return found

    def _note_progress(self, done: int, total: int) -> None:
        """In the import's thread."""
        now = time.monotonic()
        if now - self._told >= _BETWEEN_STEPS:
            self._told = now
            self.post_message(self.Progressed(done, total))

    @on(Progressed)
    def _progressed(self, event: Progressed) -> None:
        if self._stage in _BUSY:
            self._show_progress(event.done, event.total)

    def _show_progress(self, done: int, total: int) -> None:
        hint = Hint(shown("escape"), _(N_("stop")))
        if not total:
            self.progress(message("Reading the files"), hint)
        elif self._stage is Stage.LOOKING:
            self.progress(message("Looking  {done} of {total}", done=done, total=total), hint)
        else:
            self.progress(message("Importing  {done} of {total}", done=done, total=total), hint)

    # The rows

    @on(WindowList.Opened, "#report")
    def _opened(self, event: WindowList.Opened) -> None:
        event.stop()
        if self._stage in _BUSY:
            return
        match event.item.action:
            case draw.IMPORT:
                self.run_worker(self._run(), group="import", exclusive=True)
            case draw.AGAIN:
                self._go(Stage.PATH)
            case draw.LOOK:
                self._look_at_contacts()

    def _look_at_contacts(self) -> None:
        app = app_of(self)
        if app.can_go("start"):
            app.go_to("start")
        else:
            self.dismiss(None)

    def action_open(self) -> None:
        """Do what the row says."""
        self._report.action_open()

    def action_back(self) -> None:
        """Stop what is under way, else a step back."""
        if self._stage in _BUSY:
            self._stop = True
        elif self._stage is Stage.PREVIEW:
            self._go(Stage.PATH)
        else:
            super().action_back()

    def action_undo(self) -> None:
        """What was imported is gone: one can begin anew."""
        self._go(Stage.PATH)
        super().action_undo()

    def on_unmount(self) -> None:
        """Who leaves the program does not wait for the end of an import."""
        self._stop = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is under way it can be stopped, and the program left."""
        if self._stage in _BUSY and action not in ("back", "leave"):
            return False
        return super().check_action(action, parameters)


def _key(row: ReportRow) -> str:
    return row.key


OWNERS[Scope.IMPORT_RUNNING] = ImportBook
