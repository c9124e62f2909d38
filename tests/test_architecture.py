"""The law of imports and the house rules of ARCHITECTURE.md, read from the syntax trees of src/ and lab/."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = {
    ".".join(path.relative_to(top).with_suffix("").parts).removesuffix(".__init__"): path
    for top, package in ((ROOT / "src", "sayso"), (ROOT, "lab"))
    for path in sorted((top / package).rglob("*.py"))
}
TREES = {module: ast.parse(path.read_text(encoding="utf-8")) for module, path in FILES.items()}

# From the top down; a room imports rooms of lower floors only, and never one of its own floor.
FLOORS = (
    {"__main__"},
    {"cli", "web"},
    {"batch"},
    {"pipeline"},
    {"read", "extract", "resolve", "link", "gather", "store", "export"},
    {"gazetteer"},
    {"lexicon", "settings"},
    {"inflection"},
    {"ledger"},
    {"errors"},
)
# Third party → the modules that may import it (lab, which does not ship, is held to torch's door alone).
DOORS = {
    "lxml": ("sayso.read",),
    "trafilatura": ("sayso.read",),
    "htmldate": ("sayso.read",),
    "httpx2": ("sayso.read.fetch",),
    "httpcore2": ("sayso.read.fetch",),
    "tenacity": ("sayso.read.fetch.retrying",),
    "protego": ("sayso.read.fetch.robots",),
    "pypdfium2": ("sayso.read.pdf",),
    "docx": ("sayso.read.word",),
    "striprtf": ("sayso.read.richtext",),
    "warcio": ("sayso.read",),
    "feedparser": ("sayso.read",),
    "onnxruntime": ("sayso.extract.encoder",),
    "tokenizers": ("sayso.extract.encoder",),
    "click": ("sayso.cli",),
    "rich": ("sayso.cli",),
    "sqlalchemy": ("sayso.store",),
    "alembic": ("sayso.store",),
    "psycopg": ("sayso.store",),
    "rensa": ("sayso.store.wire",),
    "pyarrow": ("sayso.export", "sayso.read"),
    "ray": ("sayso.batch.cluster",),
    "fastapi": ("sayso.web",),
    "babel": ("sayso.resolve.figures",),
    "anyascii": ("sayso.resolve.actors",),
    "pint": (),
    "torch": (),
}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


def imports(module: str) -> set[tuple[str, int]]:
    """Absolute names that a module imports anywhere in it (lazily, for types only), each with its line."""
    package = module if FILES[module].name == "__init__.py" else module.rpartition(".")[0]
    found: set[tuple[str, int]] = set()
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            found |= {(alias.name, node.lineno) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            up = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            origin = ".".join([*up, *filter(None, [node.module])])
            for alias in node.names:
                inner = f"{origin}.{alias.name}"
                found.add((inner if inner in FILES else origin, node.lineno))
    return found


def is_inside(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def floor(module: str) -> int | None:
    """How far down a module of sayso lives; None for the package root, which only gives the public names."""
    room = module.split(".")[1] if "." in module else None
    return next((at for at, rooms in enumerate(FLOORS) if room in rooms), None)


@pytest.mark.parametrize("module", FILES)
def test_imports_go_downwards_and_through_the_doors(module: str) -> None:
    wrong = []
    for name, line in sorted(imports(module)):
        top = name.split(".")[0]
        doors = DOORS.get(top)
        if name == "sayso":
            wrong.append(f"line {line}: imports from the package root")
        elif is_inside(name, "lab") and not is_inside(module, "lab"):
            wrong.append(f"line {line}: {name} does not ship")
        elif doors is not None and not is_inside(module, "lab") and not any(is_inside(module, d) for d in doors):
            wrong.append(f"line {line}: {top} has its door in {', '.join(doors) or 'lab'}")
        elif is_inside(name, "sayso") and is_inside(module, "sayso") and module != "sayso":
            here, there = floor(module), floor(name)
            same_room = module.split(".")[1] == name.split(".")[1]
            if not same_room and (here is None or there is None or there <= here):
                wrong.append(f"line {line}: {name} is not on a lower floor")
    assert not wrong, f"{FILES[module].relative_to(ROOT)}: " + "; ".join(wrong)


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = {module: {name for name, _ in imports(module) if name in FILES} for module in FILES}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as cycle:
        pytest.fail(f"imports run in a circle: {' → '.join(cycle.args[1])}")
    assert len(order) == len(FILES)


@pytest.mark.parametrize("module", FILES)
def test_every_file_keeps_the_house_rules(module: str) -> None:
    path, wrong = FILES[module], []
    text = path.read_text(encoding="utf-8")
    if len(text.splitlines()) > 400:
        wrong.append(f"{len(text.splitlines())} lines; 300 is the measure, 400 the end")
    if path.stem in FORBIDDEN_NAMES or path.parent.name in FORBIDDEN_NAMES:
        wrong.append("its name does not say what is in it")
    if not ast.get_docstring(TREES[module]):
        wrong.append("it does not open with its one idea")
    wrong += [
        f"line {at}: a to-do" for at, line in enumerate(text.splitlines(), 1) if "TODO" in line or "FIXME" in line
    ]
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > 60:
                wrong.append(f"{node.name} has {length} lines; 40 is the measure, 60 the end")
            given = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs, node.args.vararg, node.args.kwarg]
            count = sum(1 for argument in given if argument and argument.arg not in ("self", "cls"))
            if count > 6:
                wrong.append(f"{node.name} has {count} parameters, six at most")
    assert not wrong, f"{path.relative_to(ROOT)}: " + "; ".join(wrong)


def test_every_room_has_a_floor() -> None:
    homeless = {module.split(".")[1] for module in FILES if module.startswith("sayso.") and floor(module) is None}
    assert not homeless, f"rooms that ARCHITECTURE.md does not know: {sorted(homeless)}"
