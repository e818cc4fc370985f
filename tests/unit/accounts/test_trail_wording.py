"""The audit trail in words: every action has its sentence, and a change reads as what became what."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.accounts.rules import Change, changes
from app.accounts.wording import DONE, ROOMS, said
from app.platform import i18n

APP = Path(__file__).resolve().parents[3] / "app"
ACTION = re.compile(r"[a-z]+\.[a-z_]+")
SOMEBODY, NOBODY = "0192f0c1-2345-7000-8000-000000000001", "0192f0c1-2345-7000-8000-000000000002"
NAMES = {SOMEBODY: "Noor de Wit", "gedrag": "Gedrag"}


def actions_of(file: Path) -> Iterator[str]:
    """The actions that a module puts down: whole, or as the word that it puts behind the room's name."""
    text, room = file.read_text(encoding="utf-8"), file.relative_to(APP).parts[0]
    if "record_change(" not in text and "record_event(" not in text:
        return
    tree = ast.parse(text)
    places = {
        node.name: [argument.arg for argument in node.args.args].index("action")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and any(argument.arg == "action" for argument in node.args.args)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if ACTION.fullmatch(node.value) and node.value.startswith(f"{room}."):
                yield node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in places:
            action = node.args[places[node.func.id]]
            if isinstance(action, ast.Constant):
                yield action.value if "." in action.value else f"{room}.{action.value}"


def test_every_action_has_a_sentence():
    used = {action for file in APP.rglob("*.py") if "platform" not in file.parts for action in actions_of(file)}
    assert {"contacts.take_back_decline", "accounts.close", "outbox.reopen_task", "finder.ask"} <= used
    assert sorted(used - DONE.keys()) == []
    assert {action.partition(".")[0] for action in DONE} == ROOMS.keys()


def test_what_stayed_the_same_is_left_out():
    assert changes('{"role": "ib", "since": null}', '{"role": "partner", "since": null}') == (
        Change("role", "ib", "partner", True),
    )
    assert changes(None, '{"step": 2}') == (Change("step", None, 2, False),)
    assert changes(None, None) == ()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "ja"),
        (1823, "1.823"),
        ("2026-11-25", "25 november 2026"),
        ("swv_manager", "SWV-manager"),
        ("Z01-00276", "Z01-00276"),
        (SOMEBODY, "Noor de Wit"),
        (NOBODY, ""),
        (f"functie/{SOMEBODY}", "functie, Noor de Wit"),
        (f"{SOMEBODY}.gedrag", "Noor de Wit, Gedrag"),
        ([f"aanbod/{NOBODY}.gedrag", "frequency"], "aanbod, Gedrag, Hoe vaak"),
    ],
)
def test_a_value_is_said_as_a_person_says_it(value: object, words: str):
    app = Flask(__name__)
    i18n.speak(app)
    app.secret_key = "for the session only"
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        assert said(value, NAMES) == words
