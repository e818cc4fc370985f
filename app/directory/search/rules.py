"""Why somebody was found, and in what order: decisions on values in hand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from itertools import takewhile

from app.platform.fulltext import errors_allowed, words_of
from app.platform.norms import VERIFIED_FOR

SHORTEST_STEM = 3
LONGEST_ENDING = 4
DOUBLE_VOWEL = re.compile(r"([aeou])\1")

KIND_WORDS = {
    "bao": "basisschool basisonderwijs bao",
    "sbo": "speciaal basisonderwijs sbo",
    "so": "speciaal onderwijs so",
    "vso": "voortgezet speciaal onderwijs vso",
    "swv": "samenwerkingsverband swv",
    "bestuur": "schoolbestuur bestuur",
    "gemeente": "gemeente",
    "jgz": "jeugdgezondheidszorg jgz ggd schoolarts",
    "jeugdhulp": "jeugdhulp jeugdzorg",
    "wijkteam": "wijkteam sociaal team",
    "veilig_thuis": "veilig thuis",
    "kinderopvang": "kinderopvang",
    "samenwerking": "samenwerking",
}


class Field(StrEnum):
    """By what an entry can be found, the most telling first; the Dutch words stand in `reason.html`."""

    NAME = "name"
    THEME = "theme"
    ROLE = "role"
    PLACE = "place"
    POSTCODE = "postcode"
    ORGANISATION = "organisation"
    KIND = "kind"
    EMAIL = "email"
    PHONE = "phone"


class Likeness(IntEnum):
    """How much a word is like what was typed."""

    RESEMBLES = 1
    BEGINS = 2
    SAME = 3


@dataclass(frozen=True)
class Reason:
    """Why an entry is among the results: this value of it is like a word that was typed."""

    field: Field
    value: str
    likeness: Likeness


@dataclass(frozen=True)
class Match:
    """How well an entry fits what was typed; a greater `rank` fits better.

    Attributes:
        reasons: Each value that fits once, in the order in which the words were typed, by the word least like it.
        words: How many of the words fit.
        likeness: How much they fit, summed.
        named: How many of them fit its name.
    """

    reasons: tuple[Reason, ...]
    words: int
    likeness: int
    named: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """First how many words fit, then how exactly, then whether it is the name that does."""
        return self.words, self.likeness, self.named


def match(words: Iterable[str], values: Iterable[tuple[Field, str]]) -> Match:
    """Say why an entry fits the words, by the values that the viewer may see of it.

    Args:
        words: From `fulltext.typed_words`.
        values: The values of the entry, the most telling first.
    """
    known = [(field, value, words_of(value)) for field, value in values]
    found = [reason for word in words if (reason := _best(word, known))]
    told: dict[tuple[Field, str], Reason] = {}
    for reason in found:
        before = told.setdefault((reason.field, reason.value), reason)
        told[reason.field, reason.value] = min(before, reason, key=lambda one: one.likeness)
    return Match(
        reasons=tuple(told.values()),
        words=len(found),
        likeness=sum(reason.likeness for reason in found),
        named=sum(reason.field is Field.NAME for reason in found),
    )


def _best(word: str, known: Iterable[tuple[Field, str, list[str]]]) -> Reason | None:
    best: Reason | None = None
    for field, value, parts in known:
        likeness = max((likeness_of(word, part) for part in parts), default=0)
        if likeness and (best is None or likeness > best.likeness):
            best = Reason(field, value, Likeness(likeness))
    return best


def likeness_of(typed: str, word: str) -> int:
    """How much a word is like what was typed; 0 when it is not.

    Two words are also alike when only their endings differ, as in «taal» and «talen»: who calls this has them from an
    index that compares words without their endings.
    """
    if typed == word:
        return Likeness.SAME
    if word.startswith(typed):
        return Likeness.BEGINS
    errors = errors_allowed(typed)
    if (errors and within(typed, word, errors)) or _same_but_for_ending(typed, word):
        return Likeness.RESEMBLES
    return 0


def _same_but_for_ending(one: str, other: str) -> bool:
    if any(letter.isdigit() for letter in one + other):
        return False
    one, other = DOUBLE_VOWEL.sub(r"\1", one), DOUBLE_VOWEL.sub(r"\1", other)
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
    return shared >= SHORTEST_STEM and max(len(one), len(other)) - shared <= LONGEST_ENDING


def within(one: str, other: str, errors: int) -> bool:
    """Whether one word becomes the other by at most so many typing errors.

    An error is a letter too many, too few, another, or two that changed places.

    Source: optimal string alignment distance, as Lucene's fuzzy terms count.
    """
    if abs(len(one) - len(other)) > errors:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        two_before, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
        if min(row) > errors:
            return False
    return row[-1] <= errors


def is_overdue(verified_at: datetime | None, now: datetime) -> bool:
    """Whether nobody has said for a year that the entry is right."""
    return verified_at is None or now - verified_at > VERIFIED_FOR
