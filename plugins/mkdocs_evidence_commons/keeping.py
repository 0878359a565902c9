"""Keeping: where a site is built, and what is kept of it from one build to the next."""

from dataclasses import dataclass
from pathlib import Path

from evidence_commons.model.digest import digest
from evidence_commons.publish.ledger import Ledger
from evidence_commons.publish.publication import Publication
from evidence_commons.publish.store import Store
from evidence_commons.render.templating import keep_templates


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is kept of the builds of one commons into one folder.

    ``found`` is the file of findings, ``store`` keeps things, and ``ledger`` is the file that says
    what stands in ``site``. A person may want nothing kept; then everything is made anew.
    """

    site: Path
    store: Store
    found: Path | None = None
    ledger: Path | None = None

    @classmethod
    def of(cls, root: Path, site: Path, own: Path | None) -> "Keeping":
        """What is kept in the folder ``own`` for the commons at ``root``, built into ``site``."""
        if own is None:
            return cls(site, Store())
        keep_templates(own / "templates")
        folder = own / "builds" / _name(root)
        return cls(site, Store(folder / "things"), folder / "found", folder / _name(site))

    @property
    def stage(self) -> Path:
        """Where files wait: beside the site, so that they need only be renamed."""
        return self.site.with_name(f".{self.site.name}.being-built")

    def publication(self) -> Publication:
        """The next state of the site; what was staged by the host stays."""
        return Publication(self.site, self.stage, Ledger.of(self.site, self.ledger))


def _name(path: Path) -> str:
    return digest([str(path.resolve())]).hex()
