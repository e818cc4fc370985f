"""A role that goes by several names is known by one."""

import pytest

from app.platform.roles import usual_role


@pytest.mark.parametrize("text", ["IB", "ib", "IB'er", "IB’er", "Intern  begeleider", "interne begeleider"])
def test_a_counsellor_by_any_of_her_names(text):
    assert usual_role(text) == "IB"


def test_a_support_officer_by_another_name():
    assert usual_role("SWV-ondersteuner") == "ondersteuner"


def test_any_other_role_is_as_it_was_written():
    assert usual_role("Leerkracht groep 3") == "Leerkracht groep 3"
