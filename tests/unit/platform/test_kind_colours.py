"""Each kind of organisation has a colour of its own, on the page and for eyes that see fewer colours."""

import re
from itertools import combinations

import pytest

from app.config import ROOT
from app.platform.kinds import KINDS

TOKENS = (ROOT / "app/platform/assets/look/tokens.css").read_text()
COLOURS = dict(re.findall(r"--kind-(\w+): (#\w{6});", TOKENS))
PAPER = "#fbfaf7"

# Full severity; Machado, Oliveira & Fernandes 2009.
SIGHT = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
# Ottosson 2020, from linear sRGB.
TO_CONES = ((0.4122215, 0.5363325, 0.051446), (0.2119035, 0.6806995, 0.107397), (0.0883025, 0.2817188, 0.6299787))
TO_OKLAB = ((0.2104543, 0.7936178, -0.0040720), (1.9779985, -2.4285922, 0.4505937), (0.025904, 0.7827718, -0.8086758))


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((sum(times([(0.2126, 0.7152, 0.0722)], linear(c))) for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, sight: str) -> list[float]:
    light = [min(max(part, 0), 1) for part in times(SIGHT[sight], linear(colour))]
    return times(TO_OKLAB, [part ** (1 / 3) for part in times(TO_CONES, light)])


def test_every_kind_has_a_colour():
    assert set(COLOURS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_dot_stands_out_on_the_page(kind: str):
    """WCAG 2.2, 1.4.11: 3 to 1."""
    assert contrast(COLOURS[kind], PAPER) >= 3


@pytest.mark.parametrize("sight", SIGHT)
def test_no_two_kinds_look_alike(sight: str):
    views = {kind: seen(colour, sight) for kind, colour in COLOURS.items()}
    distances = {
        pair: sum((a - b) ** 2 for a, b in zip(views[pair[0]], views[pair[1]], strict=True)) ** 0.5
        for pair in combinations(views, 2)
    }
    closest = min(distances, key=distances.get)
    assert distances[closest] > 0.08, (closest, distances[closest])
