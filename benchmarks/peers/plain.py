"""Check entries with pydantic and PyYAML alone, as a reasonable person would.

The models are made from the fields of the project's own nouns, so that they never fall behind.
Words from vocabularies are looked up; names of works, metrics and questions are not, and nothing
else is compared.
"""

# mypy: ignore-errors
# pydantic is no dependency of the project, so that its types are not there where this is checked.

import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    HttpUrl,
    StringConstraints,
    ValidationError,
    create_model,
)

from evidence_commons.model.case_study import CaseStudy
from evidence_commons.model.fields import Typed, shape
from evidence_commons.model.prose import Prose
from evidence_commons.model.text import Date, Number, Period, Url, YesNo

WORDS = Annotated[str, StringConstraints(min_length=1)]
KINDS: dict[type, Any] = {
    Prose: WORDS,
    Date: date | int | Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")],
    Number: int | float,
    Period: Annotated[str, StringConstraints(pattern=r"^\d{4}[\d-]*(/\d{4}[\d-]*)?$")],
    Url: HttpUrl,
    YesNo: bool,
}


def main(folder: Path) -> int:
    """Check each file in a folder, and print what is wrong."""
    vocabularies = {path.stem: _load(path) for path in (folder / "vocabulary").glob("*.yaml")}
    known = {
        name: Literal[tuple(str(term["id"]) for term in one["terms"])]
        for name, one in vocabularies.items()
    }
    case_study = _model(CaseStudy, known)
    refused = 0
    for path in sorted(folder.glob("*.yaml")):
        try:
            case_study.model_validate(_load(path))
        except (ValidationError, yaml.YAMLError) as error:
            print(f"{path.name}: {error}")
            refused += 1
    print(f"{refused} refused")
    return int(refused > 0)


def _load(path: Path) -> Any:
    return yaml.load(path.read_bytes(), yaml.CSafeLoader)


def _model(noun: type, known: dict[str, Any]) -> type[BaseModel]:
    """A pydantic model with the fields of a noun."""

    @cache
    def model(noun: type) -> type[BaseModel]:
        fields: dict[str, Any] = {str(typed.key): field(typed) for typed in shape(noun).fields}
        strict = ConfigDict(extra="forbid", coerce_numbers_to_str=True)
        return create_model(noun.__name__, __config__=strict, **fields)

    def field(typed: Typed) -> tuple[Any, Any]:
        kind = KINDS.get(typed.leaf) or (model(typed.leaf) if typed.is_noun else WORDS)
        if typed.described.names in known:
            kind = Annotated[known[typed.described.names], BeforeValidator(str)]
        if typed.many:
            return list[kind], ... if typed.described.required else []
        if not typed.described.required:
            return kind | None, None
        return kind, Field(max_length=typed.described.longest or None)

    return model(noun)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
