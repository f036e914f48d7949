"""What was met lately: the latest for sure, never more than twice as much."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kawat.recent import Recent


@given(st.integers(1, 6), st.lists(st.integers(0, 12), max_size=60))
def test_the_latest_are_there_as_put_last_and_at_most_twice_as_many(most: int, names: list[int]) -> None:
    recent = Recent[int](most)
    put: dict[str, int] = {}
    for number, name in enumerate(names):
        put.pop(str(name), None)
        put[str(name)] = number
        recent.put(str(name), number)
        assert len(recent) == len(set(recent)) <= 2 * most
        assert all(put[one] == recent[one] for one in recent), "what is there is what was put last"
    latest = list(dict.fromkeys(reversed([str(name) for name in names])))[:most]
    assert set(latest) <= set(recent)


def test_what_is_forgotten_is_gone_from_both_halves() -> None:
    recent = Recent[int](2)
    for number, name in enumerate("abcab"):
        recent.put(name, number)
    recent.forget("a")
    assert "a" not in recent and recent.get("a") is None and recent["b"] == 4
    recent.clear()
    assert dict(recent) == {}


@given(st.integers(1, 30), st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12)), max_size=60))
def test_what_counts_is_the_size_of_what_is_held(most: int, puts: list[tuple[int, int]]) -> None:
    recent = Recent[str](most, len)
    for name, size in puts:
        recent.put(str(name), "x" * size)
        assert recent[str(name)] == "x" * size
        assert sum(map(len, recent.values())) <= 2 * max(most, *(size for _, size in puts))
