"""Put a finished folder in the place of another, so that a whole one stands there all the time."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD = -100  # Linux: relative paths start at the working folder
EXCHANGE = 2  # "exchange the two", the same number in Linux and in macOS


def put_in_place(new: Path, place: Path) -> None:
    """Move the folder ``new`` to ``place``, and remove what stood there.

    Both are in the same folder. Where the system cannot exchange two folders in one step, the
    old one is put aside first, and back again if the move fails. Raises ``OSError``.
    """
    if not place.exists():
        new.rename(place)
    elif _exchange(new, place):
        shutil.rmtree(new, ignore_errors=True)
    else:
        _replace(new, place)


def _replace(new: Path, place: Path) -> None:
    aside = new.with_name(f"{new.name}-old")
    shutil.rmtree(aside, ignore_errors=True)
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; whether this system could."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            libc = ctypes.CDLL(None)
            return bool(libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(*names, EXCHANGE) == 0)
    except AttributeError:  # a C library without this call
        pass
    return False
