"""The words around sales figures in one language, compiled from `languages/<language>/figures.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.facts.figures.change_forms import ChangeForms, change_forms
from pipeline.facts.figures.count_forms import CountForms, count_forms
from pipeline.facts.figures.market_forms import MarketForms, market_forms
from pipeline.facts.figures.seller_forms import SellerForms, seller_forms
from pipeline.languages import LANGUAGES, vocabulary


@dataclass(frozen=True)
class FigureForms(CountForms, ChangeForms, SellerForms, MarketForms):
    """What the reader of figures looks for in one language."""


@lru_cache(maxsize=len(LANGUAGES))
def figure_forms(language: str | None) -> FigureForms:
    """The forms of the language; of English where it is none of ours."""
    data = vocabulary(language if language in LANGUAGES else "en", "figures")
    parts = (count_forms(data), change_forms(data), seller_forms(data), market_forms(data))
    return FigureForms(**{name: form for part in parts for name, form in vars(part).items()})
