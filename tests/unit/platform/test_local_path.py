"""Redirects lead to this site only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.urls import iri_to_uri
from yarl import URL

from app.platform.web import local_path

SITE = URL("https://lijnen.example/")


@pytest.mark.parametrize("path", ["/", "/kaart", "/kaart?gemeente=Den%20Berg&soort=bao#top"])
def test_our_own_pages_are_kept(path):
    assert local_path(path) == path


@pytest.mark.parametrize(
    "target",
    [None, "", "kaart", "//x.example", "/\\x.example", "\\/x.example", "/\t/x.example", "https://x.example", " /kaart"],
)
def test_anything_else_becomes_the_beginning(target):
    assert local_path(target) == "/"


@given(st.text(alphabet="/\\:@.?#\t\n xe%", max_size=12))
def test_whatever_comes_in_we_stay_here(target):
    seen_by_a_browser = local_path(target).replace("\\", "/").replace("\t", "").replace("\n", "").strip()
    assert SITE.join(URL(iri_to_uri(seen_by_a_browser))).host == SITE.host
