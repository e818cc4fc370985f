"""In which language a command speaks."""

import pytest

from app.platform.i18n import terminal_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "nl"),
        ({"LANG": ""}, "nl"),
        ({"LANG": "C.UTF-8"}, "nl"),
        ({"LANG": "POSIX"}, "nl"),
        ({"LANG": "fr_FR.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "nl_NL", "LANGUAGE": "fr:en"}, "en"),
    ],
)
def test_what_is_most_telling_is_heeded(environment, language):
    assert terminal_language(environment) == language
