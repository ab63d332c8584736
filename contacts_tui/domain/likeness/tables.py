"""Tables that are written as a text, a line for each row."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """All words of a text."""
    return frozenset(text.split())


def first_of_each(text: str) -> dict[str, str]:
    """For each word the first one of its line, which stands for all of them."""
    return {word: line.split()[0] for line in text.strip().splitlines() for word in line.split()}
