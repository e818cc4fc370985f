"""Values to run each named query with; a parameter in neither table fails `tests/integration/test_queries.py`.

The queries run on the fictitious region, in a transaction that is rolled back.
"""

from datetime import UTC, date, datetime
from typing import Any

from app.platform.access import Role

REGION = "PO-99-01"

SCOPE = {
    "region": REGION,
    "person": "none",
    "organisations": ["none"],
    "visibilities": ["shared", "introductions"],
    "fewest_cases": 1,
}

BY_PARAMETER: dict[str, Any] = {
    "scope": SCOPE,
    "rows": [],
    "municipality": "",
    "kind": "",
    "theme": "",
    "until": date(2026, 10, 1),
    "account": "none",
    "email": "niemand@nergens.example",
    "departure": "none",
    "role": str(Role.IB),
    "digest": "none",
    "password_hash": "none",
    "id": "none",
    "alter": "none",
    "ego": "none",
    "tellable": ["shared", "introductions"],
    "visibility": "shared",
    "now": datetime(2026, 10, 1, tzinfo=UTC),
    "since": datetime(2026, 9, 1, tzinfo=UTC),
    "person": "none",
    "organisation": "none",
    "number": "Z-1",
}

BY_QUERY: dict[str, dict[str, Any]] = {
    "accounts/list_audit_events": {"before": datetime.now(UTC), "action": "", "most": 50},
    "accounts/name_things": {"words": ["none", "gedrag"]},
    "accounts/create_login_token": {"seconds": 900},
    "accounts/find_viewer": {"stamp": 0, "organisation": None},
    "entry/ask_for_successor": {"subject": "Noor de Wit (IB)"},
    "entry/change_organisation": {"organisation": "none", "values": {}},
    "entry/change_person": {"values": {}},
    "entry/change_position": {"organisation": "none", "since": None, "values": {}},
    "entry/confirm_lines": {"person": True, "organisations": ["none"], "positions": [], "offers": []},
    "entry/count_handed_over": {"organisation": "none"},
    "entry/end_position": {"organisation": "none", "since": None},
    "entry/hand_over_ties": {"private": []},
    "entry/keep_line": {"holder": "none", "fields": ["phone"], "mark": "none"},
    "entry/keep_offer": {"what": "changed", "holder": "none", "theme": "gedrag", "mark": "none"},
    "entry/list_colleagues": {"organisation": "none"},
    "entry/lock_holder": {"holder": "none"},
    "entry/remove_offer": {"holder": "none", "theme": "gedrag"},
    "entry/restore_line": {"fields": ["phone"]},
    "entry/take_successor": {"name": "Nieuw"},
    "entry/write_offer": {"holder": "none", "theme": "gedrag", "values": {}},
    "directory/count_known_people": {"visibilities": ["shared"], "fewest_people": 3},
    "directory/dismiss_double": {"one": "none", "other": "none"},
    "directory/drop_entry": {"own": ["version"]},
    "directory/find_pair": {"ids": ["none", "none"]},
    "directory/keep_entry": {"kept": "none", "gone": "none"},
    "directory/list_merges": {"most": 20},
    "directory/lock_entries": {"ids": ["none"]},
    "directory/list_organisations": {"region": "po9901", "after": ["", ""], "most": 51},
    "directory/refresh_organisations": {"ids": ["none"], "kinds": {}},
    "directory/refresh_people": {"ids": ["none"]},
    "directory/suggest_double": {"one": "none", "other": "none"},
    "directory/search_entries": {
        "spelling": "+search_region:po9901 +(search_name:linde~1)",
        "words": "+search_region:po9901 +(search_text:linde)",
        "most": 200,
    },
    "contacts/change_default": {"all": True},
    "contacts/find_people_around_schools": {"school_kinds": ["bao"], "fewest_tellers": 3},
    "contacts/mark_tie": {"state": "present"},
    "contacts/save_tie": {"version": -1, "values": {"state": "present"}},
    "contacts/search_alters": {
        "spelling": "+search_region:po9901 +(search_name:linde~1)",
        "candidates": 100,
        "limit": 30,
    },
    "finder/add_answer": {"rows": [{"n": 0, "partner": "none", "way": []}]},
    "finder/create_question": {"question": {"id": "none", "theme": "angst", "age": 8, "place": "Veldhoek"}},
    "finder/find_ways": {"visibilities": ["shared", "introductions"], "partner_ids": ["none"]},
    "finder/list_partners": {"theme": "angst", "age": 8},
    "finder/list_steps": {
        "visibilities": ["shared"],
        "ways": [{"partner": "none", "way": ["none", "other"]}],
        "told": True,
    },
    "finder/tell_ties": {
        "visibilities": ["shared", "introductions"],
        "steps": [{"id": "none", "one": "none", "other": "other"}],
    },
    "finder/unwant_contact": {"partner": "none"},
    "finder/want_contact": {"partner": "none"},
    "insight/count_open_referrals": {"norm": 21},
    "insight/count_organisations": {"school_kinds": ["bao"], "partner_kinds": ["gemeente"]},
    "insight/find_short_lines": {"start_ids": ["none"], "taker_id": "none"},
    "insight/keep_norms": {"kept": []},
    "insight/list_shared_cases": {"one": "none", "other": "none"},
    "insight/save_map_layout": {"layout": {"ids": [], "xs": [], "ys": [], "ties": 0}},
    "outbox/ask_person": {"seconds": 900},
    "outbox/confirm_entry": {"herself": True, "organisations": ["none"]},
    "outbox/mark_failed": {"error": "550", "for_good": True},
    "outbox/put_back_mail": {"due": datetime(2026, 10, 1, tzinfo=UTC)},
    "outbox/take_mail": {"pauses": [300]},
    "referrals/accept_step": {"n": 1},
    "referrals/add_step": {
        "step": {"giver": "none", "taker": "none", "by": None, "taken_by": None, "note": None, "back": False}
    },
    "referrals/close_referral": {"outcome": "placed"},
    "referrals/create_agreement": {"mine": "none", "other": "none"},
    "referrals/decline_step": {"n": 1, "reason": "full"},
    "referrals/erase_step": {"n": 1},
    "referrals/find_shortest_route": {"giver": "none"},
    "referrals/find_turned_to": {"mine": "none", "other": "none"},
    "referrals/keep_waiting_norm": {"days": 21},
    "referrals/list_closed_referrals": {"page": 0, "size": 20},
    "referrals/list_open_groups": {"pages": {"wacht": 0, "regie": 0, "elders": 0}, "size": 20},
    "referrals/list_workers": {"organisation": "none"},
    "referrals/read_referrals": {"numbers": ["Z01-00001"], "whole": True},
    "referrals/write_agreement": {
        "values": {
            "subject": "x",
            "review_at": date(2027, 1, 1),
            "lead": "none",
            "mine": "none",
            "other": "none",
            "our_person": None,
            "their_person": None,
        }
    },
    "platform/create_region": {"name": "Dommelrijk"},
    "platform/queue_mail": {"mail": {"id": "none"}, "about": "none"},
    "platform/raise_task": {"task": {"id": "none", "key": "none", "kind": "left", "subject": ""}},
    "platform/record_change": {"event": {"id": "none", "action": "tests.example", "subject": "none"}},
    "platform/record_event": {"event": {"id": "none", "action": "tests.example", "subject": "none"}},
}
