"""The end of a position: kept so that it can be taken back, and the question to colleagues who comes next."""

from datetime import date

from uuid6 import uuid7

from app.platform.access import Scope
from app.platform.graph import Transaction


def end_position(
    transaction: Transaction, scope: Scope, organisation: str, role: str, since: date | None, last_day: date
) -> str:
    """Give a position of the viewer its last day.

    Args:
        transaction: The transaction of her leaving.
        scope: The scope of who leaves.
        organisation: The id of the organisation that she leaves.
        role: The position's role.
        since: Its first day, when that is known.
        last_day: Its last day.

    Returns:
        The id of the record by which she may take it back for a day, and by which a successor gets what she had.
    """
    departure = str(uuid7())
    mine, which = scope.parameters(), {"organisation": organisation, "role": role, "since": since}
    transaction.run("platform/end_position", scope=mine, id=departure, until=last_day, **which)
    return departure


def ask_for_successor(transaction: Transaction, scope: Scope, departure: str, subject: str) -> None:
    """Ask the colleagues of who leaves who follows her.

    Args:
        transaction: The transaction of her leaving.
        scope: The scope of who leaves.
        departure: The record that `end_position` made.
        subject: Her name, and as what she leaves.
    """
    mine = scope.parameters()
    transaction.run("platform/ask_for_successor", scope=mine, departure=departure, id=str(uuid7()), subject=subject)
