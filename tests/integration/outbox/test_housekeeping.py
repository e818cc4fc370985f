"""What could be taken back for a day is wiped after it, and not before."""

from datetime import timedelta

from click.testing import CliRunner
from pydantic import SecretStr

from app.config import Settings
from app.outbox.commands import check_entries
from app.outbox.housekeeping import wipe_expired
from app.outbox.worker import clock

WRITE = """
MATCH (p:Person {id: $person})
UNWIND $hours AS hours
WITH p, hours, $now - duration({hours: hours}) AS at
CREATE (o:Organisation {id: 'o' + hours})
CREATE (p)-[:REMOVED_CONTACT {removed_at: at, note: 'eigen'}]->(o)
CREATE (u:EntryUndo {id: 'u' + hours, at: at, what: 'changed'})-[:BY]->(p)
CREATE (u)-[:KEPT]->(:EntryKept {phone: '06'})
CREATE (:EntryUndo {id: 'v' + hours, at: at, what: 'left'})-[:BY]->(p)
"""
LEFT = """
RETURN COUNT { ()-[:REMOVED_CONTACT]->() } AS contacts, COUNT { (:EntryUndo) } AS undos, COUNT { (:EntryKept) } AS kept,
  COUNT { (:Person) } AS people, COUNT { (:AuditEvent) } AS events
"""


def left(graph) -> list[int]:
    [record] = graph.driver.execute_query(LEFT).records
    return record.values()


def test_only_what_is_older_than_a_day_is_wiped(graph, person):
    now = clock()
    graph.driver.execute_query(WRITE, person=person, now=now, hours=[1, 23, 25, 500])
    [*_, people, events] = left(graph)
    assert wipe_expired(graph, now) == 6
    assert left(graph) == [2, 4, 2, people, events]
    assert wipe_expired(graph, now) == 0
    assert wipe_expired(graph, now + timedelta(days=1)) == 6
    assert left(graph) == [0, 0, 0, people, events]


def test_the_nightly_command_wipes_and_a_dry_run_does_not(graph, person, address, tmp_path):
    graph.driver.execute_query(WRITE, person=person, now=clock(), hours=[25])
    password = SecretStr(address.password)
    settings = Settings(neo4j_uri=address.uri, neo4j_user=address.user, neo4j_password=password, var=tmp_path)
    for words, gone in ((["--dry-run"], False), ([], True)):
        done = CliRunner().invoke(check_entries, words, obj=settings)
        assert done.exit_code == 0, done.output
        assert ("3 verlopen wijzigingen gewist." in done.output) is gone
        assert (left(graph)[:3] == [0, 0, 0]) is gone
