"""THE table of keys. It holds only what is built."""

from __future__ import annotations

from contacts_tui.domain.message import N_, Message, contextual
from contacts_tui.ui.keys.scopes import Group, Key, Scope


def _key(
    key_id: str,
    keys: str,
    action: str,
    label: str,
    *scopes: Scope,
    short: str | Message = "",
    brief: str | Message = "",
    named: str = "",
    footer: int = 0,
    group: Group = Group.HERE,
    in_help: bool = True,
    in_palette: bool = True,
) -> Key:
    return Key(
        id=key_id, keys=tuple(keys.split()), action=action, label=label, scopes=scopes, group=group, short=short,
        brief=brief, named=named, footer=footer, in_help=in_help, in_palette=in_palette,
    )  # fmt: skip


def _move(key_id: str, keys: str, action: str, label: str, *scopes: Scope, twin: str = "", both: str = "") -> Key:
    """A key that only moves about: no line of the palette."""
    return Key(
        id=key_id, keys=tuple(keys.split()), action=action, label=label, scopes=scopes, twin=twin, both=both,
        in_palette=False,
    )  # fmt: skip


def _typed(scope: Scope, name: str, keys: str, action: str, label: str, footer: int, brief: str = "") -> Key:
    """A key that acts while one types."""
    return Key(
        id=f"{scope.value}.{name}", keys=tuple(keys.split()), action=action, label=label, scopes=(scope,),
        group=Group.FIELD, brief=brief, footer=footer, in_palette=False,
    )  # fmt: skip


def _goes(letter: str, place: str, label: str, named: str = "") -> Key:
    return _key(f"go.{place}", letter, f"go_to('{place}')", label, Scope.GO, group=Group.GO, named=named)


def _always(
    key_id: str, keys: str, label: str, *, short: str = "", footer: int = 0, twin: str = "", both: str = "",
    in_help: bool = True, in_palette: bool = True,
) -> Key:  # fmt: skip
    return Key(
        id=key_id, keys=tuple(keys.split()), action=key_id, label=label, scopes=(Scope.EVERYWHERE,), short=short,
        group=Group.EVERYWHERE, footer=footer, twin=twin, both=both, in_help=in_help, in_palette=in_palette,
    )  # fmt: skip


_EVERYWHERE = (
    _always("find", "/", N_("find"), footer=70),
    _always("palette", ":", N_("all commands"), short=N_("commands"), footer=90, in_palette=False),
    _always("back", "escape backspace q", N_("one step back"), short=N_("back")),
    _always("undo", "u ctrl+z", N_("undo"), footer=60, twin="redo", both=N_("undo, redo")),
    _always("redo", "U", N_("redo")),
    _always("new", "n", N_("new contact"), short=N_("new"), footer=30),
    _always("go", "g", N_("go to"), in_help=False, in_palette=False),
    _always("help", "?", N_("these keys"), short=N_("keys")),
    _always("leave", "Q", N_("leave")),
)

_GO = (
    _goes("c", "companies", N_("companies"), N_("all companies")),
    _goes("p", "people", N_("people"), N_("all people")),
    _goes("d", "duplicates", N_("duplicates")),
    _goes("s", "set_up", N_("set-up")),
    _goes("i", "import", N_("import")),
    _goes("h", "home", N_("home")),
    _key("go.first", "g", "go_to('first')", N_("first row"), Scope.GO, group=Group.GO, in_palette=False),
)

_LISTS = (Scope.LIST, Scope.FIND)
_LIST = (
    _move("list.down", "j down", "cursor_down", N_("row below"), *_LISTS, twin="list.up", both=N_("row")),
    _move("list.up", "k up", "cursor_up", N_("row above"), *_LISTS),
    _move("list.page_down", "pagedown", "page_down", N_("page down"), *_LISTS, twin="list.page_up", both=N_("page")),
    _move("list.page_up", "pageup", "page_up", N_("page up"), *_LISTS),
    _move("list.last", "G end", "cursor_last", N_("last row"), *_LISTS),
    _move("list.first", "home", "cursor_first", N_("first row"), *_LISTS),
    _key("list.open", "enter", "open", N_("open"), *_LISTS, footer=1),
)

_FIND = (
    _key("find.type", "t", "next_type", N_("type of contact"), Scope.FIND, short=N_("type"), footer=75),
    _key("find.filter", "f", "filter", N_("filter by fields"), Scope.FIND, short=N_("filter"), footer=71),
    _key("find.clear_filter", "F", "clear_filter", N_("clear the filter"), Scope.FIND, short=N_("clear"), footer=77),
    _key("find.views", "v", "views", N_("views"), Scope.FIND, footer=72),
    _key("find.sort", "s", "sort", N_("sort"), Scope.FIND, footer=73),
    _key("find.columns", "C", "columns", N_("columns"), Scope.FIND, footer=85),
    _key("find.letters", "a", "letters", N_("go to a letter"), Scope.FIND, short=N_("letter"), footer=78),
    _key("find.mark", "space", "mark", N_("mark"), Scope.FIND, group=Group.DO, footer=26, in_palette=False),
    _key("find.mark_up_to_here", "V", "mark_up_to_here", N_("mark up to here"), Scope.FIND, group=Group.DO,
         in_palette=False),
    _key("find.mark_all", "*", "mark_all", N_("mark all, none"), Scope.FIND, group=Group.DO),
    _key("find.edit_marked", "b", "edit_marked", N_("edit marked"), Scope.FIND,
         short=contextual("footer", "edit marked"), group=Group.DO, footer=10),
    _key("find.repeat_edit", ".", "repeat_edit", N_("repeat the edit"), Scope.FIND, short=N_("repeat"),
         group=Group.DO, footer=74),
    _key("find.compare", "D", "compare", N_("compare marked"), Scope.FIND, short=N_("compare"),
         named=N_("compare the two marked"), group=Group.DO, footer=79),
    _key("find.copy", "y", "copy", N_("copy"), Scope.FIND, group=Group.DO, footer=20),
    _key("find.delete", "d", "delete", N_("delete"), Scope.FIND, group=Group.DO, footer=80),
)  # fmt: skip

_COLUMNS = (
    _key("columns.turn", "space enter", "turn", N_("on, off"), Scope.COLUMNS, short=N_("on/off"), footer=1),
    _key("columns.shift", "left right", "shift('{key}')", N_("left, right"), Scope.COLUMNS, short=N_("move"),
         footer=10, in_palette=False),
    _key("columns.usual", "r", "usual", N_("the usual ones"), Scope.COLUMNS, short=N_("usual"), footer=20),
)  # fmt: skip

_VIEWS = (
    _key("views.open", "enter", "open", N_("show"), Scope.VIEWS, footer=1),
    _key("views.new", "n", "new", N_("keep this search"), Scope.VIEWS, short=N_("keep this"), group=Group.DO,
         footer=10),
    _key("views.edit", "e", "edit", N_("change the view"), Scope.VIEWS, short=N_("edit"), group=Group.DO, footer=20),
    _key("views.delete", "d", "delete", N_("delete the view"), Scope.VIEWS, short=N_("delete"), group=Group.DO,
         footer=30),
)  # fmt: skip

_COMPARE = (
    _key("compare.turn", "space enter", "turn", N_("the other's value"), Scope.COMPARE, short=N_("the other's"),
         named=N_("take the other's value"), footer=1),
    _key("compare.side", "left right", "side('{key}')", N_("that side's value"), Scope.COMPARE, short=N_("side"),
         footer=40, in_palette=False),
    _key("compare.swap", "x", "swap", N_("keep the other"), Scope.COMPARE, short=N_("swap"),
         named=N_("keep the other contact"), footer=30),
    _key("compare.merge", "m", "merge", N_("merge"), Scope.COMPARE, group=Group.DO, footer=10),
    _key("compare.different", "n", "new", N_("not the same"), Scope.COMPARE, group=Group.DO, footer=20),
)  # fmt: skip

_CARD = (Scope.COMPANY, Scope.PERSON)
_CARDS = (
    _move("card.down", "j down", "cursor_down", N_("line below"), *_CARD, twin="card.up", both=N_("line")),
    _move("card.up", "k up", "cursor_up", N_("line above"), *_CARD),
    _move("card.left", "left", "cursor_left", N_("left column"), *_CARD, twin="card.right", both=N_("other column")),
    _move("card.right", "right", "cursor_right", N_("right column"), *_CARD),
    _move("card.page_down", "pagedown", "page_down", N_("page down"), *_CARD, twin="card.page_up", both=N_("page")),
    _move("card.page_up", "pageup", "page_up", N_("page up"), *_CARD),
    _move("card.last", "G end", "cursor_last", N_("last line"), *_CARD),
    _move("card.first", "home", "cursor_first", N_("first line"), *_CARD),
    _move("card.section", "1 2 3 4 5 6 7 8 9", "section({key})", N_("section"), *_CARD),
    _move(
        "card.next_section", "tab", "next_section(1)", N_("next section"), *_CARD, twin="card.previous_section",
        both=N_("next section"),
    ),
    _move("card.previous_section", "shift+tab", "next_section(-1)", N_("previous section"), *_CARD),
    _key("card.edit", "enter e", "edit", N_("edit the field"), *_CARD, short=N_("edit"), footer=1),
    _key("company.people", "o p", "people", N_("people"), Scope.COMPANY, brief=contextual("footer", "people"),
         named=N_("people of this company"), footer=10),
    _key("person.company", "o", "other_side", N_("company"), Scope.PERSON, brief=contextual("footer", "company"),
         footer=10),
    _key("person.people", "p", "people", N_("colleagues"), Scope.PERSON, short=N_("people")),
    _key("person.inherit", "i", "inherit", N_("follow, own value"), Scope.PERSON, short=N_("follow"), footer=20),
    _key("card.codes", "t", "codes", N_("groups, codes"), *_CARD, short=N_("codes"), footer=50),
    _key("company.links", "L", "links", N_("customer, vendor"), Scope.COMPANY, group=Group.DO),
    _key("card.web", "w", "web_sources", N_("web sources"), *_CARD),
    _move(
        "card.next", "]", "next_contact", N_("next contact"), *_CARD, twin="card.previous", both=N_("next, previous")
    ),
    _move("card.previous", "[", "previous_contact", N_("previous contact"), *_CARD),
    _key("card.new", "n", "new", N_("new person"), *_CARD, short=contextual("footer", "new person"), group=Group.DO,
         footer=30),
    _key("card.copy", "y", "copy", N_("copy"), *_CARD, group=Group.DO, footer=55),
    _key("card.duplicates", "D", "duplicates", N_("duplicates"), *_CARD,
         named=N_("possible duplicates of this contact"), group=Group.DO),
    _key("card.delete", "d", "delete", N_("delete"), *_CARD, group=Group.DO, footer=80),
    _key("card_people.open", "enter e", "edit", N_("open"), Scope.CARD_PEOPLE, footer=1),
    _key("card_addresses.edit", "enter e", "edit", N_("edit"), Scope.CARD_ADDRESSES, footer=1),
    _key("card_addresses.new", "n", "new", N_("new address"), Scope.CARD_ADDRESSES, group=Group.DO, footer=2),
    _key("card_addresses.delete", "d", "delete", N_("delete the line"), Scope.CARD_ADDRESSES, short=N_("delete"),
         group=Group.DO, footer=3),
    _key("card_notes.edit", "enter e", "edit", N_("edit"), Scope.CARD_NOTES, footer=1),
    _key("card_notes.new", "n", "new", N_("new note"), Scope.CARD_NOTES, group=Group.DO, footer=2),
    _key("card_notes.delete", "d", "delete", N_("delete the note"), Scope.CARD_NOTES, short=N_("delete"),
         group=Group.DO, footer=3),
    _key("card_history.open", "enter e", "edit", N_("all of it"), Scope.CARD_HISTORY, footer=1),
)  # fmt: skip

_LINES = (Scope.SET_UP, Scope.SET_UP_SERIES)
_SIDES = (*_LINES, Scope.SET_UP_LISTS)
_SET_UP = (
    _key("set_up.toggle", "space", "turn", N_("on, off"), Scope.SET_UP, short=N_("on/off"), footer=1),
    Key(
        id="set_up.open", keys=("enter",), action="open", label=N_("edit the line"), scopes=(Scope.SET_UP,),
        short=N_("edit"), footer=2, twin="set_up.edit", both=N_("edit the line"),
    ),
    _key("set_up.lines", "enter", "open", N_("its lines"), Scope.SET_UP_SERIES, short=N_("lines"), footer=1),
    _key("set_up.cross", "enter", "open", N_("its lines"), Scope.SET_UP_LISTS, short=N_("lines"), footer=1),
    _key("set_up.edit", "e", "edit", N_("edit the line"), *_LINES, short=N_("edit"), footer=3, in_palette=False),
    _key("set_up.new", "n", "new", N_("new line"), *_SIDES, group=Group.DO, footer=30),
    _key("set_up.delete", "d", "delete", N_("delete"), *_LINES, group=Group.DO, footer=40),
    _key(
        "set_up.side", "tab shift+tab", "switch_side", N_("lists, lines"), *_SIDES, short=N_("lists"), footer=45,
        in_palette=False,
    ),
    _key(
        "set_up.used_by", "l", "used_by", N_("contacts with it"), *_LINES, short=N_("used by"), group=Group.DO,
        footer=50,
    ),
)  # fmt: skip

_USED_BY = (
    _key("used_by.open", "enter", "open", N_("open"), Scope.USED_BY, footer=1),
    _key("used_by.copy", "y", "copy", N_("copy"), Scope.USED_BY, group=Group.DO, footer=20),
)

_DUPLICATES = (
    _key("duplicates.open", "enter", "open", N_("compare"), Scope.DUPLICATES, footer=1),
    _key("duplicates.part", "n", "new", N_("not the same"), Scope.DUPLICATES, group=Group.DO, footer=2),
    _key("duplicates.possible", "p", "possible", N_("possible ones"), Scope.DUPLICATES, footer=3),
    _key("duplicates.again", "r", "again", N_("compare again"), Scope.DUPLICATES, footer=4),
)

_HISTORY = (
    _key("history.undo", "u ctrl+z", "undo", N_("undo this"), Scope.HISTORY, Scope.STEP, footer=1),
    _key("history.redo", "U", "redo", N_("redo"), Scope.HISTORY, Scope.STEP, footer=2),
    _key("history.open", "enter", "open", N_("all of it"), Scope.HISTORY, footer=3),
    _key("history_step.open", "enter", "open", N_("show the contact"), Scope.STEP, short=N_("card"), footer=3),
)

_IMPORT = (_key("import_preview.open", "enter", "open", N_("choose"), Scope.IMPORT_PREVIEW, footer=1),)
_FIRST_START = (_key("first_start.open", "enter", "open", N_("choose"), Scope.FIRST_START, footer=1),)

_ARROWS = "up down"
_TYPING = (
    _typed(Scope.FIELD, "save", "enter", "submit", N_("save"), 1),
    _typed(Scope.FIELD, "leave", "escape", "leave", N_("leave as it was"), 2, N_("leave it")),
    _typed(Scope.FIELD, "move", _ARROWS, "move('{key}')", N_("other fields"), 3),
    _typed(Scope.FIND_TYPING, "open", "enter", "submit", N_("open"), 1),
    _typed(Scope.FIND_TYPING, "choose", _ARROWS, "move('{key}')", N_("choose"), 2),
    _typed(Scope.FIND_TYPING, "leave", "escape", "leave", N_("commands"), 3),
    _typed(Scope.FIND_LETTERS, "open", "enter", "submit", N_("open"), 1),
    _typed(Scope.FIND_LETTERS, "choose", _ARROWS, "move('{key}')", N_("choose"), 2),
    _typed(Scope.FIND_LETTERS, "leave", "escape", "leave", N_("commands"), 3),
    _typed(Scope.CHOICE, "save", "enter", "submit", N_("save"), 1),
    _typed(Scope.CHOICE, "choose", "left right", "choose('{key}')", N_("choose"), 2),
    _typed(Scope.CHOICE, "toggle", "space", "choose('right')", N_("on, off, next"), 0),
    _typed(Scope.CHOICE, "move", _ARROWS, "move('{key}')", N_("other fields"), 0),
    _typed(Scope.CHOICE, "leave", "escape", "leave", N_("leave as it was"), 4, N_("leave it")),
    _typed(Scope.NEW_LINE, "next", "enter", "submit", N_("next"), 1),
    _typed(Scope.NEW_LINE, "move", _ARROWS, "move('{key}')", N_("other fields"), 2),
    _typed(Scope.NEW_LINE, "leave", "escape", "leave", N_("leave, nothing is kept"), 3, N_("leave")),
    _typed(Scope.PICKER, "save", "enter", "submit", N_("save"), 1),
    _typed(Scope.PICKER, "mark", "space", "mark", N_("mark"), 2),
    _typed(Scope.PICKER, "choose", _ARROWS, "move('{key}')", N_("choose"), 3),
    _typed(Scope.PICKER, "leave", "escape", "leave", N_("leave as it was"), 4, N_("leave it")),
    _typed(Scope.FORM, "next", "enter", "submit", N_("next"), 1),
    _typed(Scope.FORM, "move", _ARROWS, "move('{key}')", N_("move"), 2),
    _typed(Scope.FORM, "choose", "left right", "choose('{key}')", N_("choose"), 2),
    _typed(Scope.FORM, "list", "space", "mark", N_("list"), 3),
    _typed(Scope.FORM, "end", "pagedown", "end", N_("last line"), 5),
    _typed(Scope.FORM, "tab", "tab", "move('down')", N_("next"), 0),
    _typed(Scope.FORM, "back_tab", "shift+tab", "move('up')", N_("the one before"), 0),
    _typed(Scope.TEXT, "line", "enter", "new_line", N_("new line"), 1),
    _typed(Scope.TEXT, "move", _ARROWS, "move('{key}')", N_("move"), 2),
    _typed(Scope.TEXT, "leave", "escape", "leave", N_("leave, the draft is kept"), 3, N_("leave")),
    _typed(Scope.FORM, "leave", "escape", "leave", N_("leave, the draft is kept"), 4, N_("leave")),
    _typed(Scope.IMPORT, "go_on", "enter", "submit", N_("look at it"), 1),
    _typed(Scope.IMPORT, "complete", "tab", "complete", N_("complete the path"), 2, N_("complete")),
    _typed(Scope.IMPORT, "choose", _ARROWS, "move('{key}')", N_("choose"), 3),
    _typed(Scope.IMPORT, "leave", "escape", "leave", N_("back"), 4),
    _typed(Scope.IMPORT_RUNNING, "stop", "escape", "back", N_("stop"), 0),
    _typed(Scope.RUNNING, "stop", "escape", "stop", N_("stop"), 1),
    _typed(Scope.PALETTE, "run", "enter", "submit", N_("do it"), 1),
    _typed(Scope.PALETTE, "choose", _ARROWS, "move('{key}')", N_("choose"), 2),
    _typed(Scope.PALETTE, "leave", "escape", "leave", N_("back"), 3),
    _typed(Scope.HELP, "leave", "escape", "leave", N_("back"), 1),
    _typed(Scope.HELP, "move", _ARROWS, "move('{key}')", N_("scroll"), 2),
    _typed(Scope.DIALOG, "choose", "enter", "choose", N_("choose"), 1),
    _typed(Scope.DIALOG, "move", _ARROWS, "move('{key}')", N_("move"), 2),
    _typed(Scope.DIALOG, "leave", "escape", "leave", N_("back"), 3),
)

TABLE: tuple[Key, ...] = (
    *_EVERYWHERE, *_GO, *_LIST, *_FIND, *_COLUMNS, *_VIEWS, *_COMPARE,
    *_CARDS, *_SET_UP, *_USED_BY, *_DUPLICATES, *_HISTORY, *_IMPORT, *_FIRST_START, *_TYPING,
)  # fmt: skip
