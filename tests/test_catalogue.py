"""The French catalogue is complete, and it is French as it is written in Canada."""

from __future__ import annotations

import re

import pytest

from contacts_tui import locale
from contacts_tui.domain.message import counted, message
from contacts_tui.locale import _
from tools import catalogue

NO_BREAK = "\u00a0"
FRENCH = [form for entry in catalogue.stored() if entry.id for form in catalogue.forms(entry)]


def test_every_text_of_the_source_is_translated() -> None:
    assert catalogue.problems() == []


def test_a_text_that_is_put_together_by_the_program_is_found() -> None:
    import ast

    source = 'message(f"{name}")\nN_("a" + b)\n_("a" if x else "b")\n_(A if x else B)\nmessage("{name}", name=f"{x}")\n'
    assert list(catalogue.put_together(ast.parse(source))) == [1, 2, 3]


def test_texts_are_found_wherever_they_stand() -> None:
    import ast

    source = 'f(message("a {x}", x=N_("b")), counted("one", "many", 2), contextual("tab", "c"), N_(""), other("d"))'
    assert set(catalogue.texts(ast.parse(source))) == {
        ("a {x}", None),
        ("b", None),
        (("one", "many"), None),
        ("c", "tab"),
    }


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("a colon has a no-break space before it", rf"(?<!{NO_BREAK}):(?!//)"),
        ("quotation marks are those of French", '[“”"]'),
        ("a no-break space stands inside of them", rf"«(?!{NO_BREAK})|(?<!{NO_BREAK})»"),
        ("nobody is addressed", r"(?i)\b(tu|toi|votre|vos|vous|veuillez)\b|s'il (te|vous) plaît"),
        ("no exclamation mark", "!"),
        ("no space before ; and ?", r"(?<!,)\s[;?]"),
    ],
)
def test_french_is_written_as_in_canada(what: str, pattern: str) -> None:
    assert [text for text in FRENCH if re.search(pattern, text)] == [], what


def test_labels_of_a_card_fit_their_columns() -> None:
    from contacts_tui.domain.text import cell_width
    from contacts_tui.ui.card import card_fields

    locale.use("fr")
    groups = (*card_fields.COMPANY, *card_fields.PERSON)
    places = [place for group in groups for place in group]
    assert len(places) > 20
    assert [_(p.label) for p in places if cell_width(_(p.label)) > 13] == []
    assert [_(p.brief) for p in places if cell_width(_(p.brief)) > 8] == []


def test_plurals_and_numbers_follow_the_language() -> None:
    locale.use("fr")
    assert _(counted("{count} contact", "{count} contacts", 0)) == "0 contact"
    assert _(counted("{count} contact", "{count} contacts", 1)) == "1 contact"
    assert _(counted("{count} contact", "{count} contacts", 12412)) == "12\u202f412 contacts"
    assert _(message("There is no contact {number}.", number="CT1")) == "Il n'y a pas de contact CT1."
    locale.use("en")
    assert _(counted("{count} contact", "{count} contacts", 12412)) == "12,412 contacts"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_name_that_ends_with_a_full_stop_ends_its_sentence(language: str) -> None:
    locale.use(language)
    assert _(message("{gone} is merged into {name}.", gone="X inc.", name="Laurier inc.")).endswith("Laurier inc.")
    assert _(message("{gone} is merged into {name}.", gone="X inc.", name="Laurier")).endswith("Laurier.")
