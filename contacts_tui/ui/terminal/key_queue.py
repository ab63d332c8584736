"""Keys one after another: each acts on the page that the one before it has led to.

Over a slow line several keys arrive at once. Textual would hand them all to the widget that has the focus now, so that
the second letter of ``g s`` were lost, and the one after Enter were text. Here a key waits until the one before it has
been dealt with, the opening of a page included; and so does what is pasted between keys.
"""

from __future__ import annotations

import asyncio
from collections import deque

from textual import events, on
from textual.app import App
from textual.message import Message

_LAPS = 2
"""A key may make its widget post a message, such as Opened: the second lap comes after what that has led to."""
_PATIENCE = 0.5
"""Seconds after which the next key goes on, where a page that closed has swallowed the sign."""
_LOOK_AGAIN = 0.005
_LOOKS = 400
"""How often, and how many times, it is looked whether a page that opens can take keys."""


class Handled(Message):
    """Follows a key on its way from the focused widget up to the app, and so arrives when the key is dealt with."""

    def __init__(self, key: int, laps: int) -> None:
        super().__init__()
        self.key = key
        self.laps = laps


class Ready(events.Event, bubble=False):
    """There is a key to deal with, or it is time to see again whether the page on top can take it."""


class TakesKeys:
    """A widget that, while it has the focus, is asked first what a key does: what is typed makes no detour."""

    def take_key(self, key: events.Key) -> bool:
        """Do what the key does here, all of it; False where it has another meaning."""
        raise NotImplementedError


class KeyQueue(App[None], inherit_bindings=False):
    """An app that deals with one key at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.keys_pressed = 0
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._busy = False
        self._patience: asyncio.TimerHandle | None = None
        self._looks = 0

    @property
    def has_keys(self) -> bool:
        """Whether keys wait for their turn: what the one before them leads to need not be seen."""
        return bool(self._waiting)

    def post_message(self, message: Message) -> bool:
        """Whatever comes; a key that arrives takes its place among those that wait.

        It does not come itself: it may have been dealt with by then, and would do what it does once more.
        """
        if isinstance(message, events.Key | events.Paste) and not message.is_forwarded:
            self._waiting.append(message)
            message = Ready()
        return super().post_message(message)

    async def on_event(self, event: events.Event) -> None:
        """Deal with the next key when there is one; everything else goes its usual way."""
        if isinstance(event, Ready):
            await self._next()
        else:
            await super().on_event(event)

    @property
    def keys_wait(self) -> bool:
        """Whether keys wait for their turn, or one is being dealt with."""
        return self._busy or bool(self._waiting)

    def look_again(self) -> None:
        """The page on top has become ready: a key that waits for it goes on."""
        if self._waiting:
            self.post_message(Ready())

    async def _next(self) -> None:
        while self._waiting and not self._busy:
            if not self._page_is_ready and self._looks < _LOOKS:
                self._looks += 1
                asyncio.get_running_loop().call_later(_LOOK_AGAIN, self.post_message, Ready())
                return
            self._looks = 0
            self.keys_pressed += 1
            key = self._waiting.popleft()
            if self._is_taken(key):
                continue
            self._busy = True
            await super().on_event(key)
            self._send_round(Handled(self.keys_pressed, _LAPS))

    def _is_taken(self, key: events.Key | events.Paste) -> bool:
        widget = self.focused
        if not isinstance(widget, TakesKeys) or isinstance(key, events.Paste):
            return False
        with widget._context():
            return widget.take_key(key)

    def _send_round(self, sign: Handled) -> None:
        self._wait_no_longer()
        number = sign.key
        self._patience = asyncio.get_running_loop().call_later(_PATIENCE, self.post_message, Handled(number, 0))
        target = self.focused or self.screen
        if not target.post_message(sign):
            self.post_message(Handled(number, 0))

    @property
    def _page_is_ready(self) -> bool:
        """A page that is still opening, or reading what it shows, would lose a key."""
        page = self.screen
        return page.is_mounted and bool(getattr(page, "ready", True))

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """None has priority here over the widget with the focus, which Textual would find out anew for each key."""
        return not priority and await super()._check_bindings(key)

    @on(Handled)
    async def _came_round(self, sign: Handled) -> None:
        sign.stop()
        if sign.key != self.keys_pressed or not self._busy:
            return
        if sign.laps > 1:
            self._send_round(Handled(sign.key, sign.laps - 1))
            return
        self._wait_no_longer()
        self._busy = False
        await self._next()

    def _wait_no_longer(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
