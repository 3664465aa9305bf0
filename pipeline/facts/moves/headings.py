"""The organization that heads a paragraph, as in a column of short reports: "Toyota. X is …", "DUNMORE TYRES. X …"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.origins import comes_from
from pipeline.facts.moves.reading import Reading


def heading_of(view: ArticleView, paragraph: int) -> Iterator[tuple[str, int]]:
    """The organization a paragraph opens with, as in a list of moves: "Toyota. X is …", "Toyota: X is …"."""
    reading = next((one for one in view.readings if one.sentence.paragraph == paragraph >= 0), None)
    if reading is None:
        return
    if not reading.employers:
        yield from _bare_heading(view, reading)
        return
    if reading.employers[0].first > 1:
        return
    first = reading.employers[0]
    alone = len(reading.tokens) - first.last <= 1 and reading.number + 1 < len(view.readings)
    label = reading.key(first.last) == ":"
    word = alone and not first.known and first.last - first.first == 1
    if word and _names_its_own(view.readings[reading.number + 1]):
        return  # "Scooters. Dunmore Tyres has named …"
    if label and not first.known and view.main is not None and view.main.sure:
        return  # "Correction: …"
    if (alone or label) and (first.known or not _is_a_lone_label(view, first.name)):
        yield first.name, reading.number


def _bare_heading(view: ArticleView, reading: Reading) -> Iterator[tuple[str, int]]:
    """Capital words that are a sentence of their own before another of the same paragraph: "Castrol. X leaves …"."""
    words = [token for token in reading.tokens if token.key.isalnum()]
    following = view.readings[reading.number + 1] if reading.number + 1 < len(view.readings) else None
    if following is None or following.sentence.paragraph != reading.sentence.paragraph:
        return
    if not 0 < len(words) <= _LONGEST_HEADING or reading.persons or reading.roles or reading.triggers:
        return
    lexicon = reading.lexicon
    if len(words) == 1 and _names_its_own(following):
        return  # "LYON. Chez Dunmore, …", "Motorbikes. The maker Dunmore …": a town, a label
    if reading.has("context:announces_moves") or any(reading.key(at) == "," for at in range(len(reading.tokens))):
        return  # the place of the report: "NOVI, Mich."
    shouted = (reading.shouted or len(words[0].text) > 4) and words[0].text.isupper()
    label = words[0].key in lexicon.articles or (
        len(words) == 1 and words[0].key.endswith(tuple(lexicon.words.abstract_endings))
    )
    if shouted and (label or not _heads_several(view)):
        return  # "PORTRAIT."
    common = words[0].key in lexicon.words_of_employers | lexicon.places
    leads = len(words) > 1 and words[0].key in lexicon.company_nouns | lexicon.leading_words  # "GRUPO ALTAMAR."
    if not leads and _is_a_lone_label(view, reading.text(0, reading.tokens.index(words[-1]) + 1)):
        return
    if all(word.capital for word in words) and (leads or not common):
        yield reading.text(0, reading.tokens.index(words[-1]) + 1), reading.number


def _names_its_own(reading: Reading) -> bool:
    """Whether the sentence behind a heading opens with an organization, and not with where somebody comes from."""
    return any(mark.first <= _OPENS and not comes_from(reading, mark) for mark in reading.employers[:1])


_OPENS = 3
"""Words before the organization that a sentence opens with: "Chez", "The axle maker"."""


def _is_a_lone_label(view: ArticleView, name: str) -> bool:
    """Whether words that open one paragraph and are named nowhere else are a town or a label: "Leeds.", "Farewell:".

    Only in an article that is about an organization of another name, and heads no other paragraph so.
    """
    main = view.main
    if main is None or name.lower() in main.name.lower() or main.name.lower() in name.lower():
        return False
    headings = [one for one in view.readings if one.sentence.field != "headline" and _opens_alone(one, view)]
    if len(headings) > 1:
        return False
    return sum(name in one.sentence.text for one in view.readings) == 1


def _opens_alone(reading: Reading, view: ArticleView) -> bool:
    """Whether a sentence, or what stands before its colon, is a few words with capitals and opens a paragraph."""
    before = view.readings[reading.number - 1] if reading.number else None
    if before is not None and before.sentence.paragraph == reading.sentence.paragraph:
        return False
    end = next((at for at in range(len(reading.tokens)) if reading.key(at) == ":"), len(reading.tokens))
    words = [token for token in reading.tokens[:end] if token.key.isalnum()]
    return 0 < len(words) <= _LONGEST_HEADING and all(word.capital for word in words)


def _heads_several(view: ArticleView) -> bool:
    """Whether several paragraphs open with capitals alone, each on another company: "ATLAS." of one is a label."""
    shouted = [
        one
        for one, behind in itertools.pairwise(view.readings)
        if one.sentence.field != "headline"
        and one.sentence.text.isupper()
        and len(one.tokens) <= _LONGEST_HEADING + 1
        and one.sentence.paragraph == behind.sentence.paragraph
    ]
    return len(shouted) > 1


_LONGEST_HEADING = 4
"""Words of a company's name that heads a paragraph."""
