"""Accounts in the graph."""

from dataclasses import dataclass
from datetime import date

from uuid6 import uuid7

from app.platform.access import Role, Scope, Viewer, Workplace, role_in
from app.platform.audit import record_change
from app.platform.graph import Graph
from app.platform.missing import NotThereError


@dataclass(frozen=True)
class LinkHolder:
    """As whom somebody is about to come in."""

    name: str
    email: str
    role: Role
    region_name: str


@dataclass(frozen=True)
class Entry:
    """An account that may come in now; the stamp goes into the session, and a session with an old stamp has ended."""

    account: str
    stamp: int


@dataclass(frozen=True)
class Account:
    """A row of the accounts page."""

    id: str
    name: str
    email: str
    role: Role
    organisations: tuple[str, ...]
    works_here: bool
    has_password: bool
    closed_on: date | None


@dataclass(frozen=True)
class Person:
    """Somebody who could be given an account."""

    email: str
    name: str


def find_viewer(graph: Graph, account: str, stamp: int, organisation: str | None = None) -> Viewer | None:
    """Who is logged in with this account, and where she works now; None when the account or the session has ended.

    Args:
        graph: The database.
        account: The account's id.
        stamp: The account's stamp when the session began.
        organisation: As which of her organisations she looks; when it is none of hers, as the one of most days.
    """
    records = graph.read("accounts/find_viewer", account=account, stamp=stamp, organisation=organisation)
    if not records:
        return None
    row = records[0]
    workplaces = tuple(Workplace(**place | {"governed": tuple(place["governed"])}) for place in row["workplaces"])
    role = role_in(workplaces[0].region, Role(row["role"]), row["home"])
    return Viewer(row["id"], row["name"], row["email"], role, row["person"], workplaces)


def keep_token(graph: Graph, keeper: Scope | None, email: str, digest: str, seconds: int) -> None:
    """Put down that a one-time link was made, and in the audit trail who made it for somebody else.

    Raises:
        NotThereError: There is no open account with this e-mail address.
    """
    with graph.transaction() as transaction:
        records = transaction.run("accounts/create_login_token", email=email, digest=digest, seconds=seconds)
        if not records:
            raise NotThereError(email)
        if keeper:
            record_change(transaction, keeper, "accounts.make_link", records[0]["account"])


def find_token(graph: Graph, digest: str) -> LinkHolder | None:
    """As whom the holder of a one-time link may come in; None when the link does not work (any more)."""
    records = graph.read("accounts/find_login_token", digest=digest)
    if not records:
        return None
    row = records[0]
    role = role_in(row["region"], Role(row["role"]), row["home"])
    return LinkHolder(row["name"], row["email"], role, row["region_name"])


def use_token(graph: Graph, digest: str) -> Entry | None:
    """Let the holder of a one-time link in; None for everybody after the first."""
    with graph.transaction() as transaction:
        records = transaction.run("accounts/use_login_token", digest=digest)
    return Entry(**records[0].data()) if records else None


def find_password(graph: Graph, email: str) -> tuple[Entry | None, str | None]:
    """The open account with this e-mail address and the hash of its password; nothing when it has no password."""
    records = graph.read("accounts/find_password", email=email)
    if not records:
        return None, None
    row = records[0]
    return Entry(row["account"], row["stamp"]), row["password_hash"]


def rehash_password(graph: Graph, account: str, password_hash: str) -> None:
    """Keep the same password under newer parameters."""
    with graph.transaction() as transaction:
        transaction.run("accounts/rehash_password", account=account, password_hash=password_hash)


def change_password(graph: Graph, scope: Scope, password_hash: str) -> Entry:
    """Give the viewer's own account another password, and end its sessions."""
    with graph.transaction() as transaction:
        [record] = transaction.run("accounts/change_password", scope=scope.parameters(), password_hash=password_hash)
        record_change(transaction, scope, "accounts.change_password", record["account"])
    return Entry(**record.data())


def end_sessions(graph: Graph, scope: Scope) -> None:
    """End every session of the viewer's own account, on every device."""
    with graph.transaction() as transaction:
        transaction.run("accounts/end_sessions", scope=scope.parameters())


def list_accounts(graph: Graph, scope: Scope) -> tuple[Account, ...]:
    """The accounts of the region, open ones first, by name."""
    return tuple(
        Account(
            **record.data()
            | {
                "role": Role(record["role"]),
                "organisations": tuple(record["organisations"]),
                "closed_on": record["closed_on"] and record["closed_on"].to_native(),
            }
        )
        for record in graph.read("accounts/list_accounts", scope=scope.parameters())
    )


def find_account(graph: Graph, scope: Scope, account: str) -> Account | None:
    """One account of the region; None when there is no such account in it."""
    return next((found for found in list_accounts(graph, scope) if found.id == account), None)


def list_invitable_people(graph: Graph, scope: Scope) -> tuple[Person, ...]:
    """Who works in the region and has no account yet, by name."""
    return tuple(Person(**row.data()) for row in graph.read("accounts/list_invitable_people", scope=scope.parameters()))


def find_region(graph: Graph, email: str) -> str:
    """The code of the region where the person with this e-mail address works now.

    Raises:
        NotThereError: Nobody with this address works in a region.
    """
    records = graph.read("accounts/find_region", email=email)
    if not records:
        raise NotThereError(email)
    region: str = records[0]["region"]
    return region


def open_account(graph: Graph, scope: Scope, email: str, role: Role) -> str:
    """Give the person with this e-mail address an account with this role (or her account this role).

    Args:
        graph: The database.
        scope: Who does it, in which region.
        email: The e-mail address of somebody who works in the region.
        role: What she comes to do.

    Returns:
        The account's id.

    Raises:
        NotThereError: Nobody with this address works in the region.
    """
    with graph.transaction() as transaction:
        records = transaction.run(
            "accounts/create_account", scope=scope.parameters(), id=str(uuid7()), email=email, role=role
        )
        if not records:
            raise NotThereError(email)
        account: str = records[0]["id"]
        record_change(transaction, scope, "accounts.open", account, after={"role": role})
    return account


def change_role(graph: Graph, scope: Scope, account: str, role: Role) -> None:
    """Give an account of the region another role.

    Raises:
        NotThereError: There is no such account in the region.
    """
    with graph.transaction() as transaction:
        records = transaction.run("accounts/change_role", scope=scope.parameters(), account=account, role=role)
        if not records:
            raise NotThereError(account)
        before = {"role": records[0]["before"]}
        record_change(transaction, scope, "accounts.change_role", account, before, {"role": role})


def close_account(graph: Graph, scope: Scope, account: str) -> None:
    """Close an account of the region: nobody comes in with it any more, and who was in is out.

    Raises:
        NotThereError: There is no such account in the region.
    """
    _switch(graph, scope, "accounts/close_account", "accounts.close", account)


def reopen_account(graph: Graph, scope: Scope, account: str) -> None:
    """Open a closed account of the region again.

    Raises:
        NotThereError: There is no such account in the region.
    """
    _switch(graph, scope, "accounts/reopen_account", "accounts.reopen", account)


def _switch(graph: Graph, scope: Scope, query: str, action: str, account: str) -> None:
    with graph.transaction() as transaction:
        if not transaction.run(query, scope=scope.parameters(), account=account):
            raise NotThereError(account)
        record_change(transaction, scope, action, account)
