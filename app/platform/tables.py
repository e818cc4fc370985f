"""Tables that become cards on a narrow screen: each cell says by itself which column it stands in."""

import re

from flask import Flask
from markupsafe import Markup, escape

COLUMN = re.compile(r"<t[hd]\b([^>]*)>(.*?)</t[hd]>", re.DOTALL)
TAG = re.compile(r"<(table|thead|tbody|tr|th|td)\b")
# Said aloud, because browsers forget them once a table is laid out as something else.
ROLES = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "rowheader", "td": "cell"}
# The class of a column of buttons: what can be done stands on the buttons.
BARE = 'class="act"'


def offer_cards(app: Flask) -> None:
    """Give the templates the filter `cards`, for a block that holds one table."""
    app.jinja_env.filters["cards"] = cards


def cards(table: Markup) -> Markup:
    """Put with each cell the heading of its column, and the role that it has in the table.

    Args:
        table: The HTML of one table; its head is one row, and every row has a cell for each column.

    Returns:
        The same table, with the class `cards`.
    """
    head, end, body = str(table).partition("</thead>")
    labels = [_label(attributes, text) for attributes, text in COLUMN.findall(head)]
    told = {"table": '<table class="cards" role="table"', "th": '<th role="columnheader"', "td": "<td"}
    head = TAG.sub(lambda tag: told.get(tag[1]) or _with_role(tag[1]), head)
    coming = iter(labels)

    def dressed(tag: re.Match[str]) -> str:
        nonlocal coming
        if tag[1] == "tr":
            coming = iter(labels)
        return _with_role(tag[1]) + (next(coming) if tag[1] in {"th", "td"} else "")

    return Markup(head + end + TAG.sub(dressed, body))  # noqa: S704 - our own template's output, escaped there


def _label(attributes: str, text: str) -> str:
    said = "" if BARE in attributes else Markup(text).striptags()  # noqa: S704
    return f' data-label="{escape(said)}"' if said else ""


def _with_role(name: str) -> str:
    return f'<{name} role="{ROLES[name]}"'
