"""The tables for readers, and the page that they are put into."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

Part = Callable[[str], ModuleType]

MEMORY = "MB of memory to build from nothing, in the largest process"
TABLES = f"""\
### CPU seconds to build from nothing

<section class="ec-scroll" tabindex="0" aria-label="CPU seconds to build from nothing" markdown>

| case studies | 10 | 100 | 1,000 | growth | times Hugo + Pagefind |
| --- | --: | --: | --: | --: | --: |
| this project | 1.00 | 10.0 | 100 | 1.00 | 0.50 |
| Hugo + Pagefind | 2.00 | 20.0 | - | 1.00 | 1.00 |

</section>

### {MEMORY}

<section class="ec-scroll" tabindex="0" aria-label="{MEMORY}" markdown>

| case studies | 10 | 100 | 1,000 |
| --- | --: | --: | --: |
| this project | - | - | - |
| Hugo + Pagefind | - | - | - |

</section>

### Files written

<section class="ec-scroll" tabindex="0" aria-label="Files written" markdown>

| case studies | 10 | 100 | 1,000 |
| --- | --: | --: | --: |
| this project: build | 7 | 7 | 7 |
| Hugo + Pagefind: build | - | - | - |

</section>"""

PAGE = "# Speed\n\nAs measured.\n\n## The figures\n\nold\n\n## How\n\nLike this.\n"


def test_the_tables_tell_growth_and_what_others_take(part: Part) -> None:
    cost, figures = part("measure").Cost, part("table").Figures
    told = [
        *(figures(n, "build", cost(1, n / 10, None), written=7) for n in (10, 100, 1000)),
        *(figures(n, "build", cost(1, n / 5, None), by="Hugo + Pagefind") for n in (10, 100)),
    ]
    assert part("summary").summary(told) == TABLES


def test_what_is_not_asked_for_has_no_table(part: Part) -> None:
    start = part("table").Figures(10, "start", part("measure").Cost(1, 1, 1))
    assert part("summary").summary([start]) == ""


def test_tables_take_the_place_of_those_before(part: Part, tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text(PAGE, "utf-8")
    for tables in ("first", "second"):
        part("summary").put(page, tables)
    assert page.read_text("utf-8") == PAGE.replace("old", "second")


def test_a_page_without_the_heading_is_left_alone(part: Part, tmp_path: Path) -> None:
    page = tmp_path / "other.md"
    page.write_text("# Other\n", "utf-8")
    with pytest.raises(part("measure").FailedError, match="no heading “## The figures”"):
        part("summary").put(page, "tables")
    assert page.read_text("utf-8") == "# Other\n"
