"""The article's sentences, each read once, with the names and organizations the whole article knows."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Document, Sentence
from pipeline.facts.dates_of_effect import Published, written_dates
from pipeline.facts.moves.employers import syntactic_employers, table_employers
from pipeline.facts.moves.firms import Firms, is_shown_a_firm
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.names import PARTICLES, Directory, PersonMark, names_in
from pipeline.facts.moves.reading import EmployerMark, Reading, choose_triggers, date_marks, token_range
from pipeline.facts.moves.roles import RoleReader
from pipeline.facts.moves.tokens import Found, Token, tokenize
from pipeline.facts.people import PersonMention
from pipeline.organizations.mention import OrganizationMention

_TICKER = re.compile(r"<(?:[A-Z][A-Z0-9.]*>)?|\((?:[A-Z][\w. ]{1,8}: ?)?[A-Z0-9]{1,6}\.[A-Z]{1,3}\)|>")
"""The sign of a share behind a company's name, "<VOWG.F>", and the brackets around names that have none."""
_LONGEST_SENTENCE = 2_000
"""Characters of a sentence that are read; what is longer is no prose, and reading it would take too long."""
_FAMILY_PARTICLES = frozenset(
    ["von", "van", "zu", "de", "di", "da", "del", "la", "le", "el", "al", "ten", "ter", "bin", "y", "dos", "do"]
)
"""Particles that German nouns do not have between them."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the frames are read from."""

    readings: list[Reading]
    people: Directory
    published: Published | None
    now: int | None
    """The year the article speaks from: of publication, or else the latest it names."""


def view_article(
    document: Document,
    organizations: Sequence[OrganizationMention],
    people: Sequence[PersonMention],
    lexicon: Lexicon,
) -> ArticleView:
    """Read every sentence: words, then organizations, people, positions and dates."""
    published = Published.read(document.published)
    readings = [_read_words(number, sentence, lexicon) for number, sentence in enumerate(document.all_sentences)]
    firms = Firms()
    people = _without_firms(readings, people, firms)
    directory = Directory()
    for mention in people:
        if len(mention.name.split()) > 1:
            directory.add(mention.name)
    proposals = [_propose(reading, organizations, people, firms, lexicon) for reading in readings]
    _drop_openings(readings, proposals)
    for reading, names in zip(readings, proposals, strict=True):
        if reading.number or not names:  # a headline's capitals are the weakest sign of a name
            for first, last in names:
                directory.add(reading.text(first, last))
    for reading, names in zip(readings, proposals, strict=True):
        for first, last in names:
            directory.add(reading.text(first, last))
    year: int | None = None
    for reading, names in zip(readings, proposals, strict=True):
        reading.persons = _persons(reading, names, people, directory)
        dates = written_dates(reading.sentence.text, lexicon.language, published, None if published else year)
        years = [int(date.value[:4]) for date in dates if date.value]
        if years:
            year = years[-1]
        reading.dates = date_marks(reading.tokens, dates)
        _read_marks(reading, organizations, lexicon)
        firms.learn(reading.employers, reading)
    for reading in readings:
        firms.spread(reading)
        _read_triggers(reading)
        _find_human(reading, directory)
    for reading, following in itertools.pairwise(readings):
        if reading.persons and following.starting(0) and _goes_on_with_a_pronoun(reading, following):
            directory.human.add(reading.persons[0].name)
    return ArticleView(readings, directory, published, published.year if published else _latest_year(readings))


def _drop_openings(readings: Sequence[Reading], proposals: list[list[tuple[int, int]]]) -> None:
    """Take back what opens the headline and stands nowhere else: its first word is capital anyhow."""
    if not readings or readings[0].number or readings[0].sentence.field != "headline":
        return
    elsewhere = {
        reading.text(first, last)
        for reading, names in zip(readings[1:], proposals[1:], strict=True)
        for first, last in names
    }
    proposals[0] = [place for place in proposals[0] if place[0] or readings[0].text(*place) in elsewhere]


def _goes_on_with_a_pronoun(reading: Reading, following: Reading) -> bool:
    """Whether "he" or "she" opens the next sentence, and one person alone can be meant."""
    pronoun = any(phrase.kind == "pronoun:subject" for phrase in following.starting(0))
    return pronoun and reading.number > 0 and len({mark.name for mark in reading.persons}) == 1


def _without_firms(
    readings: Sequence[Reading], people: Sequence[PersonMention], firms: Firms
) -> Sequence[PersonMention]:
    """The people without those whom a sentence shows to be an organization: "directeur financier de X Y"."""
    wrong: set[str] = set()
    for reading in readings:
        for mention in _mentions(reading, people):
            place = token_range(
                reading.tokens, mention.span.start - reading.sentence.start, mention.span.end - reading.sentence.start
            )
            if place is None or place[1] - place[0] == 1:
                continue
            goes_on = _before_company(reading, place[1])
            if goes_on or is_shown_a_firm(reading, *place) or _ends_like_a_company(reading, place[1]):
                wrong.add(mention.name)
                words = [token.text for token in reading.tokens[place[0] : place[1] + goes_on]]
                firms.add(words)
                firms.add(words[: place[1] - place[0]])
    return [mention for mention in people if mention.name not in wrong] if wrong else people


def _ends_like_a_company(reading: Reading, last: int) -> bool:
    key, lexicon = reading.key(last - 1), reading.lexicon
    if key in lexicon.branches and reading.tokens[last - 1].capital:
        return True
    return key in reading.lexicon.company_nouns or (key in reading.lexicon.legal_forms and len(key) > 2)


def _mentions(reading: Reading, people: Sequence[PersonMention]) -> list[PersonMention]:
    sentence = reading.sentence
    return [
        mention
        for mention in people
        if mention.span.field == sentence.field
        and mention.span.start >= sentence.start
        and mention.span.end <= sentence.end
    ]


def _latest_year(readings: Sequence[Reading]) -> int | None:
    years = [int(date.value[:4]) for reading in readings for date in reading.dates if date.value]
    return max(years) if years else None


def _read_words(number: int, sentence: Sentence, lexicon: Lexicon) -> Reading:
    tokens = tokenize(_TICKER.sub(_blanks, sentence.text[:_LONGEST_SENTENCE]))
    found = [one for one in lexicon.phrases.find(tokens) if not _is_a_month(one, tokens, lexicon)]
    return Reading(number, sentence, lexicon, tokens, found)


def _is_a_month(phrase: Found, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether a word of the context is a month: "effective May 1"."""
    token = tokens[phrase.first]
    return phrase.kind == "context:rumour" and token.capital and token.key in lexicon.calendar_words


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _places(reading: Reading, spans: Sequence[OrganizationMention] | Sequence[PersonMention]) -> list[tuple[int, int]]:
    sentence = reading.sentence
    found = []
    for mention in spans:
        span = mention.span
        if span.field == sentence.field and span.start >= sentence.start and span.end <= sentence.end:
            place = token_range(reading.tokens, span.start - sentence.start, span.end - sentence.start)
            if place:
                found.append(place)
    return found


def _whole_places(
    reading: Reading, organizations: Sequence[OrganizationMention], lexicon: Lexicon
) -> list[tuple[int, int, str | None]]:
    """Where organizations stand, with the name alone where a compound goes on behind it ("VW-Konzern").

    A compound that is a position ("Audi-Chef") is left to the reading of positions.
    """
    sentence, places = reading.sentence, []
    for mention in organizations:
        span = mention.span
        if span.field != sentence.field or span.start < sentence.start or span.end > sentence.end:
            continue
        place = token_range(reading.tokens, span.start - sentence.start, span.end - sentence.start)
        if place is None:
            continue
        last = reading.tokens[place[1] - 1]
        inside = last.end > span.end - sentence.start
        if inside and lexicon.head_endings and last.key.endswith(lexicon.head_endings):
            continue
        places.append((*place, span.quote if inside else None))
    return places


def _propose(
    reading: Reading,
    organizations: Sequence[OrganizationMention],
    people: Sequence[PersonMention],
    firms: Firms,
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """Runs of capital words that may be people not found before."""
    if reading.shouted:
        return []
    taken = {at for first, last in firms.places(reading) for at in range(first, last)}
    taken |= {at for first, last, _ in _whole_places(reading, organizations, lexicon) for at in range(first, last)}
    taken |= {
        at for place in _places(reading, people) if not _half_a_name(reading, place, lexicon) for at in range(*place)
    }
    roles = {at for phrase in reading.phrases("role:heads") for at in range(phrase.first, phrase.last)}
    if lexicon.head_endings:
        roles |= {at for at, token in enumerate(reading.tokens) if token.key.endswith(lexicon.head_endings)}
    title_case = reading.number == 0 and _is_title_case(reading.tokens)
    names = names_in(reading.tokens, taken, roles, lexicon, title_case=title_case)
    return [
        (first, last)
        for first, last in names
        if not (is_shown_a_firm(reading, first, last) or _before_company(reading, last))
        and (not lexicon.nouns_are_capital or _is_shown_a_person(reading, first, last))
    ]


def _is_shown_a_person(reading: Reading, first: int, last: int) -> bool:
    """Whether a title, a position, an age or a verb stands beside capital words that could be any German nouns."""
    if any(reading.key(at) in PARTICLES - _FAMILY_PARTICLES for at in range(first, last)):
        return False
    if reading.ends_with("pronoun:titles", first) is not None or _is_age(reading, last):
        return True
    if any(phrase.kind == "role:heads" for phrase in reading.ending(first)) or (
        first and reading.tokens[first - 1].capital and reading.key(first - 1).endswith(reading.lexicon.head_endings)
    ):
        return True
    determined = (
        reading.key(first - 1) in reading.lexicon.articles or reading.key(first - 1) in reading.lexicon.contracted
    )
    if determined:
        return False
    kinds = ("frame:appoint", "frame:take_up", "frame:leave", "frame:succeed", "context:be", "context:have")
    near = (*reading.starting(last), *reading.ending(first), *reading.ending(first - 1))
    return any(phrase.kind.startswith(kinds) for phrase in near)


def _before_company(reading: Reading, at: int) -> bool:
    """Whether a noun of a company's name goes on behind: "Stellar Dealer Group"."""
    lexicon = reading.lexicon
    return (
        at < len(reading.tokens)
        and reading.tokens[at].capital
        and (reading.key(at) in lexicon.company_nouns or reading.key(at) in lexicon.legal_forms)
    )


def _half_a_name(reading: Reading, place: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a surname taken for somebody known stands behind another first name."""
    first, last = place
    if last - first > 1 or not first:
        return False
    before = reading.tokens[first - 1]
    return (
        first > 1
        and before.capital
        and before.text.isalpha()
        and len(before.text) > 2
        and (
            before.key not in lexicon.words_of_employers
            and before.key not in lexicon.head_words
            and before.key not in lexicon.titles
            and not lexicon.nouns_are_capital
        )
    )


def _is_title_case(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.text.isalpha() and len(token.text) > 3]
    return len(words) > 3 and sum(token.capital for token in words) / len(words) > 0.8


def _persons(
    reading: Reading, proposals: Sequence[tuple[int, int]], people: Sequence[PersonMention], directory: Directory
) -> list[PersonMark]:
    """Full names and, where a surname stands alone, the person it is linked to."""
    sentence = reading.sentence
    marks: list[PersonMark] = []
    proposed = {at for first, last in proposals for at in range(first, last)}
    for mention in people:
        span = mention.span
        if span.field == sentence.field and span.start >= sentence.start and span.end <= sentence.end:
            place = token_range(reading.tokens, span.start - sentence.start, span.end - sentence.start)
            if not place or _before_company(reading, place[1]):
                continue
            if place[0] not in proposed and not _in_a_firm(reading, place):
                marks.append(_known(reading, place, mention.name))
    marks += [PersonMark(first, last, reading.text(first, last), False) for first, last in proposals]
    covered = {at for mark in marks for at in range(mark.first, mark.last)}
    for at, token in enumerate(reading.tokens):
        if at in covered or not token.capital or _in_a_firm(reading, (at, at + 1)):
            continue
        for length in (3, 2, 1):
            if at + length <= len(reading.tokens) and not covered & set(range(at, at + length)):
                full = directory.full(reading.text(at, at + length))
                if full:
                    marks.append(PersonMark(at, at + length, full, False))
                    covered.update(range(at, at + length))
                    break
    return sorted(marks, key=lambda mark: mark.first)


def _in_a_firm(reading: Reading, place: tuple[int, int]) -> bool:
    """Whether a surname alone is that of a firm: "Autohaus Weber", "Weber Automobile"."""
    first, last = place
    if last - first > 1:
        return False
    behind = reading.tokens[last] if last < len(reading.tokens) else None
    named_so = behind is not None and behind.capital and behind.key in reading.lexicon.words_of_employers
    return named_so or reading.key(first - 1) in reading.lexicon.leading_words


def _known(reading: Reading, place: tuple[int, int], name: str) -> PersonMark:
    """A person found before, without a position that the name ran into: "Ana Ruiz CEO"."""
    first, last = place
    while last - first > 2 and reading.key(first) in reading.lexicon.words_of_employers:
        name = name.partition(" ")[2]
        first += 1
    while (
        last - first > 2
        and reading.key(last - 1) in reading.lexicon.head_words
        and reading.tokens[last - 1].text.isupper()
    ):
        name = name.rpartition(" ")[0]
        last -= 1
    return PersonMark(first, last, name, True)


def _read_marks(reading: Reading, organizations: Sequence[OrganizationMention], lexicon: Lexicon) -> None:
    tokens, found = reading.tokens, reading.found
    places = _whole_places(reading, organizations, lexicon)
    known = table_employers(tokens, places, reading.persons, found, lexicon, whole=reading.shouted)
    stops = _tokens_of(reading.persons) | _tokens_of(known)
    reading.roles = RoleReader(tokens, found, lexicon, stops).read()
    unknown = (
        []
        if reading.shouted
        else syntactic_employers(tokens, found, lexicon, roles=reading.roles, persons=reading.persons, known=known)
    )
    reading.employers = sorted([*known, *unknown], key=lambda mark: mark.first)


def _read_triggers(reading: Reading) -> None:
    names = _tokens_of(reading.persons) | _tokens_of(reading.employers)
    reading.triggers = choose_triggers(reading.found, lambda phrase: phrase.first in names or _is_idle(phrase, reading))


def _tokens_of(marks: Sequence[PersonMark] | Sequence[EmployerMark]) -> set[int]:
    return {at for mark in marks for at in range(mark.first, mark.last)}


def _is_idle(phrase: Found, reading: Reading) -> bool:
    """Whether a phrase that needs a position or a date beside it has none."""
    if phrase.kind == "frame:be_dated":
        return not (reading.dates and reading.roles)
    if phrase.kind == "frame:lead_dated":
        return not any(date.value and len(date.value) >= 7 for date in reading.dates)
    if phrase.kind == "frame:new_role":
        return not any(role.first <= phrase.first < role.last or role.head == phrase.last for role in reading.roles)
    return False


def _find_human(reading: Reading, directory: Directory) -> None:
    """Note the names that the text treats as a person's: with a title, a position or an age beside them."""
    for mark in reading.persons:
        if (
            mark.known
            or reading.ends_with("pronoun:titles", mark.first) is not None
            or any(role.last == mark.first for role in reading.roles)
            or _position_behind(reading, mark)
            or _age_behind(reading, mark)
        ):
            directory.human.add(mark.name)


def _position_behind(reading: Reading, mark: PersonMark) -> bool:
    return reading.key(mark.last) in (",", "(") and any(
        mark.last < role.head <= mark.last + 4 for role in reading.roles
    )


def _age_behind(reading: Reading, mark: PersonMark) -> bool:
    return _is_age(reading, mark.last)


def _is_age(reading: Reading, at: int) -> bool:
    age = reading.key(at + 1)
    return reading.key(at) in (",", "(") and age.isdigit() and 18 <= int(age) <= 95
