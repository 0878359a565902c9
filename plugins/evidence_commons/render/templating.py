"""How templates are filled in: Jinja, with less ado about each of a page's many small values."""

import os
from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2.runtime import Context

from evidence_commons.render import cards, marks
from evidence_commons.render.escaping import shown


class _Template(jinja2.Template):
    """A template that shows values in our way."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = shown
        return made


class _Context(Context):
    """What a template knows. No function that we call from one wants to know it too."""

    def call(
        self,
        called: Callable[..., Any],
        *given: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        return called(*given, **named)


class _Environment(jinja2.Environment):
    context_class = _Context
    template_class = _Template


ENVIRONMENT = _Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,
)


def keep_templates(folder: Path) -> None:
    """Keep what templates are translated into, in a folder where only its owner writes.

    Jinja sees by itself which template has changed. Where nobody may write, nothing is kept.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return
    if os.access(folder, os.W_OK):
        ENVIRONMENT.bytecode_cache = jinja2.FileSystemBytecodeCache(str(folder), "%s.bin")


# A dot in a template stands for an attribute alone, never for a key.
ENVIRONMENT.getattr = getattr  # type: ignore[assignment, method-assign]
ENVIRONMENT.globals.update(cards=cards, marks=marks)
