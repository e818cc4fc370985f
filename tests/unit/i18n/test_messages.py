"""Every sentence that a person may read has its English."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from app.config import ROOT

SENTENCE = re.compile(r"\{%-? *trans (.*?)%\}(.*?)\{%-? *endtrans", re.DOTALL)
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "lazy_gettext": None, "_l": None, "pgettext": ((1, "c"), 2)}


@pytest.fixture(scope="module")
def used() -> set[str]:
    with (ROOT / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(str(ROOT), methods, options, KEYWORDS)
    return {message[0] if isinstance(message, tuple) else message for _, _, message, _, _ in found}


@pytest.fixture(scope="module")
def english():
    with Path(ROOT / "app/translations/en/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, locale="en")


def test_no_english_is_missing(used, english):
    known = {(message.id[0] if isinstance(message.id, tuple) else message.id): message.string for message in english}
    assert used
    assert sorted(text for text in used if not known.get(text) or not all(_strings(known[text]))) == []


def test_every_english_keeps_the_names_of_the_dutch(english):
    assert [str(error) for message in english if message.id for error in message.check(english)] == []


@pytest.mark.parametrize("file", sorted((ROOT / "app").rglob("templates/**/*.html")), ids=lambda file: file.name)
def test_one_or_more_is_chosen_by_a_count(file):
    """Jinja takes the first variable unless told otherwise, and a text there ends the English page."""
    for variables, sentence in SENTENCE.findall(file.read_text(encoding="utf-8")):
        if "pluralize" in sentence:
            assert variables.lstrip().startswith("count") or "pluralize count" in sentence, sentence


def _strings(string) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)
