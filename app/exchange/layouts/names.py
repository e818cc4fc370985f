"""Names that DUO writes in capitals, as people write them."""

import re

SMALL_WORDS = frozenset({
    "aan", "bij", "de", "den", "der", "en", "gem", "het", "in", "op", "onder", "over", "te", "ten", "ter", "van",
    "voor",
})  # fmt: skip
SPELLED = {
    "BERGEN LB": "Bergen (L.)",
    "BERGEN NH": "Bergen (NH.)",
    "NOARDEAST-FRYSLAN": "Noardeast-Fryslân",
    "NUENEN CA": "Nuenen c.a.",
    "S GRAVENHAGE": "'s-Gravenhage",
    "S HERTOGENBOSCH": "'s-Hertogenbosch",
    "SUDWEST-FRYSLAN": "Súdwest-Fryslân",
}
LONE_LETTER = re.compile(r"(?i)^'?([st])[- ]")
WORD = re.compile(r"[^\s-]+")


def readable(name: str) -> str:
    """A place's name with capitals where people write them; a name that has small letters already stays as it is.

    Example:
        >>> readable("CAPELLE AAN DEN IJSSEL")
        'Capelle aan den IJssel'
    """
    if not name.isupper():
        return name
    if name in SPELLED:
        return SPELLED[name]
    lone = LONE_LETTER.match(name)
    rest = name[lone.end() :] if lone else name
    words = WORD.sub(lambda word: _word(word[0], rest[: word.start()][-1:]), rest)
    return f"'{lone[1].lower()}{name[lone.end() - 1]}{words}" if lone else words


def _word(word: str, before: str) -> str:
    small = word.lower()
    if (before == " " and small in SMALL_WORDS) or small.startswith("'"):
        return small
    return f"IJ{small[2:]}" if small.startswith("ij") else small.capitalize()
