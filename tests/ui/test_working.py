"""Work beside the keys, when the program is left before it has ended."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from contacts_tui.ui.working import start_work


class Program(App[None]):
    """Starts work that waits, and then looks for a widget that is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.may_go_on = asyncio.Event()
        self.ended = asyncio.Event()

    def on_mount(self) -> None:
        start_work(self, self._look)

    async def _look(self) -> None:
        await self.may_go_on.wait()
        self.ended.set()
        self.query_one("#gone")


async def test_work_that_ends_while_the_program_is_left_is_no_fault() -> None:
    app = Program()
    async with app.run_test():
        app._running = False
        app.may_go_on.set()
        await app.ended.wait()


async def _run(app: Program) -> None:
    async with app.run_test():
        app.may_go_on.set()
        await app.ended.wait()


async def test_a_widget_that_is_missing_while_the_program_runs_is_a_fault() -> None:
    with pytest.raises(WorkerFailed) as failed:
        await _run(Program())
    assert isinstance(failed.value.error, NoMatches)
