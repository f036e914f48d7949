"""Who deals with whom in events in short, counted by hand."""

from __future__ import annotations

from typing import Any

from kawat.intake.dealing import key_of, scores, sides, ties
from kawat.ontology import score


def who(name: str, country: str | None = None, id: str | None = None) -> dict[str, Any]:
    return {"id": id, "name": name, "name_id": None, "country": country, "kind": "state", "sector": None}


IDN, SWE, NOR = (who(code, code, f"country:{code}") for code in ("IDN", "SWE", "NOR"))
SARI = who("Sari", "IDN")


def event(kind: str, acting: list[Any], receiving: list[Any], **more: Any) -> dict[str, Any]:
    told = {"type": kind, "mode": None, "status": "occurred", "symmetric": False, "who": acting, "whom": receiving}
    return {**told, **more}


def test_an_actor_is_known_by_id_else_by_name() -> None:
    assert (key_of(IDN), key_of(SARI)) == ("country:IDN", "Sari")


def test_those_who_act_deal_with_those_acted_upon() -> None:
    accused = event("ACCUSE", [IDN, SARI], [SWE])
    assert ties(accused, False) == [("country:IDN", "country:SWE"), ("Sari", "country:SWE")]
    assert ties(accused, True) == [("IDN", "SWE")]
    assert ties(event("ACCUSE", [IDN], []), False) == []
    assert ties(event("ACCUSE", [IDN], [IDN]), False) == []


def test_nobody_deals_with_anybody_in_what_has_not_happened() -> None:
    for status in ("planned", "possible", "denied"):
        assert ties(event("ACCUSE", [IDN], [SWE], status=status), True) == []
    assert ties(event("ACCUSE", [IDN], [SWE], status="ongoing"), True) == [("IDN", "SWE")]


def test_two_of_one_country_deal_with_one_another_but_their_country_with_nobody() -> None:
    told = event("ACCUSE", [IDN], [SARI])
    assert (ties(told, False), ties(told, True)) == ([("Sari", "country:IDN")], [])


def test_where_all_act_alike_countries_deal_with_one_another() -> None:
    meeting = event("CONSULT", [IDN, SARI, SWE, NOR], [], symmetric=True)
    assert set(ties(meeting, False)) == {
        ("country:IDN", "country:SWE"),
        ("country:IDN", "country:NOR"),
        ("country:NOR", "country:SWE"),
        ("Sari", "country:SWE"),
        ("Sari", "country:NOR"),
    }
    assert ties(event("CONSULT", [IDN], [SWE], symmetric=True), True) == [("IDN", "SWE")]
    assert {one["name"] for one in sides(meeting)} == {"IDN", "Sari", "SWE", "NOR"}


def test_scores_are_in_thousandths() -> None:
    assert scores(event("CONSULT", [IDN], [SWE])) == (round(score("CONSULT") * 1000), 0)
    assert scores(event("ASSAULT", [IDN], [SWE])) == (0, round(score("ASSAULT") * 1000))
