"""The field of work that somebody leads, where the text names no position: "she looks after marketing from May".

It is what the article gives for the position. Of who comes, what they lead from now on; of who goes, what they led.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.draft import Draft
from pipeline.facts.moves.fields_known import names_a_field
from pipeline.facts.moves.reading import Reading
from pipeline.facts.moves.tokens import Found
from pipeline.languages.united import united

_LONGEST = 8
"""Words of a field of work."""
_SUBJECT = 14
"""Words between who leads and the verb."""
_BINDING = frozenset(united("moves_words", "work", "binding"))
_LEADS = ("tenor:in_charge", "tenor:in_charge_around")
_LED = ("tenor:was_in_charge",)


def with_field_of_work(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Draft:
    """The row with what the person leads or led, where nothing but a seat in a body says as what they move."""
    bare = row.role is not None and row.event == "appointed" and row.role.lower() in view.readings[0].lexicon.bodies
    if row.role is not None and not bare:
        return row
    for number in sorted(row.sentences) if row.event == "appointed" else ():
        reading = view.readings[number]
        given = _given(reading, row.person) or _label(reading, row.person, view)
        if given is not None and not bare:
            return row.with_(role=given)
    for reading in _readings(row, rows, view):
        kinds = _LEADS if row.event == "appointed" else _LED + _LEADS
        for kind in kinds:
            for phrase in reading.phrases(kind):
                if row.event == "departed" and kind in _LEADS and not _leaves_behind(reading, phrase):
                    continue
                field = _field(reading, phrase, row.person)
                if field is not None:
                    return row.with_(role=field, sentences=row.sentences | {reading.number})
    return row


def _leaves_behind(reading: Reading, phrase: Found) -> bool:
    """Whether who leads something only then leaves: "X, who runs marketing, quits", and not "quits to run a farm"."""
    return any(one.kind == "frame:leave" and one.first > phrase.first for one in reading.triggers)


def _given(reading: Reading, person: str) -> str | None:
    """What is handed to the person: "hands its garages to X", "entrusts X with sales", "sales will be run by X"."""
    for kind in ("frame:entrust", "frame:hand_over"):
        for phrase in reading.phrases(kind):
            receives = any(mark.name == person and 0 <= mark.first - phrase.end <= 1 for mark in reading.persons)
            if phrase.tail > phrase.last and receives and reading.key(phrase.tail) in reading.words.to_whom:
                return _written(reading, past_small_words(reading, phrase.last), phrase.tail)
    for phrase in reading.phrases("tenor:led_by"):
        if any(mark.name == person and 0 <= mark.first - phrase.end <= 1 for mark in reading.persons):
            first = phrase.first
            while first and reading.key(first - 1).replace("-", "").rstrip("'").isalpha():
                first -= 1
            begins = [at for at in range(first, phrase.first) if reading.key(at) in reading.lexicon.articles]
            free = [at for at in begins if at == first or reading.key(at - 1) not in _BINDING]
            return _written(reading, free[-1], phrase.first) if free else None
    return None


def _label(reading: Reading, person: str, view: ArticleView) -> str | None:
    """The field of work that labels the name in one of several such lines: "– Finance: Ana Ruiz"."""
    lines = sum(label_end(one) is not None for one in view.readings)
    end = label_end(reading)
    if end is None or lines < _LIST or reading.persons[0].name != person:
        return None
    return _written(reading, 0 if reading.key(0).isalnum() else 1, end)


def label_end(reading: Reading) -> int | None:
    """Where the label of a line ends that goes on with a name, or with a day and a name."""
    if not reading.persons or reading.sentence.field == "headline":
        return None
    first = reading.persons[0].first
    colon = next((at for at in range(1, min(first, _LONGEST)) if reading.key(at) == ":"), None)
    if colon is None or reading.has("tenor:no_post", 0, colon) or reading.has("context:announce", 0, colon):
        return None
    dated = any(colon < mark.first < first for mark in reading.dates)
    return colon if first - colon == 1 or (dated and first - colon <= _LONGEST) else None


_LIST = 2
"""Lines that make a list."""


def _readings(row: Draft, rows: Sequence[Draft], view: ArticleView) -> Iterator[Reading]:
    """The sentences of the move, and one right behind that goes on with the person."""
    for number in sorted(row.sentences):
        reading = view.readings[number]
        named = not reading.persons or any(mark.name == row.person for mark in reading.persons)
        if reading.sentence.field != "headline" and named:
            yield reading
    last = max(row.sentences)
    behind = view.readings[last + 1 : last + 2] if view.readings[last].sentence.field != "headline" else []
    told = {number for other in rows if other.person != row.person for number in other.sentences}
    yield from (one for one in behind if not one.persons and one.number not in told)


def _field(reading: Reading, phrase: Found, person: str) -> str | None:
    """The words behind the phrase, where the person is its subject; in German also those before the verb."""
    if not _is_subject(reading, phrase, person) or any(one.first <= phrase.first < one.last for one in reading.roles):
        return None  # of a position, as in "now head of fleet", nothing is led
    if phrase.kind == "tenor:in_charge_around":  # "zeichnet für Vertrieb und Marketing verantwortlich"
        return _known(_written(reading, phrase.last, phrase.tail))
    behind = _written(reading, past_small_words(reading, phrase.end), len(reading.tokens))
    if behind is not None or not reading.lexicon.nouns_are_capital:
        return _known(behind)
    first = phrase.first
    while first and (reading.tokens[first - 1].capital or reading.key(first - 1) in _BINDING):
        first -= 1
    return _known(_written(reading, first, phrase.first)) if first < phrase.first else None


def _known(field: str | None) -> str | None:
    """What somebody leads, where it is of a company's work: not "the twins", "ehrenamtlich den Chor", "marathons"."""
    return field if field is not None and names_a_field(field) else None


def _is_subject(reading: Reading, phrase: Found, person: str) -> bool:
    """Whether the person stands before the verb with nobody else between, or in turned order right behind it."""
    if not reading.persons:  # "She", "The 46-year-old Swede"
        opens = reading.has("pronoun:subject", 0, phrase.first) or reading.key(0) in reading.lexicon.articles
        return opens or reading.lexicon.drops_pronouns
    before = [mark for mark in reading.persons if mark.last <= phrase.first]
    if before:
        near = phrase.first - before[-1].last <= _SUBJECT
        ends = any(reading.key(at) in (";", ".", ":") for at in range(before[-1].last, phrase.first))
        return before[-1].name == person and near and not ends
    behind = [mark for mark in reading.persons if mark.first >= phrase.last]
    return bool(behind) and behind[0].name == person and behind[0].first - phrase.last <= 1


_DURATION = 6
"""Words of a time that stands between the verb and what is led."""


def past_small_words(reading: Reading, at: int) -> int:
    """One past adverbs, days and words for "new" before what is led, and past who leads it in turned order."""
    kinds = ("pronoun:article", "pronoun:possessive", "context:adverbs", "context:now")
    while at < len(reading.tokens):
        lasts = any(found.kind == "context:lasting" for found in reading.starting(at))
        articles = (one + 1 for one in range(at, at + _DURATION) if reading.key(one) in reading.lexicon.articles)
        if lasts and (behind := next(articles, None)) is not None:
            at = behind  # "has led for four years the …"
            continue
        ahead = max(
            (
                *(found.last for found in reading.starting(at) if found.kind in kinds),
                *(mark.last for mark in reading.dates if mark.first - 1 <= at < mark.last),
                *(mark.last for mark in reading.persons if mark.first == at),
                *([at + 1] if reading.key(at) in reading.lexicon.new_words else []),
            ),
            default=at,
        )
        if ahead == at:
            return at
        at = ahead
    return at


def _written(reading: Reading, first: int, last: int) -> str | None:
    """The common nouns from `first` on, with what binds them; null where they name a company, a body or a thing."""
    place = place_of_field(reading, first, last)
    return None if place is None else reading.text(*place)


def place_of_field(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of the same, from the first to before the last."""
    while first < last and (reading.key(first) in _BINDING or reading.key(first) in reading.lexicon.articles):
        first += 1
    end = first
    while end < min(last, first + _LONGEST) and _goes_on(reading, end, opens=end == first):
        end += 1
    german = reading.lexicon.nouns_are_capital
    while end > first and (reading.key(end - 1) in _BINDING or (german and not reading.tokens[end - 1].capital)):
        end -= 1
    words = [at for at in range(first, end) if reading.key(at) not in _BINDING]
    if not words or not _is_a_field(reading, words):
        return None
    return first, end


def _goes_on(reading: Reading, at: int, *, opens: bool) -> bool:
    token = reading.tokens[at]
    if token.key in _BINDING:
        return True
    plain = token.key.replace("-", "").rstrip("'").isalpha() and token.key not in reading.lexicon.ends_role
    named = reading.person_at(at) is not None or any(mark.first <= at < mark.last for mark in reading.employers)
    dated = any(mark.first <= at < mark.last for mark in reading.dates)
    verb = not opens and any(one.kind.startswith("frame:") for one in reading.starting(at))
    return plain and not (named or dated or verb)


def _is_a_field(reading: Reading, words: Sequence[int]) -> bool:
    """Whether the words are no company, no body and no position, and no name."""
    lexicon = reading.lexicon
    things = lexicon.employer_nouns | lexicon.collective_nouns | lexicon.post_nouns | lexicon.bodies
    things |= lexicon.places | lexicon.head_words
    head = reading.key(words[-1] if lexicon.language in ("en", "de") else words[0])
    if head in things or any(
        reading.has(kind, words[0], words[-1] + 1) for kind in ("context:no_field", "tenor:not_led")
    ):
        return False
    if lexicon.nouns_are_capital:
        ends = tuple(noun for noun in lexicon.employer_nouns if len(noun) > len("haus"))
        return any(reading.tokens[at].capital for at in words) and not head.endswith(ends)
    if all(reading.tokens[at].capital for at in words):
        return len(words) < 3 and lexicon.drops_pronouns and head.endswith(tuple(lexicon.words.field_endings))
    return len(head) > 2
