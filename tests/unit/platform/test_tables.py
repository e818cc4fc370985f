"""Tables as cards: each cell is told its column, and no table is left that a narrow screen would cut off."""

import re
from pathlib import Path

import html5lib
import pytest
from markupsafe import Markup

from app.platform.tables import cards

TEMPLATES = sorted((Path(__file__).resolve().parents[3] / "app").rglob("templates/**/*.html"))
TABLE = re.compile(r"(\{% filter cards %\}\s*)?<table([^>]*)>(.*?)</table>", re.DOTALL)
MOST_PLAIN_COLUMNS = 2


def dressed(text: str):
    """The table as the browser reads it."""
    return html5lib.parse(cards(Markup(text)), namespaceHTMLElements=False).find(".//table")


@pytest.fixture
def table():
    return dressed(
        '<table><caption>Wie</caption><thead><tr><th scope="col">Naam</th><th><a href="/u">Dagen &amp; uren</a></th>'
        '<th scope="col" class="act">Doen</th></tr></thead><tbody><tr><th scope="row">Noor &lt;b&gt;</th>'
        "<td>2</td><td><a>Kies</a></td></tr><tr><th>Wil</th><td>3</td><td></td></tr></tbody></table>"
    )


def test_each_cell_says_its_column_but_a_button_speaks_for_itself(table):
    labels = [[cell.get("data-label") for cell in row] for row in table.findall("tbody/tr")]
    assert labels == [["Naam", "Dagen & uren", None]] * 2


def test_the_table_stays_one_for_who_cannot_see_it(table):
    assert (table.get("class"), table.get("role")) == ("cards", "table")
    roles = [element.get("role") for element in table.iter()][1:]
    head = [None, "rowgroup", "row", "columnheader", "columnheader", None, "columnheader"]
    assert roles == [*head, "rowgroup", "row", "rowheader", "cell", "cell", None, "row", "rowheader", "cell", "cell"]


def test_what_stands_in_a_cell_is_left_as_it_was(table):
    assert table.find("tbody/tr/th").text == "Noor <b>"


@pytest.mark.parametrize(
    "template", [file for file in TEMPLATES if "<table" in file.read_text()], ids=lambda file: file.stem
)
def test_no_table_is_cut_off(template: Path):
    for filtered, attributes, text in TABLE.findall(template.read_text()):
        narrow = len(re.findall(r"<t[hd]\b", text.partition("</tr>")[0])) <= MOST_PLAIN_COLUMNS
        assert filtered or narrow or 'class="wide"' in attributes, text[:200]
