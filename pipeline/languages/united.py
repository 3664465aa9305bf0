"""What all languages have under a key of their files, for those who do not know the language of what they read."""

from __future__ import annotations

from functools import cache

from pipeline.languages import every_vocabulary


@cache  # bounded by the number of keys
def united(subject: str, table: str, key: str) -> tuple[str, ...]:
    """The entries of all languages in their order, each once.

    Raises:
        KeyError: a language lacks the table or the key.
    """
    contents = every_vocabulary(subject).values()
    return tuple(dict.fromkeys(entry for content in contents for entry in content[table][key]))


def any_of(subject: str, table: str, key: str) -> str:
    """A pattern for whatever one of the entries matches, which are patterns themselves."""
    return f"(?:{'|'.join(united(subject, table, key))})"
