from datetime import date

import pytest

from app.exchange import cells
from app.exchange.layouts.words import FREQUENCY_WORDS, VISIBILITY_WORDS
from app.exchange.problems import MismatchError

frequency = cells.choice(FREQUENCY_WORDS)
visibility = cells.choice(VISIBILITY_WORDS)
letters = cells.several(cells.choice({kind: kind for kind in "KGER"}))

GOOD = [
    (cells.day, "2025-08-01", date(2025, 8, 1)),
    (cells.day, "1-8-2025", date(2025, 8, 1)),
    (cells.day, "01/08/2025", date(2025, 8, 1)),
    (cells.email, "Noor.deWit@School.nl", "noor.dewit@school.nl"),
    (cells.phone, "06-12 34 56 78", "06-12 34 56 78"),
    (cells.phone, "+31 (0)6 12345678", "+31 (0)6 12345678"),
    (cells.phone, "14 0592", "14 0592"),
    (cells.postcode, "9306tc", "9306 TC"),
    (cells.code(r"\d{2}[A-Z]{2}", "32JK"), "32jk", "32JK"),
    (cells.whole(1, 5), "5", 5),
    (cells.days_a_week, "0,5", 0.5),
    (cells.days_a_week, "4", 4.0),
    (frequency, "Per Kwartaal", "quarterly"),
    (visibility, "prive", "private"),
    (letters, "r, k,K", ["K", "R"]),
]
BAD = [
    (cells.day, "31-2-2025", ""),
    (cells.day, "1-8-25", ""),
    (cells.day, "0202-08-01", ""),
    (cells.email, "noor@school", ""),
    (cells.email, "noor de wit", ""),
    (cells.phone, "591659840", "0591659840"),
    (cells.phone, "bel maar", ""),
    (cells.postcode, "0306", ""),
    (cells.code(r"\d{2}[A-Z]{2}", "32JK"), "JK32", ""),
    (cells.whole(1, 5), "6", ""),
    (cells.whole(1, 5), "1,5", ""),
    (cells.days_a_week, "5,5", ""),
    (cells.days_a_week, "0", ""),
    (frequency, "wekelijk", "wekelijks"),
    (frequency, "soms", ""),
    (letters, "K,X", ""),
]


@pytest.mark.parametrize(("parse", "text", "value"), GOOD)
def test_what_is_right_becomes_a_value(parse, text, value):
    assert parse(text) == value


@pytest.mark.parametrize(("parse", "text", "nearest"), BAD)
def test_what_is_wrong_says_what_was_expected(parse, text, nearest):
    with pytest.raises(MismatchError) as wrong:
        parse(text)
    assert wrong.value.expected
    assert wrong.value.nearest == nearest
