"""What all languages have under a key of their files, for those who do not know the language of what they read."""

from __future__ import annotations

from functools import cache, reduce
from operator import getitem

from pipeline.languages import every_vocabulary


@cache  # bounded by the number of keys
def united(subject: str, *path: str) -> tuple[str, ...]:
    """The entries of all languages in their order, each once.

    Args:
        subject: the name of the file.
        path: the tables and the key under which the list stands.

    Raises:
        KeyError: a language lacks the key.
    """
    lists = [reduce(getitem, path, content) for content in every_vocabulary(subject).values()]
    return tuple(dict.fromkeys(entry for entries in lists for entry in entries))


def any_of(subject: str, *path: str) -> str:
    """A pattern for whatever one of the entries matches, which are patterns themselves."""
    return f"(?:{'|'.join(united(subject, *path))})"
