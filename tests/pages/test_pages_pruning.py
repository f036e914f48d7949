"""Of a page with too many elements, the first so many stay as they were, and nothing of what comes after them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kawat.pages import markup

PIECES = ("<p>a", "<div>b", "</div>x", "<ul><li>c", "</ul>", "<span>d</span>e", "word ", "<table><tr><td>h", "<br>")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.integers(min_value=3, max_value=30))
def test_the_first_elements_stay(monkeypatch: pytest.MonkeyPatch, pieces: list[str], most: int) -> None:
    monkeypatch.setattr(markup, "MAX_ELEMENTS", 10_000)
    page = f"<html><head><title>t</title></head><body>{''.join(pieces)}</body></html>"
    whole, _ = markup.parse(page)
    monkeypatch.setattr(markup, "MAX_ELEMENTS", most)
    part, cut = markup.parse(page)
    assert whole is not None
    assert part is not None
    before, after = list(whole.iter()), list(part.iter())
    assert [one.tag for one in after] == [one.tag for one in before[:most]]
    assert [one.text for one in after] == [one.text for one in before[:most]]
    assert (cut is not None) == (len(before) > most)
