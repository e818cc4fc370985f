"""Wiping what was kept for a day, so that somebody could take a change back, once that day is over."""

from datetime import datetime

from app.platform.graph import Graph


def wipe_expired(graph: Graph, now: datetime) -> int:
    """Wipe removed contacts and changed entries that can no longer be put back, in every region.

    Nobody could see them any more, so no audit entry is made and no revision is raised.

    Args:
        graph: The database.
        now: The clock.

    Returns:
        How many were wiped.
    """
    with graph.transaction() as transaction:
        [contacts] = transaction.run("outbox/wipe_removed_contacts", now=now)
        [undos] = transaction.run("outbox/wipe_entry_undos", now=now)
    wiped: int = contacts["wiped"] + undos["wiped"]
    return wiped
