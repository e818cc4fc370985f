"""Referrals and their handovers."""

import pytest

from tests.integration.exchange.conftest import REFERRALS

HEADER, FIRST, OTHER, SECOND = REFERRALS.splitlines()


@pytest.fixture
def people(region):
    region.fill("scholen", "personen")
    return region


def steps(region, number="Z-1"):
    return region.ask(
        "MATCH (r:Referral {number: $number})-[s:STEP]->(h)-[:FROM]->(a), (h)-[:TO]->(b) "
        "OPTIONAL MATCH (h)-[:BY]->(giver) OPTIONAL MATCH (h)-[:FOR]->(taker) "
        "RETURN s.n, a.name, b.name, toString(h.at), toString(h.accepted_at), giver.name, taker.name, h.note "
        "ORDER BY s.n",
        number=number,
    )


def test_a_case_is_stored_with_its_steps_though_its_rows_stand_apart(people):
    report = people.take("verwijzingen", REFERRALS)
    assert (report.rows_read, report.created) == (3, 3)
    assert steps(people) == [
        [1, "De Linde", "Wijkteam Noord", "2025-09-03", "2025-10-01", "Noor de Wit", "Karim Aydin", "thuis"],
        [2, "Wijkteam Noord", "Het Mozaïek", "2025-11-01", None, None, None, None],
    ]
    assert people.ask(
        "MATCH (r:Referral)-[:IN_REGION]->(:Region) "
        "RETURN r.id, r.number, r.theme, toString(r.opened), toString(r.closed), r.outcome ORDER BY r.id"
    ) == [
        ["PO-99-02/Z-1", "Z-1", "gedrag", "2025-09-01", None, None],
        ["PO-99-02/Z-2", "Z-2", "taal", "2025-09-02", "2026-01-10", "placed"],
    ]


def test_a_second_time_changes_nothing(people):
    people.fill("verwijzingen")
    before = people.content()
    report = people.take("verwijzingen", REFERRALS)
    assert (report.created, report.changed, report.unchanged, report.written) == (0, 0, 3, False)
    assert people.content() == before


def test_a_case_that_grew_gets_its_new_steps(people):
    people.fill("verwijzingen")
    accepted = SECOND.replace("2025-11-01;;", "2025-11-01;2025-12-01;")
    third = "Z-1;gedrag;2025-09-01;;;3;99AB00;99AA00;2026-01-05;;ilse@mozaiek.example;;"
    report = people.take("verwijzingen", "\n".join([HEADER, FIRST, accepted, third]))
    assert (report.created, report.changed, report.unchanged) == (1, 1, 1)
    assert [step[:5] for step in steps(people)] == [
        [1, "De Linde", "Wijkteam Noord", "2025-09-03", "2025-10-01"],
        [2, "Wijkteam Noord", "Het Mozaïek", "2025-11-01", "2025-12-01"],
        [3, "Het Mozaïek", "De Linde", "2026-01-05", None],
    ]


def test_a_case_that_went_elsewhere_leads_there_only(people):
    people.fill("verwijzingen")
    report = people.take("verwijzingen", "\n".join([HEADER, FIRST, SECOND.replace("Het Mozaïek", "99AA01")]))
    assert [(change.field, change.old, change.new) for change in report.changes] == [
        ("naar organisatie", "Het Mozaïek", "De Linde Oost")
    ]
    assert [step[2] for step in steps(people)] == ["Wijkteam Noord", "De Linde Oost"]


def test_a_case_that_closes_says_how(people):
    people.fill("verwijzingen")
    text = REFERRALS.replace("gedrag;2025-09-01;;;", "gedrag;2025-09-01;2026-02-01;ondersteund;")
    report = people.take("verwijzingen", text)
    assert sorted((change.row, change.field, change.old, change.new) for change in report.changes) == [
        (2, "gesloten", None, "2026-02-01"),
        (2, "uitkomst", None, "ondersteund"),
    ]


def test_the_steps_of_a_case_may_not_have_gaps_or_jump(people):
    assert people.wrong("verwijzingen", "\n".join([HEADER, FIRST, SECOND.replace(";;;2;", ";;;3;")])) == [
        (3, "stap", "3", "2")
    ]
    assert [
        found[:2]
        for found in people.wrong(
            "verwijzingen", "\n".join([HEADER, FIRST, SECOND.replace("Wijkteam Noord", "99AA00")])
        )
    ] == [(3, "van organisatie")]


def test_a_step_leads_to_another_organisation(people):
    assert [
        found[:2] for found in people.wrong("verwijzingen", f"{HEADER}\n{FIRST.replace('Wijkteam Noord', '99AA00')}")
    ] == [(2, "naar organisatie")]


def test_the_days_of_a_case_go_forward(people):
    rows = [
        FIRST.replace("2025-09-03;2025-10-01", "2025-08-03;2025-08-01").replace("01;;;1", "01;2025-10-01;;1"),
        SECOND.replace("01;;;2", "01;2025-10-01;;2"),
    ]
    assert people.wrong("verwijzingen", "\n".join([HEADER, *rows])) == [
        (2, "overgedragen", "2025-08-03", ""),
        (2, "aangenomen", "2025-08-01", ""),
        (2, "gesloten", "2025-10-01", ""),
    ]


def test_rows_of_one_case_agree_on_the_case(people):
    assert people.wrong("verwijzingen", "\n".join([HEADER, FIRST, SECOND.replace("gedrag", "leren")])) == [
        (3, "thema", "leren", "gedrag")
    ]


def test_an_outcome_needs_a_day(people):
    assert [found[:2] for found in people.wrong("verwijzingen", REFERRALS.replace("2026-01-10;", ";"))] == [
        (3, "uitkomst")
    ]


def test_a_file_that_knows_less_steps_than_we_do_is_refused(people):
    people.fill("verwijzingen")
    assert people.wrong("verwijzingen", "\n".join([HEADER, FIRST])) == [(2, "stap", "1", "")]


DECLINED = """\
zaak;thema;geopend;stap;van organisatie;naar organisatie;overgedragen;aangenomen;afgewezen;reden;van;naar
Z-3;taal;2025-09-01;1;99AA00;Wijkteam Noord;2025-09-02;;2025-09-20;Geen plaats;noor@delinde.example;
Z-3;taal;2025-09-01;2;Wijkteam Noord;99AA00;2025-09-20;2025-09-20;;;karim@wijk.example;noor@delinde.example
"""


def answers(region, number="Z-3"):
    return region.ask(
        "MATCH (:Referral {number: $number})-[s:STEP]->(h) "
        "RETURN toString(h.accepted_at), toString(h.declined_at), h.reason ORDER BY s.n",
        number=number,
    )


def test_a_step_that_was_declined_says_when_and_why(people):
    assert people.take("verwijzingen", DECLINED).created == 2
    assert answers(people) == [[None, "2025-09-20", "full"], ["2025-09-20", None, None]]
    report = people.take("verwijzingen", DECLINED)
    assert (report.created, report.changed, report.unchanged) == (0, 0, 2)
    report = people.take("verwijzingen", DECLINED.replace("Geen plaats", "past niet"))
    assert [(change.field, change.old, change.new) for change in report.changes] == [
        ("reden", "geen plaats", "past niet")
    ]


def test_a_file_without_those_columns_leaves_what_was_declined(people):
    people.take("verwijzingen", DECLINED)
    without = ["Z-3;taal;2025-09-01;;;1;99AA00;Wijkteam Noord;2025-09-02;;noor@delinde.example;;"]
    without += ["Z-3;taal;2025-09-01;;;2;Wijkteam Noord;99AA00;2025-09-20;2025-09-20;karim@wijk.example;;"]
    people.take("verwijzingen", "\n".join([HEADER, *without]))
    assert answers(people)[0] == [None, "2025-09-20", "full"]
    people.take("verwijzingen", "\n".join([HEADER, without[0].replace("09-02;;", "09-02;2025-09-20;"), without[1]]))
    assert answers(people)[0] == ["2025-09-20", None, None], "it was taken on after all"


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("02;;2025-09-20", "02;2025-09-19;2025-09-20", (2, "afgewezen")),
        ("02;;2025-09-20", "02;;2025-09-01", (2, "afgewezen")),
        ("02;;2025-09-20", "02;;", (2, "reden")),
        ("20;2025-09-20;;", "20;;2025-09-21;", (3, "afgewezen")),
        ("Wijkteam Noord;99AA00", "Wijkteam Noord;99AB00", (3, "naar organisatie")),
        ("Geen plaats", "vol", (2, "reden")),
    ],
    ids=["accepted too", "before it was sent", "a reason only", "no way back", "back to another", "another reason"],
)
def test_a_declined_step_goes_back_to_who_handed_over(people, before, after, found):
    assert before in DECLINED
    assert [problem[:2] for problem in people.wrong("verwijzingen", DECLINED.replace(before, after))] == [found]


def test_a_reason_with_what_may_be_a_bsn_is_refused_and_not_repeated(people):
    problems = people.wrong("verwijzingen", DECLINED.replace("Geen plaats", "bsn 111222333"))
    assert {problem[:2] for problem in problems} == {(2, "reden")}
    assert all("111222333" not in problem[2] for problem in problems)


def test_problems_that_do_not_hang_together_are_told_at_once(people):
    people.fill("verwijzingen")
    rows = [
        "Z-1;gedrach;2025-09-01;;;1;99AA00;Wijkteam Noord;2025-09-03;2025-09-02;;;",
        "Z-4;taal;gisteren;2026-01-10;geplaatst;1;99AB00;99AA00;2025-09-02;;;;",
        "Z-4;leren;2025-09-01;2025-10-01;geplaatst;2;99AB00;Wijkteam Noord;2025-09-01;2025-09-05;;;",
        "Z 5;taal;2025-09-01;;;1;99AA00;Wijkteam Noord;2025-08-01;;;;",
        "Z-6;taal;2025-09-01;;geplaatst;een;99AA00;Wijkteam Noord;2025-09-03;2025-09-02;;;",
    ]
    assert people.wrong("verwijzingen", "\n".join([HEADER, *rows])) == [
        (2, "thema", "gedrach", "gedrag"),
        (2, "aangenomen", "2025-09-02", ""),
        (2, "stap", "1", ""),
        (3, "geopend", "gisteren", ""),
        (4, "thema", "leren", "taal"),
        (4, "gesloten", "2025-10-01", "2026-01-10"),
        (4, "van organisatie", "", ""),
        (4, "overgedragen", "2025-09-01", ""),
        (5, "zaak", "Z 5", ""),
        (5, "overgedragen", "2025-08-01", ""),
        (6, "stap", "een", ""),
        (6, "uitkomst", "", ""),
        (6, "aangenomen", "2025-09-02", ""),
    ]


def test_all_that_is_wrong_is_told(people):
    rows = [
        FIRST.replace("gedrag", "gedrach").replace("noor@", "nor@").replace("99AA00", "99AAOO"),
        OTHER.replace("Z-2", "Z/2").replace("geplaatst", "geplaast"),
    ]
    assert people.wrong("verwijzingen", "\n".join([HEADER, *rows])) == [
        (2, "thema", "gedrach", "gedrag"),
        (2, "van organisatie", "99AAOO", "99AA00"),
        (2, "van", "nor@delinde.example", "noor@delinde.example"),
        (3, "zaak", "Z/2", ""),
        (3, "uitkomst", "geplaast", "geplaatst"),
    ]
