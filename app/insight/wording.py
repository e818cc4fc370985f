"""Words that a template says in one place and a table to take along in another."""

from flask import get_template_attribute


def kind_name(kind: str) -> str:
    """What people call a kind of organisation, in the reader's language."""
    return str(get_template_attribute("platform/kind.html", "kind_label")(kind)).strip()
