"""What the application says it stored, read back by py2neo: another client, with a Bolt of its own."""

import json

import pytest

from app.accounts.store import change_role, list_accounts, open_account
from app.platform.access import Role, region_scope
from tests.support.site import REGION, add_account

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")

SCOPE = region_scope(REGION)
EMAIL = f"{Role.IB}@{REGION.lower()}.example"


@pytest.fixture
def second_reader(address):
    """The other client, on the same server."""
    from py2neo import Graph

    reader = Graph(address.uri, auth=(address.user, address.password))
    yield reader
    reader.service.connector.close()


def test_an_account_and_its_audit_trail_are_stored_as_told(graph, second_reader):
    add_account(graph, Role.IB)
    account = open_account(graph, SCOPE, EMAIL, Role.PARTNER)
    change_role(graph, SCOPE, account, Role.AUDITOR)

    [stored] = second_reader.nodes.match("Account", id=account)
    assert (stored["email"], stored["role"]) == (EMAIL, Role.AUDITOR)
    [person] = [tie.end_node for tie in second_reader.match((stored,), "OF")]
    assert person["email"] == EMAIL
    [told] = list_accounts(graph, SCOPE)
    assert (told.id, told.name, told.role) == (stored["id"], person["name"], stored["role"])

    events = second_reader.nodes.match("AuditEvent", region=REGION).order_by("_.at", "_.id")
    seen = [(event["action"], event["subject"], json.loads(event["after"])) for event in events]
    assert seen == [
        ("accounts.open", account, {"role": "partner"}),
        ("accounts.change_role", account, {"role": "auditor"}),
    ]
    [region] = second_reader.nodes.match("Region", code=REGION)
    assert region["revision"] == len(seen)
