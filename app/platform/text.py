"""What somebody typed or sent, as it is kept: no characters that nobody sees, and no spaces around it."""

import unicodedata

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"


def visible(text: str) -> str:
    """A text in composed characters (Unicode NFC), without control and format characters.

    Spaces and line ends stay; so do joiners, by which scripts and emoji put one character together.
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return composed
    return "".join(c for c in composed if c.isprintable() or c.isspace() or c in JOINERS)


def tidy(text: str | None) -> str | None:
    """A text on one line, without spaces around it or doubled in it; None when nothing is left."""
    return " ".join(visible(text or "").split()).strip(f" {JOINERS}") or None


def trimmed(text: str | None) -> str:
    """A text of several lines, without spaces around it; empty when nothing is left."""
    return "\n".join(visible(text or "").splitlines()).strip(f" \n\t{JOINERS}")
