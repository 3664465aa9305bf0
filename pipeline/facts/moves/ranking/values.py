"""The values an article offers for a field of a move: positions, organizations, days and people, where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.facts.moves.article_view import ArticleView
from pipeline.facts.moves.days_of_others import ends_on, is_on_another_change, is_told
from pipeline.facts.moves.ranking.employer_values import EmployerPlaces
from pipeline.facts.moves.ranking.shape import Shape
from pipeline.facts.moves.ranking.work_values import fields_of_work, signs_of_field
from pipeline.facts.moves.reading import DateMark, Reading

FIELDS = ("role", "employer", "date", "predecessor")
UNTIL = "until"
"""The sign of a day on which something ends: nobody starts on it."""
MOST = 60
"""Values of one field that are weighed; an article that offers more is read from its beginning."""


@dataclass(slots=True)
class Value:
    """One place where the article offers a value."""

    text: str
    shape: Shape
    first: int
    last: int
    """Tokens, from the first to before the last."""
    own: tuple[str, ...]
    """Signs of the value itself."""

    @property
    def number(self) -> int:
        """The sentence."""
        return self.shape.reading.number


def roles(shapes: Sequence[Shape]) -> Iterator[Value]:
    """Positions as the rules read them, without "new", and fields of work that are led or handed over."""
    for one in shapes:
        reading = one.reading
        lexicon = reading.lexicon
        for mark in reading.roles:
            first = mark.first
            while first < mark.head and reading.key(first) in lexicon.new_words:
                first += 1
            head = reading.key(mark.head)
            own = [f"head {head[:6]}", f"size {min(mark.last - mark.first, 5)}"]
            if first > mark.first:
                own.append("new")
            if reading.text(first, mark.last).lower() in lexicon.vague_roles:
                own.append("vague")
            if head in lexicon.bodies:
                own.append("body" if mark.last == mark.head + 1 else "body of")
            if reading.ends_with("context:old_role", mark.first) is not None:
                own.append("old")
            if mark.employer_inside:
                own.append("compound")
            yield Value(reading.text(first, mark.last), one, first, mark.last, tuple(own))
        for begin, end, how in fields_of_work(reading):
            yield Value(reading.text(begin, end), one, begin, end, signs_of_field(reading, begin, end, how))


def employers(shapes: Sequence[Shape], view: ArticleView) -> Iterator[Value]:
    """Organizations as the rules read them, and every other run of capital words that may be a name of one."""
    places = EmployerPlaces(shapes, view)
    for one in shapes:
        for first, last, text, own in places.of(one.reading):
            yield Value(text, one, first, last, tuple(own))


def dates(shapes: Sequence[Shape], view: ArticleView) -> Iterator[Value]:
    """Days, months and years, a weekday also a week later, a month without a year also a year before."""
    for one in shapes:
        for mark in one.reading.dates:
            if mark.value is None or _is_of_the_report(one.reading, mark) or is_on_another_change(one.reading):
                continue
            for value, how in _ways(one.reading, mark, view):
                own = [how, f"ahead {_ahead(value, view)}", f"long {len(value)}", f"{how} ahead {_ahead(value, view)}"]
                if mark.since:
                    own.append("since")
                if ends_on(one.reading, mark):
                    own.append(UNTIL)
                yield Value(value, one, mark.first, mark.last, tuple(own))


def _is_of_the_report(reading: Reading, mark: DateMark) -> bool:
    """Whether the day is that on which something was said, as a weekday, "yesterday" or "today" beside the verb is."""
    said = reading.has("context:announce", max(0, mark.first - 3), mark.last + 2) or is_told(reading)
    figures = any(char.isdigit() for char in reading.text(mark.first, mark.last))
    return said and not figures and not reading.has("context:immediate")


def _ways(reading: Reading, mark: DateMark, view: ArticleView) -> list[tuple[str, str]]:
    value = mark.value or ""
    text = reading.text(mark.first, mark.last).lower()
    if len(value) == 10 and not any(char.isdigit() for char in text):
        day = date.fromisoformat(value)
        today = view.published.as_date if view.published else None
        if today is not None and day - today > timedelta(days=1):
            return [(value, "weekday later")]  # the text says that it lies ahead: "from Monday"
        return [(value, "weekday"), ((day + timedelta(days=7)).isoformat(), "weekday later")]
    if len(value) == 7 and value[:4] not in text:
        before = f"{int(value[:4]) - 1}{value[4:]}"
        return [(value, "month"), (before, "month before")]
    return [(value, "day" if len(value) == 10 else "month of year" if len(value) == 7 else "year")]


def _ahead(value: str, view: ArticleView) -> str:
    """How far from the publication: days and months in a few steps."""
    published = view.published
    if published is None:
        return "?"
    if len(value) == 4:
        return f"y{max(-2, min(2, int(value) - published.year))}"
    months = (int(value[:4]) - published.year) * 12 + int(value[5:7]) - (published.month or 1)
    today = published.as_date
    if len(value) == 10 and today is not None:
        days = (date.fromisoformat(value) - today).days
        if -8 <= days <= 1:
            return f"d{days}" if days in (0, 1, -1) else "d week"
        if 1 < days <= 8:
            return "d next week"
    return f"m{-3 if months < -12 else -2 if months < -2 else months if months <= 2 else 3 if months <= 8 else 4}"


def people(shapes: Sequence[Shape]) -> Iterator[Value]:
    """Everybody named, as who had the post before."""
    for one in shapes:
        for _, mark in one.people:
            yield Value(mark.name, one, mark.first, mark.last, ("known",) if mark.known else ())
