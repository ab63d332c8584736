"""What the command line understands, as data: parser, help and README come from here. It holds only what is built."""

from typing import NamedTuple

from contacts_tui.domain.message import N_


class Option(NamedTuple):
    """An option. With a `value`, a word follows it; without, it is a switch. One that ends with ``...`` stands for all
    words up to the next option, which are its value, joined by blanks."""

    name: str
    help: str
    value: str = ""

    @property
    def takes_several(self) -> bool:
        """Whether several words may follow it."""
        return self.value.endswith("...")

    @property
    def usage(self) -> str:
        """How it is written in the line that says how a command is used."""
        return f"[--{self.name} {self.value}]" if self.value else f"[--{self.name}]"


class Command(NamedTuple):
    """A command: its name (``setup`` has parts), the words it takes, its options, the module that does it.

    A word in brackets may be left out; one that ends with ``...`` stands for any number.
    """

    name: str
    module: str
    help: str
    words: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    example: str = ""

    @property
    def usage(self) -> str:
        """The line that says how it is used."""
        return " ".join((f"contacts-tui {self.name}", *self.words, *(option.usage for option in self.options)))

    @property
    def fewest(self) -> int:
        """How many words it needs."""
        return sum(1 for word in self.words if not word.startswith("["))

    @property
    def most(self) -> int | None:
        """How many words it takes; None for any number."""
        return None if any("..." in word for word in self.words) else len(self.words)


_JSON = Option("json", N_("print one JSON document"))
_LIMIT = N_("print at most N")

GLOBAL: tuple[Option, ...] = (
    Option("database", N_("the book to open: a file"), "PATH"),
    Option("user", N_("who is at work; the login name unless it is given"), "NAME"),
    Option("lang", N_("the language: en or fr"), "LANG"),
    Option("help", N_("say how the program or a command is used")),
    Option("version", N_("print the version")),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "sample",
        "sample",
        N_("open the full-screen program on a sample company"),
        options=(Option("reset", N_("make the sample company anew first")),),
    ),
    Command(
        "find",
        "find",
        N_("find contacts: words in any order, each anywhere in the contact"),
        ("WORDS...",),
        (Option("limit", _LIMIT, "N"), _JSON),
        "contacts-tui find cannon birmingham",
    ),
    Command("show", "show", N_("print a card"), ("NUMBER",), (_JSON,), "contacts-tui show CT000001"),
    Command(
        "bought",
        "bought",
        N_("print what a customer has bought, the newest first"),
        ("NUMBER",),
        (_JSON,),
        "contacts-tui bought CT000001",
    ),
    Command(
        "new",
        "new",
        N_("enter a company or a person"),
        ("company|person", "FIELD=VALUE..."),
        (_JSON,),
        'contacts-tui new person name="Anne Roy" company=CT000001 +mailing_groups=GIFT',
    ),
    Command(
        "edit",
        "edit",
        N_("change fields and codes of a contact, as one step to undo"),
        ("NUMBER", "FIELD=VALUE..."),
        (_JSON,),
        'contacts-tui edit CT000001 phone="+1 514 555 0199" +industry_groups=RETAIL -mailing_groups=MOVE',
    ),
    Command(
        "delete",
        "delete",
        N_("delete a contact; what goes along is said first"),
        ("NUMBER",),
        (Option("yes", N_("do not ask")),),
    ),
    Command(
        "merge",
        "merging",
        N_("merge two contacts into the first; what differs and what moves is said first"),
        ("KEEP", "DROP"),
        (
            Option("take", N_("take these fields from the one that goes"), "FIELD..."),
            Option("rename", N_("give an address that both have a new code"), "CODE=NEW..."),
            Option("remove", N_("of an address that both have, let the other's go"), "CODE..."),
            Option("yes", N_("do not ask")),
        ),
        "contacts-tui merge CT000001 CT000009 --take phone email --rename COTTAGE=COTTAGE2",
    ),
    Command(
        "personal",
        "personal",
        N_("print everything that is held on a contact, or write it to a new file"),
        ("NUMBER",),
        (
            Option("class", N_("only what is that sensitive: normal, company_confidential, personal, sensitive"), "C"),
            Option("output", N_("write it to a new file"), "FILE"),
            _JSON,
        ),
        "contacts-tui personal CT000003 --json --output request-12.json",
    ),
    Command(
        "erase",
        "erase",
        N_("erase a contact for good: its number stays, and nothing brings it back"),
        ("NUMBER",),
        (Option("request", N_("the number of the request"), "TEXT"), Option("yes", N_("do not ask"))),
        "contacts-tui erase CT000003 --request 2026-12",
    ),
    Command(
        "link",
        "links",
        N_("link a contact with its customer, vendor or bank account"),
        ("NUMBER", "customer|vendor|bank", "NO"),
        (Option("master", N_("whose values stay: contact, the usual one, or partner"), "SIDE"),),
        "contacts-tui link CT000001 customer 10000 --master partner",
    ),
    Command("unlink", "links", N_("remove such a link; both stay"), ("NUMBER", "customer|vendor|bank")),
    Command(
        "contacts-of",
        "links",
        N_("make contacts of the customers, vendors or bank accounts that have none; one step to undo"),
        ("customer|vendor|bank", "[NO...]"),
        example="contacts-tui contacts-of customer 10000 20000",
    ),
    Command(
        "create-as",
        "links",
        N_("make a customer, vendor or bank account of a contact"),
        ("NUMBER", "customer|vendor|bank"),
        (
            Option("no", N_("its number; without it the next one of the series"), "NO"),
            Option("template", N_("the customer template"), "CODE"),
        ),
        "contacts-tui create-as CT000001 customer --template RETAIL",
    ),
    Command(
        "import",
        "importing",
        N_("take over the tables of another system; one step to undo"),
        ("FOLDER",),
        (
            Option("profile", N_("what the files are: nav, CSV tables of Dynamics NAV"), "P"),
            Option("dry-run", N_("say what would be done, and change nothing")),
            Option("no-duplicates", N_("do not look for contacts that would be there twice")),
            _JSON,
        ),
        "contacts-tui import export/ --profile nav",
    ),
    Command(
        "history",
        "history",
        N_("print what was done, to the book or to one contact"),
        ("[NUMBER]",),
        (Option("limit", _LIMIT, "N"), _JSON),
    ),
    Command(
        "duplicates",
        "duplicates",
        N_("print the contacts that may be in the book twice, with the reasons"),
        options=(Option("possibly", N_("print also those that are possibly the same")), _JSON),
    ),
    Command(
        "search-strings",
        "strings",
        N_("make the search strings of duplicates anew, of all companies or of those that words find"),
        ("[WORDS...]",),
        example="contacts-tui search-strings city:york",
    ),
    Command("undo", "undo", N_("take back a step: the newest of this user, or the one with that number"), ("[STEP]",)),
    Command("setup usual", "setup_usual", N_("put the usual codes, salutations and number series into the book")),
    Command(
        "setup show",
        "setup_show",
        N_("print the marketing set-up and the lists, or the lines of one list"),
        ("[LIST]",),
        (_JSON,),
    ),
    Command(
        "setup set",
        "setup_set",
        N_("change fields of the marketing set-up"),
        ("FIELD=VALUE...",),
        example="contacts-tui setup set default_language_code=FRC inherit_address_details=no",
    ),
    Command("setup export", "setup_files", N_("write all set-up to a new TOML or JSON file"), ("FILE",)),
    Command("setup import", "setup_files", N_("take over set-up from a TOML or JSON file"), ("FILE",)),
    Command(
        "check",
        "check",
        N_("check the book: the file, the rules, the history"),
        options=(Option("rebuild", N_("make what is derived, such as the search text, anew first")), _JSON),
    ),
    Command("backup", "backup", N_("write a copy of the book to a new file, while others go on writing"), ("FILE",)),
    Command("keys", "keys", N_("print the keys of the full-screen program")),
)

FULL_SCREEN = Command("", "program", N_("open the full-screen program"))


def find(words: list[str]) -> Command | None:
    """The command that the first one or two words name, or None."""
    named = {command.name: command for command in COMMANDS}
    return named.get(" ".join(words[:2])) or named.get(words[0] if words else "")
