"""A region with people in it, a mail server, and a way to queue mail."""

import pytest

from app.platform.access import Role, region_scope
from app.platform.mail import queue_mail, write_mail
from tests.support.mail import Postbox, start_mail_server, with_mail_server
from tests.support.site import REGION, add_account

SCOPE = region_scope(REGION)
EMAIL = f"ib@{REGION.lower()}.example"


@pytest.fixture
def postbox():
    return Postbox()


@pytest.fixture
def mail_settings(settings, postbox):
    """Settings with a mail server that runs."""
    server = start_mail_server(postbox)
    yield with_mail_server(settings, server.port)
    server.stop()


@pytest.fixture
def person(graph) -> str:
    """The id of somebody of the region, whose address is `EMAIL`."""
    add_account(graph, Role.IB)
    [record] = graph.driver.execute_query("MATCH (p:Person {email: $email}) RETURN p.id AS id", email=EMAIL).records
    return record["id"]


@pytest.fixture
def queue(graph):
    """Queue a mail to an address."""

    def put(to: str, about: str | None = None) -> str:
        mail = write_mail(
            to, "Één vraag", ["Beste Noor,", "Klopt dit <nog> & goed?"], ("Kijk", "https://x.example/1"), ["Dag"], about
        )
        with graph.transaction() as transaction:
            return queue_mail(transaction, SCOPE, mail)

    return put


@pytest.fixture
def mails(graph):
    """What the graph says of a mail, by its address."""

    def look(to: str) -> dict:
        [record] = graph.driver.execute_query("MATCH (m:Mail {to: $to}) RETURN properties(m) AS m", to=to).records
        return record["m"]

    return look


@pytest.fixture
def tasks(graph):
    """The kinds of the tasks that wait."""

    def look() -> list[str]:
        found = graph.driver.execute_query("MATCH (t:Task) WHERE t.done_at IS NULL RETURN t.kind AS kind").records
        return [record["kind"] for record in found]

    return look
