"""contacts-tui: the contact book of a company, in a terminal."""

__version__ = "0.1.0"
