"""What the app tells its screens."""

from __future__ import annotations

from textual.message import Message


class BookChanged(Message):
    """Someone, perhaps this user, has written to the book: what is shown may be out of date."""
