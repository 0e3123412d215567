"""Writing files so that a full disk never costs what was there before."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from kizuna.diagnostics import Diagnostic, diagnose


def save(data: bytes, path: str, what: str) -> Diagnostic | None:
    """Writes beside its place first, then puts it there; what is wrong is returned.

    A link stays a link, a pipe or a device is written to.
    """
    temporary = None
    try:
        target = Path(path).resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return None
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name[:100]}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
        temporary.chmod(_mode(target))
        temporary.replace(target)
    except (OSError, RuntimeError, ValueError) as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or str(error)
        return diagnose("cannot-save", f"{what} cannot be written to {path}: {reason}.")
    return None


def create(data: bytes, path: Path) -> Diagnostic | None:
    """Writes a file that was not there; what is wrong is returned, and nothing is ever overwritten."""
    try:
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        help = "Choose another name; nothing is ever overwritten."
        return diagnose("file-exists", f"There is a {path} already.", help=help)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return diagnose("cannot-save", f"The story cannot be written to {path}: {reason}.")
    return None


def _mode(target: Path) -> int:
    """The permissions that a file has, or that a new one gets from the shell."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
