"""Where to look a company up (CT-R8 to CT-R10)."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts_tui.domain.errors import Refused
from contacts_tui.domain.web_sources import address, check_url, default_search_word


def test_ct_8_the_search_word_takes_its_place_percent_encoded() -> None:
    found = address("https://site.example/find?q=%1", "Boulangerie Laurier")
    assert found == "https://site.example/find?q=Boulangerie%20Laurier"


@pytest.mark.parametrize("url", ["", "  "])
def test_ct_9_a_blank_url_is_refused(url: str) -> None:
    with pytest.raises(Refused) as caught:
        address(url, "Laurier")
    assert caught.value.field == "url"


def test_without_a_place_the_url_stays_as_it_is() -> None:
    assert address("http://www.adatum.example/", "Laurier") == "http://www.adatum.example/"


def test_no_sign_of_the_search_word_changes_the_address() -> None:
    assert address("https://x.example/?q=%1", "a&b=c/#é %1") == "https://x.example/?q=a%26b%3Dc%2F%23%C3%A9%20%251"


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_the_search_word_comes_back_from_the_address(word: str) -> None:
    assert unquote(address("https://x.example/?q=%1", word).removeprefix("https://x.example/?q=")) == word


@pytest.mark.parametrize("url", ["", "https://x.example", "HTTP://x.example:8080/a?b=%1#c", "http://[::1]/"])
def test_http_and_https_addresses_are_accepted(url: str) -> None:
    assert check_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "www.x.example",
        "ftp://x.example",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https:x",
        "http://[",
        "https://x.example/a b",
        "https://x.example/\x1b[2J",
        "https://x.example/\u202e",
    ],
)
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(Refused) as caught:
        check_url(url)
    assert (caught.value.field, caught.value.value) == ("url", url)


def test_the_proposed_search_word_is_as_much_of_the_name_as_fits() -> None:
    assert default_search_word("Cannon Group Ltd.") == "Cannon Group Ltd."
    assert default_search_word("Boulangerie et pâtisserie de Laurier") == "Boulangerie et pâtisserie de L"
    assert default_search_word("A" * 29 + " B") == "A" * 29
