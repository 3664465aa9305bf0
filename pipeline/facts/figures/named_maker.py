"""The maker or model that a sentence itself names for its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.chosen import Chosen, chosen_subject
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.own_clause import has_its_clause, only_describes
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.setting import Setting
from pipeline.facts.figures.subject import Subject
from pipeline.languages.united import any_of

_AGENT = re.compile(
    rf"{any_of('figures_words', 'owners', 'agents')}"
    r" (?:l[ae] |les |the |der |il |el |l['’])?(?:[\w’'-]+ )?$"
    r"|(?<!\w)(?:that|which|que|che)[ \u00a0](?:l[ae] |les |the |il |el |l['’])?$|(?<!\w)qu['’](?:l['’])?$",
    re.IGNORECASE,
)
"""Before who sold what was counted: "sold by X", "the cars that X sold"."""


_OF_NOUN = re.compile(r"(?<![\w’'-])(?:[ld]['’])?(?P<noun>[a-zà-ÿ-]{4,})[ \u00a0](?:d['’]|(?:de|of|von|di)[ \u00a0])$")


_CHILD = re.compile(rf"-{any_of('figures_words', 'names', 'children')}", re.IGNORECASE)
"""Behind a name: the maker spoken of is another one ("die VW-Tochter")."""
_OWNED_WITHIN = 50


_OWNED = re.compile(
    rf"(?:[ \u00a0][\w’'-]+){{0,2}}[ \u00a0]{any_of('figures_words', 'owners', 'owned')}[ \u00a0]?"
    rf"(?:(?:{any_of('figures_words', 'owners', 'groups')}|the|la|il|el)[ \u00a0])?",
    re.IGNORECASE,
)


_SAID = re.compile(rf"[ \u00a0]{any_of('figures_words', 'verbs', 'says')}\b")


_AGENT_WITHIN = 45
"""How far behind the number its maker may stand: "vendus dans le monde par Seat"."""


_MAIN_CLAUSE_WITHIN = 90
"""How far behind a number that opens the sentence its maker may stand."""


_OPENS_WITHIN = 12
"""Characters before a number that opens its sentence: "Insgesamt "."""
_INVERTED = re.compile(
    rf"(?:[ \u00a0][^\W\d][\w’'-]*){{0,2}}[ \u00a0]{any_of('figures_words', 'verbs', 'inverted')}"
    r"[ \u00a0](?:sich[ \u00a0])?(?:(?:der|die|das)[ \u00a0])?"
)
"""Between a German number and the subject of its verb; no preposition."""
_LONGEST_LIST = 120
_NAMED = r"[A-ZÀ-ÖØ-Ý][\w.-]*(?:[ \u00a0](?:[A-ZÀ-ÖØ-Ý][\w.-]*|\d{1,3}(?![\d.,]?\d)))*"
_BREATH = re.compile(rf"(?<![\w-]){_NAMED}(?:(?:,|[ \u00a0](?:et|and|und|y|e|&))[ \u00a0]{_NAMED})+(?![\w-])")
"""Names with capitals in one breath."""
_OF_ITS_OWN = re.compile(
    r",?[ \u00a0](?:(?:and|et|und|e|y|with|avec|mit|con)[ \u00a0](?:(?:i|il|la|le|los|las)[ \u00a0])?)?"
    rf"{any_of('figures_words', 'owners', 'of_its_own')}[ \u00a0](?:[^,;]|,(?=\d))*",
    re.IGNORECASE,
)
"""Between an overtaken maker and a number of its own: "devance X, qui a vendu …", "X et ses …"; one clause."""
_LISTED = re.compile(r"^[ \u00a0]*(?:,|et|and|und|y|e|&)[ \u00a0]*$")


def named_maker(setting: Setting) -> Chosen | None:
    """The maker or model that the sentence itself names for the number."""
    passage, start, end = setting.passage, setting.start, setting.end
    text, forms = passage.text, passage.forms
    actors = [one for one in passage.subjects if one.kind in ("maker", "model")]
    for one in actors:
        between = text[end : one.start]
        near = end - 1 <= one.start < end + 30 and not re.search(r"[\d,;:.()]", between)
        if near and (one.start <= end + 1 or _AGENT.search(between)):  # "4 210 modèles Seat vendus"
            return chosen_subject(passage, one, 0.95)
    latest = next((one for one in reversed(actors) if one.end <= start), None)
    if latest and has_its_clause(latest, setting):
        return chosen_subject(passage, latest, 0.9)
    earlier = _acting_before(actors, setting)
    actor = last_named(earlier, text)
    if actor and actor is not earlier[-1] and actor is earlier[0] and forms.same_maker.search(text[: actor.start]):
        actor = None  # "le groupe, Alfa et Beta compris, …": the maker was named before
    if actor:
        return _told_of(actor, earlier, setting)
    inverted = next((one for one in actors if _is_inverted(one, setting)), None)
    if inverted:
        return chosen_subject(passage, inverted, 0.9)
    if forms.opened_with.fullmatch(text[:start]):
        actor = next((one for one in actors if _comes_next(one, setting)), None)
        if actor:
            return chosen_subject(passage, actor, 0.85)
    for one in actors:
        between = text[end : one.start] if one.start >= end else ","
        if (
            len(between) < 45
            and "," not in between
            and _AGENT.search(between)
            and not setting.crosses_another(end, one.start)
        ):
            return chosen_subject(passage, one, 0.85)
        if _SAID.match(text, one.end):
            return chosen_subject(passage, one, 0.8)
    return None


def _acting_before(actors: Sequence[Subject], setting: Setting) -> list[Subject]:
    """The makers before the number, without those that are only spoken of, in an aside or as another's owner."""
    passage, start = setting.passage, setting.start
    earlier = [one for one in actors if one.end <= start]
    if not passage.in_brackets(start):
        earlier = [one for one in earlier if not passage.in_brackets(one.start)]
    earlier = [one for one in earlier if not _is_owner(one, passage) and not only_describes(one, setting)]
    if not passage.is_aside(start):
        earlier = [one for one in earlier if not passage.is_aside(one.start)]
    return [one for one in _without_objects(earlier, passage, start) if not _CHILD.match(passage.text, one.end)]


def _is_inverted(one: Subject, setting: Setting) -> bool:
    """Whether the sentence opens with the number and its verb has the name behind: "412 Lkw hat die X ausgeliefert"."""
    passage, start, end = setting.passage, setting.start, setting.end
    if passage.language != "de" or start > _OPENS_WITHIN or one.start < end or setting.crosses_another(end, one.start):
        return False
    return bool(_INVERTED.fullmatch(passage.text, end, one.start))


def _is_of_a_segment(actor: Subject, setting: Setting) -> bool:
    """Whether a segment opens the clause of the share behind a colon: "X saw it come: diesel had 30 %"."""
    text, start = setting.passage.text, setting.start
    return any(
        one.kind == "segment" and actor.end <= one.start < start and re.search(r"[:;]", text[actor.end : one.start])
        for one in setting.passage.subjects
    )


def _told_of(actor: Subject, actors: Sequence[Subject], setting: Setting) -> Chosen | None:
    """The maker before the number, or its models in one breath; None where a segment has the number."""
    passage = setting.passage
    if setting.is_share and _is_of_a_segment(actor, setting):
        return None
    together = _enumerated(actor, actors, passage) if actor.kind == "model" else None
    return together or own_model(actor, setting.context) or chosen_subject(passage, actor, 0.9)


def _enumerated(actor: Subject, actors: Sequence[Subject], passage: Passage) -> Chosen | None:
    """The models of one maker that stand in one breath before their common number: "la X1, la X2 et la X3"."""
    run = next((one for one in _BREATH.finditer(passage.text) if one.start() <= actor.start < one.end()), None)
    if run is None or len(run[0]) > _LONGEST_LIST:
        return None
    makers = {one.name for one in actors if run.start() <= one.start < run.end()}
    alone = any(one.kind == "maker" and run.start() <= one.start < run.end() for one in actors)
    if len(makers) > 1 or alone:
        return None
    return Chosen(run[0], passage.sentence.span(*run.span()), 0.8, country=actor.country, kind="model")


def _without_objects(actors: Sequence[Subject], passage: Passage, start: int) -> list[Subject]:
    """The makers without those that are only spoken of behind another: "PSA profite de l'intégration d'Opel et …"."""
    kept: list[Subject] = []
    for one in actors:
        noun = _OF_NOUN.search(passage.text, max(0, one.start - 40), one.start)
        forms = passage.forms
        counted = noun and any(
            words.search(noun["noun"])
            for words in (forms.metric, forms.share_words, forms.unit_words, forms.same_maker, forms.markets)
        )
        clause = kept and not re.search(r"[;:.,]", passage.text[kept[-1].end : one.start])
        overtaken = kept and forms.overtakes.fullmatch(passage.text, kept[-1].end, one.start)
        if overtaken and not _OF_ITS_OWN.fullmatch(passage.text, one.end, start):
            continue  # "Tesla coiffe Volkswagen"
        if not (noun and not counted and clause):
            kept.append(one)
    return kept


def _comes_next(one: Subject, setting: Setting) -> bool:
    """Whether the name is the subject of the main clause that follows on the number: "Avec 4 012 ventes, la X …"."""
    end, text = setting.end, setting.passage.text
    if not end < one.start <= end + _MAIN_CLAUSE_WITHIN or setting.crosses_another(end, one.start):
        return False
    between = text[end : one.start]
    return "," in between and ";" not in between and not setting.passage.forms.same_maker.search(between)


def _is_owner(one: Subject, passage: Passage) -> bool:
    """Whether the name only says whose the maker spoken of is: "the premium brand of X"."""
    before = passage.text[max(0, one.start - _OWNED_WITHIN) : one.start]
    owned = list(passage.forms.same_maker.finditer(before))
    return bool(owned) and bool(_OWNED.fullmatch(before[owned[-1].end() :]))


def last_named(actors: Sequence[Subject], text: str) -> Subject | None:
    """The last maker, but not one of an enumeration that another maker's insertion holds."""
    if not actors:
        return None
    index = len(actors) - 1
    while index > 0 and _LISTED.match(text[actors[index - 1].end : actors[index].start]):
        index -= 1
    listed = len(actors) - index > 1
    return actors[index - 1] if listed and index > 0 else actors[index]


def own_model(actor: Subject, context: Context) -> Chosen | None:
    """The model of the headline, where the sentence names only its maker."""
    topic = context.maker
    if topic and topic.kind == "model" and actor.kind == "maker" and actor.name == topic.name:
        return Chosen(topic.text, context.maker_span, 0.75, country=topic.country, kind="model")
    return None
