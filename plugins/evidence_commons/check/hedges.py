"""Hedges: the words by which works give a number with caution, and what we call them."""

import re

HEDGES = {
    "over": "over",
    "more than": "over",
    "above": "over",
    "almost": "almost",
    "nearly": "almost",
    "close to": "almost",
    "just under": "almost",
    "under": "under",
    "less than": "under",
    "fewer than": "under",
    "below": "under",
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx.": "about",
    "roughly": "about",
    "some": "about",
    "circa": "about",
    "at least": "at-least",
    "a minimum of": "at-least",
    "up to": "up-to",
    "a maximum of": "up-to",
}
"""What works write, and the term of the vocabulary that says it here."""

WORDS = "|".join(re.escape(words) for words in sorted(HEDGES, key=len, reverse=True))
"""All of them for a pattern, the longest first."""
