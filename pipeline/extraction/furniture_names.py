"""Classes and ids that say of an element that it holds no article: captions, author boxes, prompts, walls."""

from __future__ import annotations

import re
from functools import lru_cache

_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:captions?|credits?|legend|related|recommend\w*|teasers?|newsletters?|share|sharing|social|bylines?|authors?|bio|"
    r"promo(?!ted)\w*|sponsor\w*|outbrain|taboola|comments?|disqus|respond|cookies?|consent|gdpr|sidebar|footer|breadcrumbs?|menu|nav|"
    r"navbar|tags|popup|modal|banner|ads?|advert\w*|paywall|subscri\w*)(?=$|[\s_-])",
    re.IGNORECASE,
)


_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:captions?|credits?|newsletters?|sharing|share|bylines?|authors?|bio|comments?|disqus|respond|cookies?|consent|gdpr|"
    r"breadcrumbs?|popup|modal|paywall|subscri\w*)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Of these names those that no paragraph of an article has around it: a teaser or a sidebar can turn out to be one."""


@lru_cache(maxsize=16_384)  # the pages of a site have the same names
def names_furniture(classes: str, identifier: str) -> bool:
    """Whether one of the names is that of furniture."""
    names = f"{classes} {identifier}"
    return 1 < len(names) < 400 and _FURNITURE_NAMES.search(names) is not None


@lru_cache(maxsize=16_384)
def names_aside(tag: str, classes: str, identifier: str) -> bool:
    """Whether one of the names misleads least: what stands there is never a paragraph of the article."""
    names = f"{classes} {identifier}"
    # Where paragraphs themselves have that name, they are the part that subscribers read.
    return _ASIDE_NAMES.search(names) is not None and not (tag == "p" and "paywall" in names)
