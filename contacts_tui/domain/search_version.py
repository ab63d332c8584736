"""The number of the rules by which contacts are found: apart from them, since every start asks for it."""

VERSION = 5
"""Changes whenever a contact would get other words; an index of another version is made anew."""
