"""Accounts in the graph."""

from app.platform.access import Role, Viewer
from app.platform.graph import Graph


def find_viewer(graph: Graph, account: str) -> Viewer | None:
    """Who is logged in with this account, and where she works now; None when the account is gone or closed.

    Args:
        graph: The database.
        account: The account's id.
    """
    records = graph.read("accounts/find_viewer", account=account)
    if not records:
        return None
    row = records[0].data()
    return Viewer(**row | {"role": Role(row["role"]), "organisations": tuple(row["organisations"])})
