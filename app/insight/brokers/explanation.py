"""What the numbers mean: `docs/measures.md`, or its English counterpart, as a page, so that there is one text."""

from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markupsafe import Markup

from app.config import ROOT
from app.platform.i18n import SOURCE


@cache
def explanation(language: str) -> Markup:
    """The text as HTML; each heading has an id, by which the pages lead to it in either language.

    A heading says its id behind it, as in `## Loops {#rondjes}`; else it is its words in small letters with dashes
    between them.

    Args:
        language: The reader's, one of `LANGUAGES`.
    """
    name = "measures.md" if language == SOURCE else f"measures.{language}.md"
    reader = MarkdownIt("commonmark").enable("table")
    tokens = reader.parse((ROOT / "docs" / name).read_text(encoding="utf-8"))
    for opening, words in pairwise(tokens):
        if opening.type == "heading_open" and words.children:
            title, _, anchor = words.content.partition(" {#")
            words.children[0].content = title
            opening.attrSet("id", anchor.rstrip("}") or title.lower().replace(" ", "-"))
    return Markup(reader.renderer.render(tokens, reader.options, {}))  # noqa: S704 - our own text
