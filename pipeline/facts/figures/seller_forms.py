"""Words for who sells, who only tells it, and where a name begins and ends, in one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pipeline.facts.figures.form_patterns import any_pattern, compiled, word_pattern


@dataclass(frozen=True)
class SellerForms:
    """Whose a number is."""

    same_maker: re.Pattern[str]
    same_model: re.Pattern[str]
    """A body style that stands for the model of the headline."""
    federation_speaks: re.Pattern[str]
    """Somebody who speaks for a federation."""
    overtakes: re.Pattern[str]
    """Between two makers: the second is only the one left behind."""
    lessors: re.Pattern[str]
    """What a company is called that lets vehicles to fleets."""
    federations: re.Pattern[str]
    """Who counts what others sell, named as the source of a number."""
    longer_source: re.Pattern[str]
    """At the end of the text before a name: it ends the longer name of who is cited ("D'après Uni …")."""
    federation_tells: re.Pattern[str]
    """At the start of a clause: a federation is its subject ("l'association n'attend que …")."""
    auctions: re.Pattern[str]
    """Words of an auction."""
    insertions: re.Pattern[str]
    """Right behind a comma: what follows up to the next comma is an aside ("dont le X fait recette")."""
    inclusions: re.Pattern[str]
    """Between two commas what is counted in: ", rechargeables compris,"."""
    opened_with: re.Pattern[str]
    """At the start of a sentence before its number: whose it is stands behind ("Avec 4 012 ventes, la X …")."""
    divisions: re.Pattern[str]
    """Behind a maker's name, what makes it the maker of its vans: "Volkswagen Utilitaires"."""
    named_groups: re.Pattern[str]
    """A group or a dealer with its name."""
    maker_of_before: re.Pattern[str]
    """At the end of the text before a segment: it only says what a maker makes ("spécialiste de l'électrique")."""
    maker_of_behind: re.Pattern[str]
    """The same, right behind the segment ("EV maker")."""
    dealings: re.Pattern[str]
    """Words of the trade in cars of others."""
    dealers_before: re.Pattern[str]
    """At the end of the text before a maker: a dealer's brand follows ("le concessionnaire X")."""
    dealers_behind: re.Pattern[str]
    """The same right behind it ("the X dealer")."""
    the_dealer: re.Pattern[str]
    """A dealer that the text has spoken of: "le distributeur", "the dealer group"."""
    towns: re.Pattern[str]
    """At the end of the text before a name: it is a town's."""
    articles: re.Pattern[str]
    name_ends: frozenset[str]


def seller_forms(data: dict[str, Any]) -> SellerForms:
    """Those of a language's `figures.toml`."""
    context = data["context"]
    return SellerForms(
        same_maker=word_pattern(context["same_maker"]),
        same_model=word_pattern(context["same_model"]),
        federation_speaks=compiled(
            rf"(?<!\w)(?:{any_pattern(context['speakers'])})[ \u00a0](?:[^\W\d][\w-]*[ \u00a0]){{0,3}}"
            rf"(?:l['’]|dell['’])?(?:{any_pattern(context['federations'])})(?!\w)"
        ),
        overtakes=compiled(
            rf"(?:[ \u00a0][^\W\d][\w’'-]*){{0,2}}[ \u00a0](?:{any_pattern(context['overtakes'])})[ \u00a0]"
            r"(?:(?:l[ae]|les|the|die|der|das|el|il|lo)[ \u00a0]|l['’])?"
        ),
        lessors=word_pattern(context["lessors"]),
        federations=compiled(
            rf"(?<!\w)(?:{any_pattern(context['according'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,8}}?(?:[ld]['’])?"
            rf"(?:{any_pattern(context['federations'])})(?!\w)"
        ),
        longer_source=re.compile(
            rf"(?<!\w)(?i:{any_pattern(context['according'])})[ \u00a0](?:(?:l[ae]|the|el|il)[ \u00a0]|l['’])?"
            r"(?P<first>[A-ZÀ-ÖØ-Ý][\w-]*)[ \u00a0]$"
        ),
        federation_tells=compiled(
            rf"[ \u00a0]*(?:{any_pattern(context['federation_articles'])})[ \u00a0]?(?:[\w-]+[ \u00a0])?"
            rf"(?:{any_pattern(context['federations'])})(?!\w)"
        ),
        auctions=word_pattern(context["auctions"]),
        insertions=compiled(rf",[ \u00a0](?:{any_pattern(context['insertions'])})(?!\w)"),
        inclusions=compiled(rf",[ \u00a0][^,;:.\d]{{3,40}}[ \u00a0](?:{any_pattern(context['inclusions'])})(?=,)"),
        opened_with=compiled(rf"(?:{any_pattern(context['opened_with'])})[ \u00a0](?:[\w’'-]+[ \u00a0]){{0,3}}$"),
        divisions=re.compile(rf"[ \u00a0](?:{any_pattern(context['divisions'], any_case=False)})(?!\w)"),
        named_groups=re.compile(rf"(?<!\w)(?:{any_pattern(context['groups'], any_case=False)})(?!\w)"),
        maker_of_before=compiled(rf"(?<!\w)(?:{any_pattern(context['maker_of_before'])})[ \u00a0]?$"),
        maker_of_behind=compiled(rf"[ \u00a0](?:{any_pattern(context['maker_of_behind'])})(?!\w)"),
        dealings=word_pattern(context["dealings"]),
        dealers_before=compiled(
            rf"(?<!\w)(?:{any_pattern(context['dealers'])})[ \u00a0](?:[a-zà-ÿ-]+[ \u00a0])?"
            r"(?:d['’]|(?:de|of|for|von|der|für|di|dei|del|des|pour|la|las|per|los)[ \u00a0])?"
            r"(?:(?:la[ \u00a0])?(?:marques?|brands?|Marken?|marcas?|marchi?o?)[ \u00a0])?$"
        ),
        dealers_behind=compiled(
            rf"(?:['’]s)?[ \u00a0-](?:[a-z-]+[ \u00a0])?(?:{any_pattern(context['dealers'])})(?!\w)"
        ),
        the_dealer=compiled(
            rf"(?<!\w)(?:(?:l[ae]|il|lo|el|the|das|der|die)[ \u00a0]|l['’])(?:{any_pattern(context['dealers'])})(?!\w)"
        ),
        towns=compiled(rf"(?<!\w)(?:{any_pattern(context['towns'])})[ \u00a0]$"),
        articles=compiled(rf"(?<!\w)(?:{any_pattern(context['articles'])})[ \u00a0]?$"),
        name_ends=frozenset(context["name_ends"]),
    )
