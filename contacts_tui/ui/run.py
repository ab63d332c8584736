"""Runs the full-screen program: everything around it, so that the terminal and what was typed survive every way out."""

from __future__ import annotations

import gc
import locale as system
import os
import sys
from collections.abc import Callable
from pathlib import Path

from contacts_tui import locale
from contacts_tui.domain.text import guard
from contacts_tui.locale import _
from contacts_tui.services.session import Session
from contacts_tui.ui import first_page
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.terminal import early, environment, tty
from contacts_tui.ui.terminal.early import Picture
from contacts_tui.ui.terminal.signals import LastWords

WRONG_USE = 2
_TURN = 0.0005
"""Seconds after which the thread that reads gets its turn while the screen is drawn; Python's own 5 ms are a frame."""


def run(
    session: Session,
    *,
    book_name: str = "",
    is_sample: bool = False,
    first_start: bool = False,
    log_folder: Path | None = None,
    open_sample: Callable[[str], Session] | None = None,
    glyph_set: str = "",
) -> int:
    """Show the screens until the user leaves; gives back the exit status.

    `log_folder` is for the traces of faults, the session's folder for small files where none is given. `open_sample`
    opens the sample book, made in the language it is given where it is missing; the first start offers it. `glyph_set`
    is `ascii` or `utf-8` where the user chose one, else the terminal decides.
    """
    locale.use(session.language)
    refused = tty.refusal()
    if refused is not None:
        print(guard(_(refused)), file=sys.stderr)
        return WRONG_USE
    glyphs.use(glyphs.choose(os.environ, system.getencoding(), glyph_set))
    terminal = tty.Terminal()
    with LastWords(terminal.give_back) as last_words:
        shown = None if first_start else _show_first_page(session, terminal, book_name, is_sample)
        try:
            environment.prepare()
            sys.setswitchinterval(_TURN)
            gc.disable()  # nothing of what is loaded now is garbage; the program looks for some once it is shown
            # Textual reads the environment when it is loaded.
            from contacts_tui.ui.program import Program, context_of

            context = context_of(
                session,
                book_name=book_name,
                is_sample=is_sample,
                log_folder=log_folder or session.state,
                open_sample=open_sample,
            )
            app = Program(context, first_start=first_start, shown=shown)
        except BaseException:
            if shown is not None:
                terminal.leave()
            raise
        last_words.write = app.keep_drafts
        try:
            app.run(mouse=False)
        except BaseException:
            terminal.give_back()
            raise
        finally:
            app.end_drafts()
            terminal.reset()
    return app.return_code or 0


def _show_first_page(session: Session, terminal: tty.Terminal, book_name: str, is_sample: bool) -> Picture | None:
    """Show what Find will show, before Textual is loaded; None where that fails, which Find will then speak of."""
    try:
        width, height = os.get_terminal_size(tty.SCREEN)
        lines = first_page.draw(
            first_page.read(session, height), width, height, book_name=book_name, is_sample=is_sample
        )
        picture = Picture(lines, width, height)
        terminal.take_keys()
        early.show(picture, colours="NO_COLOR" not in os.environ)
    except Exception:
        terminal.reset()
        return None
    return picture
