"""What to ask the full-text indexes for: `directory_spelling` (as written) and `directory_words` (Dutch)."""

import re
import unicodedata
from collections.abc import Iterable

MOST_WORDS = 6
LONGEST_WORD = 40
SHORTEST_NEEDED = 3
FUZZY_FROM = 3
FUZZIER_FROM = 8
WORD = re.compile(r"[^\W_]+")

Weighted = tuple[str, int]
NAME_AND_TEXT: tuple[Weighted, ...] = (("search_name", 2), ("search_text", 1))
NAME_ONLY: tuple[Weighted, ...] = (("search_name", 1),)


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, without accents; no other sign is left.

    Example:
        >>> words_of("IB'er Zoë (9306-AB)")
        ['ib', 'er', 'zoe', '9306', 'ab']
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


def typed_words(text: str) -> list[str]:
    """The words that are searched for: each once, and no more than the search can bear."""
    return list(dict.fromkeys(word[:LONGEST_WORD] for word in words_of(text)))[:MOST_WORDS]


def region_token(region: str) -> str:
    """The code of a region as one word of the index."""
    return region.replace("-", "").lower()


def spelling_query(
    region: str, words: Iterable[str], *, every: bool, fields: Iterable[Weighted] = NAME_AND_TEXT
) -> str:
    """Ask for words as they are written: exact before their beginning, that before one with a typing error.

    Args:
        region: The code of the region; entries of others are never asked for.
        words: From `typed_words`, so that nothing in them means anything to Lucene.
        every: Whether every word must fit, small ones left out.
        fields: In which of the search texts to look, and how much each weighs.
    """
    weighted = tuple(fields)
    clauses = [(word, f"({' '.join(_spellings(word, weighted))})") for word in words]
    return _required(region, clauses, every=every)


def stem_query(region: str, words: Iterable[str], *, every: bool) -> str:
    """Ask for Dutch words whatever their ending; the index's analyzer takes the endings off.

    Args:
        region: The code of the region.
        words: From `typed_words`.
        every: Whether every word must fit, small ones left out.
    """
    return _required(region, [(word, f"(search_text:{word})") for word in words], every=every)


def _spellings(word: str, fields: Iterable[Weighted]) -> Iterable[str]:
    for field, weight in fields:
        yield f"{field}:{word}^{8 * weight}"
        yield f"{field}:{word}*^{4 * weight}"
        if errors := errors_allowed(word):
            yield f"{field}:{word}~{errors}^{weight}"


def _required(region: str, clauses: list[tuple[str, str]], *, every: bool) -> str:
    needed = [clause for word, clause in clauses if every and len(word) >= SHORTEST_NEEDED]
    others = [clause for _word, clause in clauses if clause not in needed]
    parts = [f"+search_region:{region_token(region)}", *(f"+{clause}" for clause in needed)]
    if others:
        parts.append(f"{'' if needed else '+'}({' '.join(others)})")
    return " ".join(parts)


def errors_allowed(word: str) -> int:
    """How many typing errors a word may have: none in a number or a short word, two in a long one."""
    if len(word) < FUZZY_FROM or any(letter.isdigit() for letter in word):
        return 0
    return 2 if len(word) >= FUZZIER_FROM else 1
