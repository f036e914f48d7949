"""The data file of abbreviations: well formed, and a broken row says where."""

from __future__ import annotations

import pytest

from kawat.errors import KnowledgeError
from kawat.language import abbreviations as module
from kawat.language.abbreviations import AbbreviationKind, abbreviations


def test_each_language_gets_its_own_and_the_shared_ones() -> None:
    assert abbreviations("id")["Letjen"] is AbbreviationKind.TITLE
    assert "Letjen" not in abbreviations("en")
    assert abbreviations("en")["a.m"] is AbbreviationKind.TAIL
    assert abbreviations("nl")["Dr"] is AbbreviationKind.TITLE
    assert "Letjen" not in abbreviations("nl")


def test_no_form_is_listed_twice_for_a_language() -> None:
    listed = [tuple(line.split("\t")[:2]) for line in module._lines() if line and not line.startswith("#")]
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize("row", ["Dr\tboth", "Dr\tboth\tnonsense", "Dr"])
def test_a_broken_row_is_named(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_lines", lambda: ["# head", "form\tlanguage\tkind", row])
    abbreviations.cache_clear()
    with pytest.raises(KnowledgeError, match=r"abbreviations\.tsv, row 3"):
        abbreviations("id")
    abbreviations.cache_clear()
