"""Contexts by words, checked against the ontology."""

from __future__ import annotations

from kawat.ontology import load_ontology
from kawat.reading.lexicon.contexts import _patterns, contexts_of


def test_every_context_of_the_table_is_one_of_plover() -> None:
    known = {context.code for context in load_ontology().contexts}
    for language in ("en", "id"):
        assert {name for name, _ in _patterns(language)} <= known


def test_words_put_a_sentence_in_its_contexts() -> None:
    assert contexts_of("The navy fired a missile near the disputed border.", "en") == ("military", "territory")
    assert contexts_of("Menlu membahas suaka bagi pengungsi.", "id") == ("diplomatic", "asylum")
    assert contexts_of("He armed himself with patience.", "en") == ()
