"""Every route, and who may use it. A route that does not stand here fails `tests/integration/test_access.py`.

The roles are named here anew, and not taken from `app.platform.access`: a slip there must not pass here.
"""

from typing import NamedTuple

from app.platform.access import Role

PUBLIC = None
EVERYONE = set(Role)
FINDINGS = {Role.SWV_MANAGER, Role.AUDITOR}
IMPORTERS = {Role.SWV_MANAGER, Role.BEHEERDER}
NORM_KEEPERS = {Role.SWV_MANAGER}
ACCOUNT_KEEPERS = {Role.BEHEERDER}
AUDIT_READERS = {Role.AUDITOR, Role.BEHEERDER}
CONTRIBUTORS = EVERYONE - {Role.AUDITOR}
REGION_KEEPERS = {Role.BEHEERDER, Role.SWV_MANAGER, Role.SWV_MEDEWERKER}
WATCHERS = {Role.SWV_MANAGER}

SOME_ID = "0192f0c1-2345-7000-8000-000000000000"


class Row(NamedTuple):
    """One route and method; `arguments` fill in its address."""

    endpoint: str
    method: str
    roles: set[Role] | None
    arguments: dict[str, str]

    def __str__(self) -> str:
        return f"{self.method} {self.endpoint}"


def get(endpoint: str, roles: set[Role] | None, **arguments: str) -> Row:
    """A page that is read; who may not read it, doesn't see that it is there."""
    return Row(endpoint, "GET", roles, arguments)


def post(endpoint: str, roles: set[Role] | None, **arguments: str) -> Row:
    """A form that is sent."""
    return Row(endpoint, "POST", roles, arguments)


TABLE = (
    get("static", PUBLIC, filename="logo.svg"),
    get("platform.home", PUBLIC),
    get("platform.healthz", PUBLIC),
    get("platform.readyz", PUBLIC),
    post("platform.choose_language", PUBLIC, language="nl"),
    get("accounts.login", PUBLIC),
    post("accounts.login_by_password", PUBLIC),
    get("accounts.link", PUBLIC, token="none"),
    post("accounts.use_link", PUBLIC, token="none"),
    post("accounts.logout", EVERYONE),
    post("accounts.choose_workplace", EVERYONE),
    get("accounts.password", EVERYONE),
    post("accounts.change_password", EVERYONE),
    get("accounts.overview", ACCOUNT_KEEPERS),
    post("accounts.invite", ACCOUNT_KEEPERS),
    post("accounts.make_link", ACCOUNT_KEEPERS, account=SOME_ID),
    post("accounts.change_role", ACCOUNT_KEEPERS, account=SOME_ID),
    get("accounts.closing", ACCOUNT_KEEPERS, account=SOME_ID),
    post("accounts.close", ACCOUNT_KEEPERS, account=SOME_ID),
    post("accounts.reopen", ACCOUNT_KEEPERS, account=SOME_ID),
    get("accounts.audit", AUDIT_READERS),
    get("directory.organisations", EVERYONE),
    get("directory.organisation", EVERYONE, organisation=SOME_ID),
    get("exchange.files", IMPORTERS),
    post("exchange.upload_file", IMPORTERS),
    get("exchange.preview", IMPORTERS, id_=SOME_ID),
    post("exchange.accept", IMPORTERS, id_=SOME_ID),
    post("exchange.cancel", IMPORTERS, id_=SOME_ID),
    get("exchange.problems", IMPORTERS, id_=SOME_ID),
    get("exchange.empty_file", IMPORTERS, kind="contacten", form="csv"),
    get("insight.region", EVERYONE),
    get("insight.measures", EVERYONE),
    get("insight.without_ties", FINDINGS),
    get("insight.brokers", FINDINGS),
    get("insight.brokers_csv", FINDINGS),
    get("insight.broker", FINDINGS, person=SOME_ID),
    get("insight.broker_csv", FINDINGS, person=SOME_ID),
    get("insight.links", FINDINGS),
    get("insight.links_csv", FINDINGS, rule="same-cases"),
    get("insight.links_evidence", FINDINGS, rule="same-cases", key="none"),
    get("insight.norms", NORM_KEEPERS),
    post("insight.keep_norms", NORM_KEEPERS),
    get("insight.paths", FINDINGS),
    get("insight.paths_csv", FINDINGS),
    get("insight.loops_csv", FINDINGS),
    get("insight.path", FINDINGS, key="none"),
    get("insight.map", FINDINGS),
    get("insight.map_organisation", FINDINGS, organisation=SOME_ID),
    get("insight.map_organisations", FINDINGS),
    get("insight.map_people", FINDINGS),
    get("insight.map_staff", FINDINGS, organisation=SOME_ID),
    get("entry.page", CONTRIBUTORS),
    post("entry.confirm_all", CONTRIBUTORS),
    post("entry.confirm", CONTRIBUTORS, kind="gegevens", key=SOME_ID),
    get("entry.line", CONTRIBUTORS, kind="gegevens", key=SOME_ID),
    post("entry.change_line", CONTRIBUTORS, kind="gegevens", key=SOME_ID),
    get("entry.new_offer", CONTRIBUTORS),
    post("entry.add_offer", CONTRIBUTORS),
    post("entry.remove_offer", CONTRIBUTORS, key=SOME_ID),
    post("entry.take_back", CONTRIBUTORS, undo=SOME_ID),
    get("entry.leaving", CONTRIBUTORS, key=SOME_ID),
    post("entry.leave", CONTRIBUTORS, key=SOME_ID),
    post("entry.stay", CONTRIBUTORS, departure=SOME_ID),
    get("entry.succession", CONTRIBUTORS, task=SOME_ID),
    post("entry.succeed", CONTRIBUTORS, task=SOME_ID),
    post("entry.take_back_succession", CONTRIBUTORS, departure=SOME_ID),
    post("entry.finish_task", CONTRIBUTORS, task=SOME_ID),
    get("keeping.page", REGION_KEEPERS, holder=SOME_ID),
    get("keeping.line", REGION_KEEPERS, holder=SOME_ID, kind="gegevens", key=SOME_ID),
    post("keeping.change_line", REGION_KEEPERS, holder=SOME_ID, kind="gegevens", key=SOME_ID),
    get("keeping.new_position", REGION_KEEPERS, person=SOME_ID),
    post("keeping.add_position", REGION_KEEPERS, person=SOME_ID),
    get("directory.person", EVERYONE, person=SOME_ID),
    get("directory.doubles", REGION_KEEPERS),
    get("directory.double", REGION_KEEPERS, kept=SOME_ID, gone=SOME_ID),
    post("directory.merge", REGION_KEEPERS, kept=SOME_ID, gone=SOME_ID),
    post("directory.take_back", REGION_KEEPERS, merge=SOME_ID),
    post("directory.dismiss", REGION_KEEPERS, one=SOME_ID, other=SOME_ID),
    post("directory.suggest_again", REGION_KEEPERS, one=SOME_ID, other=SOME_ID),
    get("contacts.overview", CONTRIBUTORS),
    post("contacts.change_default", CONTRIBUTORS),
    get("contacts.search", CONTRIBUTORS),
    get("contacts.contact", CONTRIBUTORS, alter=SOME_ID),
    post("contacts.save", CONTRIBUTORS, alter=SOME_ID),
    post("contacts.mark", CONTRIBUTORS, alter=SOME_ID),
    post("contacts.remove", CONTRIBUTORS, alter=SOME_ID),
    post("contacts.restore", CONTRIBUTORS, alter=SOME_ID),
    get("contacts.reported", CONTRIBUTORS),
    post("contacts.confirm", CONTRIBUTORS, ego=SOME_ID),
    post("contacts.decline", CONTRIBUTORS, ego=SOME_ID),
    post("contacts.take_back_decline", CONTRIBUTORS, ego=SOME_ID),
    get("contacts.told", CONTRIBUTORS),
    get("contacts.around", CONTRIBUTORS),
    post("contacts.want", CONTRIBUTORS, alter=SOME_ID),
    get("finder.question", CONTRIBUTORS),
    post("finder.ask", CONTRIBUTORS),
    get("finder.answer", CONTRIBUTORS, question=SOME_ID),
    post("finder.want", CONTRIBUTORS, question=SOME_ID, partner=SOME_ID),
    post("finder.unwant", CONTRIBUTORS, question=SOME_ID, partner=SOME_ID),
    get("outbox.tasks", REGION_KEEPERS),
    post("outbox.finish_task", REGION_KEEPERS, task=SOME_ID),
    post("outbox.retry_task", REGION_KEEPERS, task=SOME_ID),
    post("outbox.reopen_task", REGION_KEEPERS, task=SOME_ID),
    get("outbox.check_by_link", PUBLIC, token="none"),
    post("outbox.confirm_by_link", PUBLIC, token="none"),
    get("outbox.leaving_by_link", PUBLIC, token="none", organisation=SOME_ID),
    post("outbox.leave_by_link", PUBLIC, token="none", organisation=SOME_ID),
    post("outbox.remark_by_link", PUBLIC, token="none"),
    get("referrals.overview", CONTRIBUTORS),
    get("referrals.waiting", WATCHERS),
    post("referrals.keep_norm", WATCHERS),
    get("referrals.opening", CONTRIBUTORS),
    post("referrals.open_case", CONTRIBUTORS),
    get("referrals.case", CONTRIBUTORS, number="Z-1"),
    post("referrals.accept", CONTRIBUTORS, number="Z-1"),
    get("referrals.declining", CONTRIBUTORS, number="Z-1"),
    post("referrals.decline", CONTRIBUTORS, number="Z-1"),
    get("referrals.handing_over", CONTRIBUTORS, number="Z-1"),
    post("referrals.hand_over", CONTRIBUTORS, number="Z-1"),
    get("referrals.taking_back", CONTRIBUTORS, number="Z-1"),
    post("referrals.take_back", CONTRIBUTORS, number="Z-1"),
    get("referrals.closing", CONTRIBUTORS, number="Z-1"),
    post("referrals.close", CONTRIBUTORS, number="Z-1"),
    get("agreements.overview", CONTRIBUTORS),
    get("agreements.making", CONTRIBUTORS, van=SOME_ID, met=SOME_ID),
    post("agreements.make", CONTRIBUTORS, van=SOME_ID, met=SOME_ID),
    get("agreements.changing", CONTRIBUTORS, agreement=SOME_ID),
    post("agreements.change", CONTRIBUTORS, agreement=SOME_ID),
    get("agreements.ending", CONTRIBUTORS, agreement=SOME_ID),
    post("agreements.end", CONTRIBUTORS, agreement=SOME_ID),
)
