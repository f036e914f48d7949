"""The rules of the house, walked over the source: what no linter knows."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "kawat"
STAGES = ("pages", "reading", "resolve", "merge")
FILES = {str(path.relative_to(SOURCE)): path for path in sorted(SOURCE.rglob("*.py"))}
EDGES = {"pages/fetch.py", "pages/addresses.py"}  # where pages meets the network
OF_STAGES = [name for name in FILES if name.split("/")[0] in STAGES]
LONGEST_MODULE = 400
CLOCKS_AND_DICE = frozenset(("time.time", "datetime.now", "date.today", "datetime.today", "datetime.utcnow"))


def tree(name: str) -> ast.Module:
    return ast.parse(FILES[name].read_text(encoding="utf-8"))


def imports(name: str) -> Iterator[str]:
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_walk_finds_the_stages() -> None:
    assert {name.split("/")[0] for name in OF_STAGES} == set(STAGES)
    assert len(OF_STAGES) > 30


@pytest.mark.parametrize("name", FILES)
def test_no_module_is_too_long(name: str) -> None:
    assert len(FILES[name].read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("name", OF_STAGES)
def test_a_stage_knows_no_store_and_no_sibling(name: str) -> None:
    own, _, _ = name.partition("/")
    barred = {"store", "pipeline", "intake", "cli", "bench", *STAGES} - {own}
    found = {module.split(".")[1] for module in imports(name) if module.startswith("kawat.") and module.count(".")}
    assert not found & barred


@pytest.mark.parametrize("name", [name for name in OF_STAGES if name not in EDGES])
def test_a_stage_has_no_clock_and_no_dice(name: str) -> None:
    assert not {module.split(".")[0] for module in imports(name)} & {
        "random",
        "secrets",
        "uuid",
        "sqlite3",
        "socket",
    }
    calls = {ast.unparse(node.func) for node in ast.walk(tree(name)) if isinstance(node, ast.Call)}
    assert not {call for call in calls if any(call.endswith(clock) for clock in CLOCKS_AND_DICE)}


def functions(module: ast.Module) -> Iterator[ast.FunctionDef]:
    """Functions that another module may call."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def says_loose_dict(annotation: ast.expr | None) -> bool:
    """Whether an annotation is of a dict whose values may be anything: a record in disguise."""
    told = "" if annotation is None else ast.unparse(annotation)
    return (
        any(loose in told for loose in ("dict[str, Any]", "dict[str, object]", "Mapping[str, Any]"))
        or told == "dict"
    )


def test_the_guard_against_loose_dicts_bites() -> None:
    for told in ("dict", "dict[str, Any]", "list[dict[str, Any]]", "Mapping[str, Any] | None"):
        assert says_loose_dict(ast.parse(told, mode="eval").body)
    assert not says_loose_dict(ast.parse("dict[str, frozenset[str]]", mode="eval").body)


@pytest.mark.parametrize("name", [*OF_STAGES, "pipeline.py"])
def test_no_loose_dict_passes_between_stages(name: str) -> None:
    loose = [
        function.name
        for function in functions(tree(name))
        for annotation in (function.returns, *(argument.annotation for argument in function.args.args))
        if says_loose_dict(annotation)
    ]
    assert loose == []


@pytest.mark.parametrize("name", [name for name in OF_STAGES if name.endswith("__init__.py")])
def test_every_stage_says_what_it_is(name: str) -> None:
    assert ast.get_docstring(tree(name))


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith(("cli/", "bench/"))])
def test_the_library_never_prints(name: str) -> None:
    calls = (node for node in ast.walk(tree(name)) if isinstance(node, ast.Call))
    assert not [call for call in calls if ast.unparse(call.func) in {"print", "sys.stdout.write"}]
