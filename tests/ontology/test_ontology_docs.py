"""docs/ontology.md names everything that the ontology holds."""

from __future__ import annotations

from pathlib import Path

from kawat.ontology import load_ontology

PAGE = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")


def test_every_name_of_the_ontology_stands_on_the_page() -> None:
    ontology = load_ontology()
    names = [kind.name for kind in ontology.types]
    names += [f"{mode.name} ({mode.score:g})" for kind in ontology.types for mode in kind.modes]
    names += [f"| {status.name} |" for status in ontology.statuses]
    names += [f"`{context.code}`" for context in ontology.contexts]
    names += [f"| {term.code} |" for term in (*ontology.sectors, *ontology.nonstate, *ontology.quads)]
    names += [f"**{decision.id}**" for decision in ontology.decisions]
    assert [name for name in names if name not in PAGE] == []
    assert len(names) > 120
