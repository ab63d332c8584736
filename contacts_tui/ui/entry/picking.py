"""Choosing codes from a list that filters as one types: what is shown, what is chosen, where the cursor is."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from contacts_tui.domain.message import Message
from contacts_tui.domain.text import clean_line, fold


@dataclass(frozen=True, slots=True)
class Pick:
    """Something to choose: its code, what it means, how many use it (None where that is not counted)."""

    code: str
    words: str
    used: int | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Picking:
    """A choice under way.

    Of a `many`-valued list any number of codes may be `chosen`; else one, and where `blank` is given nothing may be
    chosen too. `make` is what the line says that makes what was typed a new line of the list; there is no such line
    without it. `one` is what a line of the list is called. `filtered` says that the options answer to what was typed
    already, since they are asked for anew; `awaits` that the answer is not there yet. `walked` says that an arrow was
    pressed since something was typed. Where nothing holds what was typed the cursor is on no line (-1): a new code
    takes an arrow, so that a slip of the finger makes none.
    """

    options: Sequence[Pick]
    many: bool = False
    chosen: tuple[str, ...] = ()
    blank: Message | None = None
    make: Message | None = None
    one: Message | None = None
    room: int = 10
    filtered: bool = False
    awaits: bool = False
    typed: str = ""
    at: int = 0
    walked: bool = False
    touched: bool = False
    _shown: tuple[Pick, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        shown = tuple(self.options) if self.filtered else matching(self.options, self.typed)
        object.__setattr__(self, "_shown", shown)

    @property
    def shown(self) -> tuple[Pick, ...]:
        """The options that hold what was typed."""
        return self._shown

    @property
    def has_blank(self) -> bool:
        """Whether the first line is the one for nothing."""
        return self.blank is not None and not self.many and not self.typed.strip()

    @property
    def new_code(self) -> str:
        """The code that the last line makes; blank where there is no such line."""
        return short_code(self.new_words, self.room, {fold(one.code) for one in self.options}) if self.make else ""

    @property
    def new_words(self) -> str:
        """What the new code means: the text as it was typed."""
        return clean_line(self.typed)

    @property
    def size(self) -> int:
        """How many lines there are to choose from."""
        return self.has_blank + len(self._shown) + bool(self.new_code)

    @property
    def is_nowhere(self) -> bool:
        """Whether something was typed that no option holds, and the cursor is on no line."""
        return bool(self.typed.strip()) and self.current is None and not self.is_on_new

    @property
    def can_mark(self) -> bool:
        """Whether space marks the option under the cursor; it is text where a meaning goes on with a blank."""
        if not self.many or self.current is None:
            return False
        begun = f"{fold(self.typed)} "
        return self.walked or begun == " " or not any(begun in fold(one.words) for one in self._shown)

    @property
    def current(self) -> Pick | None:
        """The option under the cursor; None on the line for nothing or for a new code."""
        index = self.at - self.has_blank
        return self._shown[index] if 0 <= index < len(self._shown) else None

    @property
    def is_on_new(self) -> bool:
        """Whether the cursor is on the line that makes a new code."""
        return self.at >= 0 and bool(self.new_code) and self.at == self.size - 1

    def opened(self) -> Picking:
        """With the cursor on what is chosen now."""
        codes = [one.code for one in self._shown]
        at = codes.index(self.chosen[0]) + self.has_blank if self.chosen and self.chosen[0] in codes else 0
        return replace(self, at=0 if self.many else at)

    def typing(self, typed: str) -> Picking:
        """With other text: the cursor goes to the first option, or to no line where none holds the text."""
        if typed == self.typed:
            return self
        return replace(self, typed=typed, awaits=self.filtered, walked=False)._begun()

    def offering(self, options: Sequence[Pick]) -> Picking:
        """With other options, those that answer to what was typed."""
        return replace(self, options=options, awaits=False)._begun()

    def _begun(self) -> Picking:
        return replace(self, at=self._first)

    @property
    def _first(self) -> int:
        return 0 if self._shown or self.has_blank else -1

    def moved(self, step: int) -> Picking:
        """With the cursor a line further; at the ends it stays."""
        return replace(self, at=max(self._first, min(self.at + step, self.size - 1)), walked=True)

    def marked(self) -> Picking:
        """With the option under the cursor chosen, or not chosen any more."""
        pick = self.current
        if pick is None or not self.many:
            return self
        rest = tuple(code for code in self.chosen if code != pick.code)
        return replace(self, chosen=rest if pick.code in self.chosen else (*rest, pick.code), touched=True)

    def result(self) -> tuple[str, ...]:
        """What Enter takes.

        In a many-valued list these are the marked codes; where nothing was marked but something typed, the option
        under the cursor comes to them. In the others it is the option under the cursor.
        """
        pick = self.current
        if self.many:
            adds = pick is not None and not self.touched and self.typed.strip() and pick.code not in self.chosen
            return (*self.chosen, pick.code) if pick is not None and adds else self.chosen
        return (pick.code,) if pick is not None else ()


def short_code(words: str, room: int, taken: Container[str]) -> str:
    """A code for what was typed: the text in capitals, shortened to its letters and digits where it is too long.

    Blank where there is none. `taken` are the codes of the list, folded: a short form that is one of them ends in a
    digit; a text that is one of them is that code, and no new one.
    """
    whole = words.upper()
    if not whole or len(whole) <= room:
        return "" if fold(whole) in taken else whole
    packed = "".join(char for char in whole if char.isalnum())[:room]
    forms = (packed, *(f"{packed[: room - 1]}{digit}" for digit in range(2, 10)))
    return next((form for form in forms if form and fold(form) not in taken), "")


def matching(options: Sequence[Pick], typed: str) -> tuple[Pick, ...]:
    """The options that hold every word typed in code or meaning; those whose code or meaning begins with it first."""
    wanted = fold(typed)
    words = wanted.split()
    held = [one for one in options if all(word in fold(f"{one.code} {one.words}") for word in words)]
    return tuple(sorted(held, key=lambda one: _rank(one, wanted)))


def _rank(one: Pick, wanted: str) -> int:
    if not wanted:
        return 0
    if fold(one.code).startswith(wanted):
        return 0
    return 1 if fold(one.words).startswith(wanted) else 2
