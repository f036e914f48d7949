"""Taking a list some at a time loses nothing and holds no more than it may."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kawat.intake.portions import portions


@given(st.lists(st.text(max_size=9)), st.integers(min_value=1, max_value=20))
def test_portions_are_the_list_in_order_and_none_is_too_large(things: list[str], most: int) -> None:
    found = list(portions(things, len, most))
    assert [one for some in found for one in some] == things
    assert all(sum(map(len, some)) <= most or len(some) == 1 for some in found)
    assert all(found)


@given(st.lists(st.text(min_size=1, max_size=9), min_size=2), st.integers(min_value=1, max_value=20))
def test_no_portion_could_have_taken_the_first_of_the_next(things: list[str], most: int) -> None:
    found = list(portions(things, len, most))
    assert all(sum(map(len, some)) + len(after[0]) > most for some, after in pairwise(found))
