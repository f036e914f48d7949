"""The ontology: what the manual lists, every pinned decision, and refusal of broken files."""

from __future__ import annotations

from importlib.resources import files

import pytest

from kawat.errors import KnowledgeError, UsageError
from kawat.ontology import (
    check_mode,
    event_type,
    load_ontology,
    parse_ontology,
    present_name,
    quad,
    score,
)
from kawat.records import Status

MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack"
    " aerial drone heavy-weapons crowd-control unconventional",
}
SCORES = [
    ("AGREE", None, 2.5),
    ("CONSULT", None, 2.5),
    ("CONSULT", "visit", 4.0),
    ("CONSULT", "third-party", 1.0),
    ("CONSULT", "multilateral", 4.0),
    ("CONSULT", "phone", 1.5),
    ("SUPPORT", None, 5.0),
    ("CONCEDE", None, 4.5),
    ("COOPERATE", None, 9.5),
    ("AID", None, 10.0),
    ("RETREAT", None, 6.5),
    ("RETREAT", "withdraw", 8.0),
    ("RETREAT", "disarm", 10.0),
    ("RETREAT", "ceasefire", 7.5),
    ("RETREAT", "resign", 4.5),
    ("REQUEST", "assist", 0.5),
    ("REQUEST", "change", -1.0),
    ("ACCUSE", "disapprove", -2.0),
    ("ACCUSE", "investigate", -3.5),
    ("ACCUSE", "allege", -3.5),
    ("REJECT", None, -2.0),
    ("REJECT", "assist", -1.5),
    ("REJECT", "meet", -2.0),
    ("THREATEN", None, -3.5),
    ("THREATEN", "restrict", -3.0),
    ("THREATEN", "territory", -4.0),
    ("PROTEST", "riot", -7.0),
    ("PROTEST", "hunger", -4.5),
    ("SANCTION", "expel", -5.5),
    ("SANCTION", "convict", -6.0),
    ("MOBILIZE", None, -5.5),
    ("MOBILIZE", "troops", -6.5),
    ("MOBILIZE", "militia", -6.0),
    ("COERCE", None, -7.0),
    ("COERCE", "censor", -6.5),
    ("COERCE", "martial-law", -7.5),
    ("ASSAULT", None, -9.0),
    ("ASSAULT", "beat", -7.5),
    ("ASSAULT", "firearms", -9.0),
    ("ASSAULT", "drone", -9.5),
]
QUADS = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}


def shipped(name: str) -> str:
    return files("kawat.ontology").joinpath(name).read_text(encoding="utf-8")


def test_types_and_modes_are_those_of_the_manual() -> None:
    found = {known.name: " ".join(mode.name for mode in known.modes) for known in load_ontology().types}
    assert found == MODES


@pytest.mark.parametrize(("type_name", "mode", "expected"), SCORES)
def test_scores(type_name: str, mode: str | None, expected: float) -> None:
    assert score(type_name, mode) == expected


@pytest.mark.parametrize(("code", "names"), QUADS.items())
def test_quads(code: int, names: str) -> None:
    assert [known.name for known in load_ontology().types if known.quad == code] == names.split()


def test_recipient_is_required_by_three_types() -> None:
    assert [t.name for t in load_ontology().types if t.needs_recipient] == ["COOPERATE", "AID", "SANCTION"]


def test_scores_have_the_sign_of_their_quad() -> None:
    for known in load_ontology().types:
        values = [known.score, *(mode.score for mode in known.modes)]
        if known.quad in (1, 2):
            assert min(values) > 0, known.name
        elif known.name != "REQUEST":
            assert max(values) < 0, known.name


# --- the pinned decisions, one test each ------------------------------------------------------------


def test_sixteen_types_and_former_names() -> None:
    assert len(load_ontology().types) == 16
    assert present_name("DEMAND") == ("REQUEST", None)
    assert present_name("DISAPPROVE") == ("ACCUSE", "disapprove")
    assert present_name("INVESTIGATE") == ("ACCUSE", "investigate")
    assert present_name("FIGHT") == ("ASSAULT", None)
    assert present_name("AID") == ("AID", None)
    for dropped in ("CRIME", "STATE", "YIELD"):
        with pytest.raises(UsageError, match="the types are"):
            present_name(dropped)


def test_accuse_is_minus_three() -> None:
    assert score("ACCUSE") == -3.0
    modes = [mode.score for mode in event_type("ACCUSE").modes]
    assert sum(modes) / len(modes) == score("ACCUSE")


def test_sanction_is_material_conflict() -> None:
    assert quad("SANCTION") == 4


def test_request_is_verbal_conflict_with_score_zero() -> None:
    assert (quad("REQUEST"), score("REQUEST")) == (3, 0.0)


def test_cameo_20_is_assault_unconventional() -> None:
    assert present_name("UNCONVENTIONAL") == ("ASSAULT", "unconventional")
    assert score("ASSAULT", "unconventional") == -10.0


def test_status_is_apart_from_type() -> None:
    assert [term.name for term in load_ontology().statuses] == [status.value for status in Status]
    codes = {term.code for term in load_ontology().contexts}
    assert not codes & {"future", "historical", "hypothetical", "negation"}


def test_vandalize_takes_the_score_of_its_type() -> None:
    assert score("PROTEST", "vandalize") == score("PROTEST") == -5.0


def test_aid_has_no_modes() -> None:
    with pytest.raises(UsageError, match="AID has no mode 'asylum'"):
        check_mode("AID", "asylum")


def test_every_decision_says_what_and_why() -> None:
    decisions = load_ontology().decisions
    assert {d.id for d in decisions} == {
        "sixteen-types",
        "accuse-is-minus-three",
        "sanction-is-material",
        "request-is-verbal-conflict",
        "cameo-20-is-assault",
        "statements-are-claims",
        "status-not-type",
        "vandalize-takes-type-score",
        "aid-has-no-modes",
        "kosovo-is-xkx",
    }
    assert all(d.question and d.decided and d.reason for d in decisions)


# --- labels, contexts, sectors ----------------------------------------------------------------------


def test_contexts_and_codes() -> None:
    ontology = load_ontology()
    assert len(ontology.contexts) == 37
    codes = {term.code for term in ontology.sectors}
    assert {"GOV", "MIL", "COP", "REB", "OPP", "LEG", "JUD", "SPY", "MED", "BUS", "CVL"} <= codes
    assert [term.code for term in ontology.nonstate] == ["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"]


def test_everything_is_labelled_in_both_languages() -> None:
    ontology = load_ontology()
    modes = [mode for known in ontology.types for mode in known.modes]
    for thing in (*ontology.types, *modes, *ontology.contexts, *ontology.sectors, *ontology.statuses):
        assert thing.label_en.strip()
        assert thing.label_id.strip()
    for known in ontology.types:
        assert known.definition.endswith(".")
        assert known.definition_id.endswith(".")
        assert known.definition != known.definition_id


def test_the_ontology_is_read_once() -> None:
    assert load_ontology() is load_ontology()


# --- refusal ----------------------------------------------------------------------------------------


def test_check_mode() -> None:
    check_mode("CONSULT", None)
    check_mode("CONSULT", "phone")
    with pytest.raises(UsageError, match="visit, third-party, multilateral, phone"):
        check_mode("CONSULT", "demo")
    with pytest.raises(UsageError, match="no event type 'consult'"):
        check_mode("consult", None)
    with pytest.raises(UsageError):
        score("ASSAULT", "phone")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("quad: 1", "quad: 7", "quad 7"),
        ("score: -9.0\n", "score: -90\n", "within -10 and 10"),
        ("name: CONSULT", "name: AGREE", "'AGREE' stands twice"),
        ("type: REQUEST, mode: null", "type: NOTHING, mode: null", "present type"),
        ("type: ACCUSE, mode: disapprove", "type: ACCUSE, mode: phone", "no mode 'phone'"),
        ("name: ongoing", "name: going", "Status"),
        ("needs_recipient: false\n", "\n", "row 1: KeyError 'needs_recipient'"),
        ("contexts:\n", "context:\n", "'contexts'"),
        ("version: 1\n", "version: [1\n", "not valid YAML"),
    ],
)
def test_a_broken_file_is_refused_by_name(old: str, new: str, message: str) -> None:
    plover = shipped("plover.yaml")
    assert old in plover
    with pytest.raises(KnowledgeError, match=message):
        parse_ontology(plover.replace(old, new, 1), shipped("sectors.yaml"))
