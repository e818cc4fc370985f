"""What the numbers mean: `docs/measures.md` as a page, so that there is one text."""

from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markupsafe import Markup

from app.config import ROOT

SOURCE = ROOT / "docs" / "measures.md"


@cache
def explanation() -> Markup:
    """The text as HTML; each heading has an id, its words in small letters with dashes between them."""
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse(SOURCE.read_text(encoding="utf-8"))
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", words.content.lower().replace(" ", "-"))
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 - our own text
