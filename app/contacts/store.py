"""One's own contacts in the graph. Every query starts from the viewer's own person: nobody else's can be asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from app.contacts.model import Alter, Around, Declined, Match, OwnTie, Position, Removed, Reported, Telling, Tie
from app.contacts.rules import DESIRED, FEWEST_TELLERS, FIELDS, KINDS, NO_TIE
from app.platform.access import WARM_WAY_VISIBILITIES, Scope
from app.platform.audit import record_change
from app.platform.fulltext import NAME_ONLY, spelling_query, typed_words
from app.platform.graph import Graph, Transaction
from app.platform.kinds import SCHOOL_KINDS
from app.platform.missing import NotThereError

MOST_MATCHES = 30
MOST_CANDIDATES = 100
TELLABLE = list(WARM_WAY_VISIBILITIES)


def own_ties(graph: Graph, scope: Scope) -> tuple[OwnTie, ...]:
    """The viewer's ties, by name."""
    return tuple(
        OwnTie(alter_of(row["alter"]), tie_of(row["tie"]), row["declined"], row["told"])
        for row in graph.read("contacts/list_ties", scope=scope.parameters())
    )


def find_tie(graph: Graph, scope: Scope, alter: str) -> tuple[Alter, Tie | None] | None:
    """A person or organisation, and the viewer's tie with it if any; None when it is neither of her region nor tied."""
    rows = graph.read("contacts/find_tie", scope=scope.parameters(), alter=alter)
    return (alter_of(rows[0]["alter"]), rows[0]["tie"] and tie_of(rows[0]["tie"])) if rows else None


def search(graph: Graph, scope: Scope, text: str) -> tuple[Match, ...]:
    """The people and organisations of the region whose name resembles the text, what resembles it most first.

    Every word must fit, also with a typing error; only when no name has them all, any of them.
    """
    words = typed_words(text)
    return (_search(graph, scope, words, every=True) or _search(graph, scope, words, every=False)) if words else ()


def _search(graph: Graph, scope: Scope, words: Sequence[str], *, every: bool) -> tuple[Match, ...]:
    rows = graph.read(
        "contacts/search_alters",
        scope=scope.parameters(),
        spelling=spelling_query(scope.region, words, every=every, fields=NAME_ONLY),
        candidates=MOST_CANDIDATES,
        limit=MOST_MATCHES,
    )
    return tuple(Match(alter_of(row["alter"]), row["tied"]) for row in rows)


def keep_tie(graph: Graph, scope: Scope, alter: str, tie: Tie) -> bool:
    """Keep the viewer's tie with a person or organisation, unless it is no longer the version that she saw.

    Args:
        graph: The database.
        scope: Whose tie it is.
        alter: The id at the other end.
        tie: What she typed, and the version that she saw (-1 for none).

    Returns:
        Whether it was kept; if not, nothing has changed.

    Raises:
        NotThereError: There is no such person or organisation in the region, or it is the viewer herself.
    """
    values = {field: value for field, value in asdict(tie).items() if field in FIELDS} | {"kinds": list(tie.kinds)}

    def keep(transaction: Transaction) -> bool:
        rows = transaction.run(
            "contacts/save_tie", scope=scope.parameters(), alter=alter, version=tie.version, values=values
        )
        if not rows:
            raise NotThereError(alter)
        if not rows[0]["fits"]:
            transaction.rollback()
            return False
        before = rows[0]["before"] or {}
        _record(transaction, scope, "save", [field for field in FIELDS if before.get(field) != values[field]])
        return True

    return graph.write(keep)


def mark_tie(graph: Graph, scope: Scope, alter: str, state: str) -> str:
    """Say that the viewer's tie is present, wanted or gone; return the name at the other end.

    Raises:
        NotThereError: She has no such tie.
    """
    return _take(graph, scope, "contacts/mark_tie", "save", ["state"], alter=alter, state=state)


def remove_tie(graph: Graph, scope: Scope, alter: str) -> str:
    """Take the viewer's tie away, and return the name at the other end; for a day it can be put back.

    Raises:
        NotThereError: She has no such tie.
    """
    return _take(graph, scope, "contacts/remove_tie", "remove", alter=alter)


def restore_tie(graph: Graph, scope: Scope, alter: str) -> str:
    """Put back the tie that the viewer took away, and return the name at the other end.

    Raises:
        NotThereError: There is nothing to put back, or she told of a tie there anew.
    """
    return _take(graph, scope, "contacts/restore_tie", "restore", alter=alter)


def removed_ties(graph: Graph, scope: Scope) -> tuple[Removed, ...]:
    """What the viewer took away in the last day, the latest first."""
    return tuple(Removed(**row.data()) for row in graph.read("contacts/list_removed_ties", scope=scope.parameters()))


def find_default(graph: Graph, scope: Scope) -> str:
    """For whom the viewer's new ties are; private when she never said."""
    [row] = graph.read("contacts/find_default", scope=scope.parameters())
    visibility: str = row["visibility"]
    return visibility


def change_default(graph: Graph, scope: Scope, visibility: str, everything: bool) -> int:
    """Choose for whom the viewer's new ties are, and return how many of her present ones were changed too.

    Args:
        graph: The database.
        scope: Who chooses.
        visibility: For whom.
        everything: Whether the ties that she has are changed as well.
    """
    with graph.transaction() as transaction:
        [row] = transaction.run(
            "contacts/change_default", scope=scope.parameters(), visibility=visibility, all=everything
        )
        values = {"visibility": visibility, "changed": row["changed"]}
        _record(transaction, scope, "change_default", ["visibility_default"], values)
    changed: int = row["changed"]
    return changed


def reported_ties(graph: Graph, scope: Scope) -> tuple[Reported, ...]:
    """The ties with the viewer that others tell of and that she said nothing of yet, by name."""
    return tuple(
        Reported(alter_of(row["ego"]), row["visibility"], row["at"] and row["at"].to_native())
        for row in graph.read("contacts/list_reported_ties", scope=scope.parameters(), tellable=TELLABLE)
    )


def declined_ties(graph: Graph, scope: Scope) -> tuple[Declined, ...]:
    """The ties that the viewer declined, the latest first."""
    return tuple(
        Declined(row["id"], row["name"], row["at"].to_native())
        for row in graph.read("contacts/list_declined_ties", scope=scope.parameters(), tellable=TELLABLE)
    )


def confirm_tie(graph: Graph, scope: Scope, ego: str) -> str:
    """Say that the viewer, too, is in touch with who tells so; return her name.

    Raises:
        NotThereError: Nobody of that id tells it, or she keeps it to herself.
    """
    return _take(graph, scope, "contacts/confirm_tie", "confirm", ego=ego, tellable=TELLABLE)


def decline_tie(graph: Graph, scope: Scope, ego: str) -> str:
    """Say that the viewer is not in touch with who tells so; return her name. The tie does not count from then on.

    Raises:
        NotThereError: Nobody of that id tells it, she keeps it to herself, or the viewer told of the tie herself.
    """
    return _take(graph, scope, "contacts/decline_tie", "decline", ego=ego, tellable=TELLABLE)


def take_back_decline(graph: Graph, scope: Scope, ego: str) -> str:
    """Take back that the viewer declined a tie; return the name of who tells of it.

    Raises:
        NotThereError: The viewer did not decline a tie of hers.
    """
    return _take(graph, scope, "contacts/take_back_decline", "take_back_decline", ego=ego, tellable=TELLABLE)


def tellings(graph: Graph, scope: Scope) -> tuple[Telling, ...]:
    """To whom the viewer's ties were told, by whom the tie is with, the latest first."""
    return tuple(
        Telling(**row.data() | {"at": row["at"].to_native()})
        for row in graph.read("contacts/list_tellings", scope=scope.parameters())
    )


def around_schools(graph: Graph, scope: Scope) -> tuple[Around, ...]:
    """Who works around the viewer's schools and is not tied to her, most schools in common first.

    Who may be named is decided by the rule at `rules.may_name`; the others are told of as an organisation.
    """
    rows = graph.read(
        "contacts/find_people_around_schools",
        scope=scope.parameters(),
        school_kinds=list(SCHOOL_KINDS),
        tellable=TELLABLE,
        fewest_tellers=FEWEST_TELLERS,
    )
    return tuple(
        Around(alter_of(row["person"] or row["organisation"]), tuple(school["name"] for school in row["schools"]))
        for row in rows
    )


def want_tie(graph: Graph, scope: Scope, alter: str) -> str:
    """Put somebody or something of the region down as a wanted contact, unless there is a tie already; return its name.

    Raises:
        NotThereError: There is no such person or organisation in the region, or it is the viewer herself.
    """
    found = find_tie(graph, scope, alter)
    if found is None:
        raise NotThereError(alter)
    if found[1] is None:
        keep_tie(graph, scope, alter, Tie(state=DESIRED, visibility=find_default(graph, scope), version=NO_TIE))
    return found[0].name


def alter_of(row: Mapping[str, Any]) -> Alter:
    """The other end of a tie, as a query tells of it."""
    positions = tuple(Position(**position) for position in row["positions"])
    return Alter(row["id"], row["name"] or "", row["kind"], positions, row.get("elsewhere", False))


def tie_of(row: Mapping[str, Any]) -> Tie:
    """A tie, as a query tells of it."""
    at = row["at"] and row["at"].to_native()
    return Tie(**dict(row) | {"at": at, "kinds": tuple(kind for kind in KINDS if kind in (row["kinds"] or ()))})


def _take(graph: Graph, scope: Scope, query: str, action: str, fields: Sequence[str] = (), **parameters: Any) -> str:
    def take(transaction: Transaction) -> str:
        rows = transaction.run(query, scope=scope.parameters(), **parameters)
        if not rows:
            raise NotThereError(query)
        _record(transaction, scope, action, fields)
        name: str = rows[0]["name"]
        return name

    return graph.write(take)


def _record(
    transaction: Transaction,
    scope: Scope,
    action: str,
    fields: Sequence[str],
    values: Mapping[str, Any] | None = None,
) -> None:
    # With whom a tie is, and what it is like, is the owner's own: the trail tells that she changed one, and in what.
    after = {"fields": list(fields)} | dict(values or {})
    record_change(transaction, scope, f"contacts.{action}", scope.person or "", after=after)
