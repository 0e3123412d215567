"""Doors that open when asked: what they offer is what they say, and a command loads no more than it needs."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import kizuna

PACKAGE = Path(kizuna.__file__).parent
DOORS = sorted(
    ".".join(path.parent.relative_to(PACKAGE.parent).parts)
    for path in PACKAGE.rglob("__init__.py")
    if "lazily.names(" in path.read_text("utf-8")
)


def tree_of(door: str) -> ast.Module:
    return ast.parse(PACKAGE.parent.joinpath(*door.split("."), "__init__.py").read_text("utf-8"))


def loaded_by(code: str) -> set[str]:
    """The modules of kizuna that a fresh interpreter has loaded after ``code``."""
    code += "\nimport sys\nprint('\\n'.join(name for name in sys.modules if name.startswith('kizuna')))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_there_are_such_doors() -> None:
    assert {"kizuna", "kizuna.api", "kizuna.inquiry", "kizuna.language"} <= set(DOORS)


@pytest.mark.parametrize("door", DOORS)
def test_a_door_offers_what_type_checkers_are_told(door: str) -> None:
    tree = tree_of(door)
    types = next(node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    told = {
        (node.module, alias.asname or alias.name)
        for node in types.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    call = next(n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == "lazily.names")
    homes = ast.literal_eval(call.args[1])
    package = import_module(door)
    assert {name for _, name in told} == {name for names in homes.values() for name in names.split()}
    at_once = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert {name for _, name in told} | (at_once & set(package.__all__)) == set(package.__all__)
    for home, name in told:
        assert getattr(package, name) is getattr(import_module(str(home)), name)


@pytest.mark.parametrize("door", DOORS)
def test_no_name_of_a_door_is_that_of_a_module_behind_it(door: str) -> None:
    folder = PACKAGE.parent.joinpath(*door.split("."))
    modules = {path.stem for path in folder.glob("*.py")} | {path.name for path in folder.iterdir() if path.is_dir()}
    assert not modules & set(import_module(door).__all__)


def test_what_a_door_does_not_offer_is_missing() -> None:
    with pytest.raises(AttributeError, match="module 'kizuna' has no attribute 'plot'"):
        kizuna.plot  # noqa: B018
    with pytest.raises(ImportError):
        from kizuna import plot  # noqa: F401, PLC0415


def test_finding_loads_neither_the_telling_nor_the_questions() -> None:
    found = loaded_by("import kizuna; kizuna.find(kizuna.read('crow').unwrap()).unwrap()")
    assert {"kizuna.search.find", "kizuna.language.elaborate"} <= found
    for other in (
        "narration.narrate",
        "discourse.arrange",
        "appraisal.feelings",
        "inquiry.why",
        "sweeping",
        "peers.sabre.parser",
    ):
        assert f"kizuna.{other}" not in found


def test_answers_get_their_looks_when_they_are_loaded() -> None:
    assert "kizuna.surfaces.notebook.answers" not in loaded_by("import kizuna; kizuna.World")
    for way in (
        "from kizuna import api; kind = type(api.find(api.read('crow').unwrap()))",
        "import kizuna; kind = kizuna.World",
    ):
        loaded_by(f"{way}\nassert kind._repr_html_")
