"""Where the project's sample pages are: beside the packages in a checkout, inside the distribution when installed."""

from __future__ import annotations

from pathlib import Path


def sample_folder() -> Path:
    """The folder of the sample pages.

    Raises:
        FileNotFoundError: the installation is not whole.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "samples", here.parent / "samples"):
        if (folder / "expected.json").is_file():
            return folder
    raise FileNotFoundError("the sample pages are missing: install rotative again")
