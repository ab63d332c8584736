"""The one table of weights: what an agreement, a near agreement and a disagreement of each field counts, in points.

`BITS` weights are factors of the rarity of the value, in bits; the others are points. They hold for every book: there
is nothing to set for a kind of contacts.
"""

from __future__ import annotations

START = 1.0
"""What a pair has before anything is compared, less the bits that it takes to tell one contact of the book."""
FEWEST = 1000
"""Smaller books count as one of so many contacts."""

# Words of a name, and the name as a whole.
NAME_BITS = 0.8
TYPO_BITS, TYPO = 0.7, -0.5
OWN_WORD = 5
"""What so many contacts have is a word of its own, and no typing error of another such word."""
NICKNAME_BITS = 0.57
BEGINNING_BITS = {True: 0.24, False: 0.36}  # of a company, of a person
GLUED_BITS = 0.4
INITIAL = 1.0
WEAK_SHARE = 0.5
NAME_MOST = 1.3
"""All words of a name together count at most so many times the bits of one contact."""
WORDS_DIFFER = -4.0
WORD_MISSING = {True: -1.0, False: 0.0}
WHOLE_NAME = {True: 3.0, False: 2.0}
FORM_DIFFERS = -1.0
FIRST_NAME_DIFFERS = -5.0

# Dates and numbers.
BIRTHDAY_BITS = 1.1
BIRTHDAY_OFF = {1: 8.5, 2: 4.0, 3: -1.0}  # by how many of the eight digits are wrong
BIRTHDAY_DIFFERS = -3.0
NUMBER_BITS, NUMBER_NEAR = 1.5, 0.8
NUMBER_DIFFERS = -4.0

# How to reach it.
EMAIL_BITS, EMAIL_NEAR = 1.0, 0.9
EMAIL_OTHER_DIGITS, EMAIL_OF_A_ROLE = 0.3, 0.4
EMAIL_OTHER_DOMAIN, EMAIL_OF_THE_NAME = 5.0, 1.0
EMAIL_DOMAIN_BITS = 0.1
EMAIL_DIFFERS = -1.5
PHONE_BITS = 0.8
PHONE_NEAR = 3.0
PHONE_DIFFERS = -2.0

# Where it is: street, post code and town lie in one another, so the best counts most.
PLACE_BEST, PLACE_OTHERS = 0.5, 0.3
PLACE_OTHERS_DIFFER = 0.3
"""What differs besides, where the first of street, post code and town of a company differs already."""
STREET_TYPO, TOWN_NEAR = 0.75, 0.8
POST_CODE_NEAR = 1.5
STREET_DIFFERS = {True: -3.0, False: -2.0}
POST_CODE_DIFFERS = -3.0
TOWN_DIFFERS = {True: -3.0, False: -2.0}
HOUSE_BITS = 0.2
HOUSE_DIFFERS, HOUSE_ONE_OFF, HOUSE_DIFFERS_ELSEWHERE = -5.0, -2.5, -1.7
COUNTY_DIFFERS = -1.0
COUNTRY_DIFFERS = -2.0

MOST_OF_PLACE = PLACE_BEST + 2 * PLACE_OTHERS + HOUSE_BITS + PHONE_BITS
"""Telephone and place together count at most so many times the bits of one contact."""

# Everything else.
OTHER_BITS = 0.1
OTHER_DIFFERS = -0.5

HOUSEHOLD = 1 / 3
"""People with different names share a house and a telephone: so much of it counts."""
THIRD_LINK = 3.0
THIRD_LEAST = -6.0
"""Two that are both like a third with the first score are the same, unless their own is below the second."""
