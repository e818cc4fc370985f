"""What decides about passwords and accounts."""

import pytest

from app.accounts import passwords
from app.accounts.rules import PasswordProblem, may_manage, needs_current_password, password_problem


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("elf tekens!", PasswordProblem.TOO_SHORT),
        ("net twaalf !", None),
        ("x" * 128, None),
        ("x" * 129, PasswordProblem.TOO_LONG),
        ("altijd NOORTJE weer", PasswordProblem.OWN_NAME),
        ("dewit@linde is thuis", PasswordProblem.OWN_NAME),
        ("de weg is wit en wijd", None),
        ("ünïcode téláe ók", None),
    ],
)
def test_a_password_is_long_and_not_ones_own_name(password, problem):
    assert password_problem(password, "Noortje de Wit", "DeWit@linde.example") == problem


@pytest.mark.parametrize(
    ("came_by", "has_password", "needed"),
    [("link", True, False), ("link", False, False), ("password", True, True), ("password", False, False)],
)
def test_the_present_password_is_asked_of_who_came_by_it(came_by, has_password, needed):
    assert needs_current_password(came_by, has_password) is needed


def test_nobody_manages_her_own_account():
    assert may_manage("a", "b")
    assert not may_manage("a", "a")


def test_only_the_same_password_fits():
    kept = passwords.hash_password("vier losse woorden samen")
    assert passwords.password_fits(kept, "vier losse woorden samen")
    assert not passwords.password_fits(kept, "vier losse woorden Samen")
    assert not passwords.password_fits(None, "vier losse woorden samen")
    assert not passwords.is_outdated(kept)


def test_two_hashes_of_one_password_differ():
    assert passwords.hash_password("vier losse woorden") != passwords.hash_password("vier losse woorden")
