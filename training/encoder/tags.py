"""Rows of tags as spans."""

from __future__ import annotations

from training.encoder.features import Ints

Found = set[tuple[int, int, int]]


def spans_of(tags: Ints) -> Found:
    """(first, last, label) of BIO rows; an I after something else begins a span, ignored tokens end one."""
    out: Found = set()
    start, label = -1, -1
    for index, tag in enumerate([*tags.tolist(), 0]):
        kind = (tag - 1) // 2 if tag > 0 else -1
        begins = tag > 0 and (tag % 2 == 1 or kind != label)
        if start >= 0 and (tag <= 0 or begins):
            out.add((start, index - 1, label))
            start, label = -1, -1
        if begins:
            start, label = index, kind
    return out
