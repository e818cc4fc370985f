"""An empty example of each kind of file."""

import io

from flask import Response
from xlsxwriter import Workbook

from app.exchange.layouts import LAYOUTS
from app.platform.downloads import csv_download

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMN_WIDTH = 24
AS_TEXT = "@"


def empty_csv(kind: str) -> Response:
    """The header of this kind of file, as CSV."""
    return csv_download(kind, _header(kind), [])


def empty_xlsx(kind: str) -> Response:
    """The header of this kind of file, as a workbook whose cells are text, so that no code or number loses a zero."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(kind)
        header = _header(kind)
        sheet.set_column(0, len(header) - 1, COLUMN_WIDTH, workbook.add_format({"num_format": AS_TEXT}))
        sheet.write_row(0, 0, header, workbook.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
    headers = {"Content-Disposition": f'attachment; filename="{kind}.xlsx"'}
    return Response(made.getvalue(), mimetype=XLSX, headers=headers)


def _header(kind: str) -> list[str]:
    return [column.names[0] for column in LAYOUTS[kind].columns]
