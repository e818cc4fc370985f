"""The explanation of the numbers says the same in both languages."""

import re

from app.config import ROOT
from app.insight.brokers.explanation import explanation

ANCHOR = re.compile(r'<h2 id="([^"]+)">')
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def sections(language: str) -> list[str]:
    return re.split("<h2", str(explanation(language)))


def test_both_explain_the_same_numbers_in_the_same_order():
    dutch, english = (ANCHOR.findall(str(explanation(language))) for language in ("nl", "en"))
    assert len(dutch) > 20
    assert dutch == english


def test_both_say_as_much_of_each_and_name_the_same_sources():
    for dutch, english in zip(sections("nl"), sections("en"), strict=True):
        assert dutch.count("<p>") == english.count("<p>"), dutch[:60]
        assert YEAR.findall(dutch) == YEAR.findall(english), dutch[:60]


def test_an_id_is_not_shown():
    assert "{#" not in explanation("en")


def test_every_heading_of_the_english_text_has_an_id_of_the_dutch_one():
    text = (ROOT / "docs" / "measures.en.md").read_text(encoding="utf-8")
    assert all("{#" in line for line in text.splitlines() if line.startswith("## "))
