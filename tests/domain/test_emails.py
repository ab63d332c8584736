"""E-mail addresses (C-R14)."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain import emails
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import Message

LABEL = Message("E-mail")
COLLECTION = Path(__file__).parents[3] / "shared" / "data" / "strings" / "isemail_tests.xml"


def check(text: str) -> str:
    return emails.check(text, field="email", label=LABEL)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "info@laurier.example",
        "a@b.ca; c@d.ca;e@f.ca",
        "a@b.ca;",
        "intranet@localhost",
        "o'brien+tag@x.example",
        "用户@例子.例",
        '"Anne Roy, sales"@x.example',
    ],
)
def test_what_can_be_an_address_stays_as_typed(text: str) -> None:
    assert check(text) == text


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("laurier.example", "laurier.example"),
        ("a@b.ca; nobody", "nobody"),
        ("@laurier.example", "@laurier.example"),
        ("info@", "info@"),
        ("a@@b.ca", "a@@b.ca"),
        ("a@b@c.ca", "a@b@c.ca"),
        ("a b@c.ca", "a b@c.ca"),
        ("a@b c.ca", "a@b c.ca"),
        ("a@b.ca,c@d.ca", "a@b.ca,c@d.ca"),
        ("Anne <a@b.ca>", "Anne <a@b.ca>"),
        ("a@.", "a@."),
        (";", ";"),
    ],
)
def test_what_cannot_be_an_address_is_refused_and_named(text: str, part: str) -> None:
    with pytest.raises(Refused) as caught:
        check(text)
    assert (caught.value.field, caught.value.value) == ("email", text)
    assert f"“{part}”" in str(caught.value)


def test_a_blank_field_is_blank() -> None:
    assert check("  ") == ""


@pytest.mark.parametrize("text", ["a@localhost", "a..b@c.ca", "mailto:a@b.ca", "a@b..ca"])
def test_an_odd_address_is_a_warning(text: str) -> None:
    assert check(text) == text
    (warning,) = emails.warnings(text)
    assert f"“{text}”" in str(warning)


def test_each_odd_address_is_warned_about_by_itself() -> None:
    assert len(emails.warnings("a@x; info@laurier.example; b@y")) == 2
    assert emails.warnings("info@laurier.example") == ()
    assert emails.warnings("") == ()


@given(st.text(max_size=80))
def test_nothing_but_a_refusal_is_raised(text: str) -> None:
    emails.warnings(text)
    if text.strip() and "@" not in text:
        with pytest.raises(Refused):
            check(text)
    else:
        with suppress(Refused):
            assert check(text) == (text if text.strip() else "")


@pytest.mark.skipif(not COLLECTION.exists(), reason="needs the shared data folder")
def test_a_collection_of_hard_addresses_is_judged_without_failing() -> None:
    accepted: dict[str, bool] = {}
    valid = set()
    for case in ElementTree.parse(COLLECTION).getroot().iter("test"):
        address = case.findtext("address") or ""
        if case.findtext("category") == "ISEMAIL_VALID_CATEGORY":
            valid.add(address)
        try:
            emails.check(address, field="email", label=LABEL)
        except Refused:
            accepted[address] = False
        else:
            accepted[address] = True
        emails.warnings(address)
    assert len(accepted) > 100
    assert {address for address in valid if not accepted[address]} == set()
    assert not any(fits for address, fits in accepted.items() if address.strip() and "@" not in address)
