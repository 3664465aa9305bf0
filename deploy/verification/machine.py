"""What this machine must have, and how commands are run on it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


class CannotVerifyError(RuntimeError):
    """This machine cannot run the check; the message says what is missing. It says nothing of the deployment."""


class VerificationFailedError(RuntimeError):
    """The deployment does not do what it should; the message says what."""


def run(
    command: list[str],
    *,
    within: float = 600,
    check: bool = True,
    given: str = "",
    folder: Path | None = None,
    environment: dict[str, str] | None = None,
) -> str:
    """Runs a command with `given` on its standard input and gives its output.

    VerificationFailedError with the output's end where it fails (unless `check` is off) or takes too long.
    """
    try:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=within,
            check=False,
            input=given,
            cwd=folder,
            env={**os.environ, **(environment or {})},
        )
    except subprocess.TimeoutExpired as error:
        raise VerificationFailedError(f"{' '.join(command[:6])} … took more than {within:.0f} s") from error
    if check and done.returncode != 0:
        said = "\n".join(done.stdout.splitlines()[-15:])
        raise VerificationFailedError(f"{' '.join(command[:8])} … ended with status {done.returncode}:\n{said}")
    return done.stdout


def succeeds(command: list[str], *, within: float = 60) -> bool:
    """Whether that command ends with status 0 in time."""
    try:
        return subprocess.run(command, capture_output=True, timeout=within, check=False).returncode == 0
    except (subprocess.TimeoutExpired, FileNotFoundError):
        return False


def need(program: str, *, package: str) -> str:
    """The path of a program; CannotVerifyError that names the Debian package where it is missing."""
    found = shutil.which(program)
    if found is None:
        raise CannotVerifyError(f"`{program}` is missing (Debian: apt-get install {package})")
    return found


def cache_directory() -> Path:
    """Where stand-ins are kept between runs: `$ROTATIVE_DEPLOY_CACHE`, else `~/.cache/rotative/deploy`."""
    chosen = os.environ.get("ROTATIVE_DEPLOY_CACHE")
    folder = Path(chosen) if chosen else Path.home() / ".cache" / "rotative" / "deploy"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
