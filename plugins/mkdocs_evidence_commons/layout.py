"""Where things are in the host's configuration, and which of its files are published."""

from collections.abc import Container
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from evidence_commons.load.pictures import PICTURES
from mkdocs_evidence_commons.frame import is_unused


def root_of(config: MkDocsConfig) -> Path:
    """The commons, or another site: the folder of mkdocs.yml."""
    return Path(config.config_file_path).resolve().parent


def refuse_other_layouts(config: MkDocsConfig) -> None:
    """Links between pages, and what is read, follow from where things are."""
    if Path(config.docs_dir).resolve() != root_of(config) / "docs":
        raise PluginError("In mkdocs.yml, leave docs_dir at docs: the commons is read from there.")
    if not config.use_directory_urls:
        raise PluginError("In mkdocs.yml, leave use_directory_urls at true: addresses end in /.")


def remove_unwanted(files: Files, prose: Container[str], config: MkDocsConfig) -> None:
    """Leave the pages of prose, the pictures, and what the site uses of the host's theme."""
    for file in [*files]:
        if is_unused(file.src_uri):
            files.remove(file)
        elif _of_docs(file, config):
            wanted = f"docs/{file.src_uri}" in prose or file.src_uri.endswith(PICTURES)
            if not wanted or _is_link(file, config):
                files.remove(file)


def _of_docs(file: File, config: MkDocsConfig) -> bool:
    """Whether a file stands under docs/, and is not one of the theme's."""
    place = file.abs_src_path
    return place is not None and Path(place).is_relative_to(config.docs_dir)


def _is_link(file: File, config: MkDocsConfig) -> bool:
    """Whether a file of docs/ is a link, or stands in a folder that is one."""
    path = Path(str(file.abs_src_path))
    docs = Path(config.docs_dir)
    return any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(docs))
