"""What a key is, and the places where keys act."""

from enum import StrEnum
from typing import NamedTuple

from contacts_tui.domain.message import N_, Message


class Scope(StrEnum):
    """Where a key acts: a screen, a mode of a screen, or a widget."""

    EVERYWHERE = "everywhere"
    GO = "go"
    LIST = "list"
    FIND = "find"
    FIND_TYPING = "find_typing"
    FIND_LETTERS = "find_letters"
    COLUMNS = "columns"
    VIEWS = "views"
    COMPARE = "compare"
    COMPANY = "company"
    PERSON = "person"
    CARD_PEOPLE = "card_people"
    CARD_ADDRESSES = "card_addresses"
    CARD_NOTES = "card_notes"
    CARD_HISTORY = "card_history"
    FIELD = "field"
    CHOICE = "choice"
    PICKER = "picker"
    FORM = "form"
    TEXT = "text"
    SET_UP = "set_up"
    SET_UP_LISTS = "set_up_lists"
    SET_UP_SERIES = "set_up_series"
    NEW_LINE = "new_line"
    USED_BY = "used_by"
    DUPLICATES = "duplicates"
    HISTORY = "history"
    STEP = "history_step"
    IMPORT = "import"
    IMPORT_PREVIEW = "import_preview"
    IMPORT_RUNNING = "import_running"
    FIRST_START = "first_start"
    RUNNING = "running"
    DIALOG = "dialog"
    HELP = "help"
    PALETTE = "palette"


LABELS: dict[Scope, str] = {
    Scope.EVERYWHERE: N_("everywhere"),
    Scope.GO: N_("go to: g and then"),
    Scope.LIST: N_("list"),
    Scope.FIND: N_("find"),
    Scope.FIND_TYPING: N_("find, while typing"),
    Scope.FIND_LETTERS: N_("find, letters to go to"),
    Scope.COLUMNS: N_("columns of a list"),
    Scope.VIEWS: N_("views"),
    Scope.COMPARE: N_("two contacts compared"),
    Scope.COMPANY: N_("company card"),
    Scope.PERSON: N_("person card"),
    Scope.CARD_PEOPLE: N_("card, the people"),
    Scope.CARD_ADDRESSES: N_("card, other addresses"),
    Scope.CARD_NOTES: N_("card, notes"),
    Scope.CARD_HISTORY: N_("card, history"),
    Scope.FIELD: N_("in a field"),
    Scope.CHOICE: N_("in a field with a few values"),
    Scope.PICKER: N_("choosing a code"),
    Scope.FORM: N_("form"),
    Scope.TEXT: N_("in a text of several lines"),
    Scope.SET_UP: N_("set-up"),
    Scope.SET_UP_LISTS: N_("set-up, the lists"),
    Scope.SET_UP_SERIES: N_("set-up, number series"),
    Scope.NEW_LINE: N_("set-up, in a new line"),
    Scope.USED_BY: N_("contacts that use a code"),
    Scope.DUPLICATES: N_("duplicates"),
    Scope.HISTORY: N_("history"),
    Scope.STEP: N_("one step of the history"),
    Scope.IMPORT: N_("import, the path"),
    Scope.IMPORT_PREVIEW: N_("import"),
    Scope.IMPORT_RUNNING: N_("import, while it runs"),
    Scope.FIRST_START: N_("first start"),
    Scope.RUNNING: N_("while something long goes on"),
    Scope.DIALOG: N_("question"),
    Scope.HELP: N_("keys"),
    Scope.PALETTE: N_("commands"),
}

TYPING: frozenset[Scope] = frozenset(
    (
        Scope.FIND_TYPING, Scope.FIND_LETTERS, Scope.FIELD, Scope.CHOICE, Scope.PICKER, Scope.FORM, Scope.TEXT,
        Scope.NEW_LINE, Scope.IMPORT, Scope.IMPORT_RUNNING, Scope.RUNNING, Scope.HELP, Scope.PALETTE,
    )
)  # fmt: skip
"""Where letters are text: only keys that are no letters act, none of them can be changed, and ``?`` is no key."""

ON_CARD: frozenset[Scope] = frozenset((Scope.CARD_PEOPLE, Scope.CARD_ADDRESSES, Scope.CARD_NOTES, Scope.CARD_HISTORY))
"""What keys of a card do in one of its sections; the other keys of the card act there too."""

ALONE: frozenset[Scope] = TYPING | ON_CARD | {Scope.GO, Scope.LIST, Scope.DIALOG, Scope.EVERYWHERE}
"""Where the keys of everywhere do not act besides (a list and a section leave them to their screen)."""

INCLUDES: dict[Scope, tuple[Scope, ...]] = {
    Scope.COMPANY: (Scope.FIELD,),
    Scope.PERSON: (Scope.FIELD,),
    Scope.SET_UP: (Scope.LIST, Scope.FIELD, Scope.CHOICE),
    Scope.SET_UP_LISTS: (Scope.LIST,),
    Scope.SET_UP_SERIES: (Scope.LIST, Scope.FIELD, Scope.CHOICE),
    Scope.COLUMNS: (Scope.LIST,),
    Scope.VIEWS: (Scope.LIST,),
    Scope.COMPARE: (Scope.LIST,),
    Scope.USED_BY: (Scope.LIST,),
    Scope.DUPLICATES: (Scope.LIST,),
    Scope.HISTORY: (Scope.LIST,),
    Scope.STEP: (Scope.LIST,),
    Scope.IMPORT_PREVIEW: (Scope.LIST, Scope.IMPORT),
    Scope.FIRST_START: (Scope.LIST,),
}
"""Whose keys act on a screen too, because a widget on it has them."""


class Group(StrEnum):
    """Under which title of the help page a key stands."""

    HERE = "here"
    DO = "do"
    EVERYWHERE = "everywhere"
    GO = "go"
    FIELD = "field"


class Key(NamedTuple):
    """One action and the keys that start it.

    `id` is the stable name that a user's own keys refer to. `keys` are single characters or the names that Textual
    gives to other keys. `action` is the method ``action_…`` of the owner of the scope; ``{key}`` in it is the key
    pressed. `label` is for help and palette, `short` for the footer where it differs, `footer` the place there (the
    smallest comes first, 0 never), `brief` the label there where not all fit, `named` the one of the palette where
    `label` would not tell it from another. `twin` names an action that shares the line on the help page, whose label
    is then `both`.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    scopes: tuple[Scope, ...]
    group: Group = Group.HERE
    short: str | Message = ""
    brief: str | Message = ""
    named: str = ""
    footer: int = 0
    twin: str = ""
    both: str = ""
    in_help: bool = True
    in_palette: bool = True

    @property
    def fixed(self) -> bool:
        """Whether a user may not give it another key: letters are text where it acts, or the key says what to do."""
        return "{key}" in self.action or any(scope in TYPING or scope is Scope.DIALOG for scope in self.scopes)
