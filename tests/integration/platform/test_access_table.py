"""The table of who may do what is the one that the code makes."""

from app.config import ROOT
from app.platform.access_table import access_table


def test_the_document_says_what_the_code_says(site):
    written = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")
    assert written == access_table(site), "run make access"


def test_a_row_tells_a_role_from_another(site):
    [row] = [line for line in access_table(site).splitlines() if line.startswith("| GET /bruggenbouwers |")]
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells[2:] == ["", "yes", "", "", "", "", "yes"]
