"""Ways from a page into the repository: how its file changed, and where to say what is wrong.

All follow from the one address that opens files for editing, ``…/edit/<branch>/``.
"""

from urllib.parse import quote

_EDIT = "/edit/"


def history(edit: str, path: str) -> str:
    """The address of all changes of a file; "" if no repository is known."""
    if _EDIT not in edit:
        return ""
    repository, branch = edit.split(_EDIT, 1)
    return f"{repository}/commits/{branch}{quote(path)}"


def correction(edit: str, name: str, page: str, path: str) -> str:
    """The address of a new issue about a page, with what it is about filled in; or ""."""
    if _EDIT not in edit:
        return ""
    repository = edit.split(_EDIT, 1)[0]
    body = (
        f"Page: {page}\nFile: {path}\n\nWhat is wrong or missing:\n\n\n"
        "Where it is said (a work and a page, or a link):\n"
    )
    return f"{repository}/issues/new?title={_typed(f'Correction: {name}')}&body={_typed(body)}"


def _typed(words: str) -> str:
    return quote(words, safe="")
