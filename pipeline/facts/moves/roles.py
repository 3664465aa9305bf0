"""Positions, as the text writes them: a head ("directeur"), what stands before it and what it goes on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.facts.moves.fields_known import names_a_field
from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.title_words import end_of_region, end_of_title, is_a_short_form
from pipeline.facts.moves.tokens import Found, Token
from pipeline.languages.united import united

_LONGEST_COMPLEMENT = 7
_LONGEST_FIELD = 5
_SIGNS = frozenset('.;:!?()«»"“”„|–—[]')


@dataclass(frozen=True, slots=True)
class RoleMark:
    """A position named in a sentence."""

    first: int
    head: int
    """First token of its head; before it stand words such as "senior" or "new"."""
    last: int
    """One past its last token."""
    head_last: int
    """One past its head."""
    employer_inside: bool
    """Whether the head is a compound with the organization before the hyphen: "Audi-Chef"."""


class RoleReader:
    """Finds the positions in the tokens of one sentence."""

    def __init__(self, tokens: Sequence[Token], found: Sequence[Found], lexicon: Lexicon, stops: set[int]) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._stops = stops
        self._heads = _longest(found, "role:heads")
        self._after = _longest(found, "role:after")
        self._joiners = _longest(found, "role:joiners")
        self._and = _longest(found, "role:and")
        self._interim = _longest(found, "role:interim")
        self._breaks = {
            phrase.first
            for phrase in found
            if phrase.kind in ("context:predecessor", "context:aside", "context:break", "context:same_date")
        }
        self._verbs = {phrase.last - 1 for phrase in found if phrase.kind == "context:verbal"}
        self._before = {phrase.last: phrase.first for phrase in found if phrase.kind == "role:before"}

    def read(self) -> list[RoleMark]:
        """Every position, in order; none inside another."""
        marks: list[RoleMark] = []
        at = 0
        while at < len(self._tokens):
            mark = self._role_at(at) if at not in self._stops and at not in self._verbs else None
            if mark is None:
                at += 1
                continue
            marks.append(mark)
            at = mark.last
        return marks

    def _role_at(self, at: int) -> RoleMark | None:
        head_last = self._head(at)
        if head_last is None:
            return None
        if head_last in self._before and self._before[head_last] == at and self._head_behind(head_last):
            return None  # "deputy chief executive": what stands before the head
        first = at
        while first in self._before and self._before[first] not in self._stops:
            if self._ends_a_name(self._before[first], at):
                break
            first = self._before[first]
        last = self._complements(head_last)
        while last > head_last and self._tokens[last - 1].key in _SMALL:
            last -= 1
        bare = last == head_last == at + 1 and self._tokens[at].key in self._lexicon.needs_complement
        if bare and (self._joiners.get(last) not in self._stops or self._tokens[at].key in self._lexicon.bodies):
            return None  # but "head of Dunmore"
        return RoleMark(first, at, last, head_last, self._names_employer(self._tokens[at]))

    def _head_behind(self, at: int) -> bool:
        return at < len(self._tokens) and at not in self._stops and self._head(at) is not None

    def _ends_a_name(self, at: int, head: int) -> bool:
        """Whether a word such as "Group" is part of the name before the position: "Dunmore Co chairman"."""
        token, lexicon = self._tokens[at], self._lexicon
        if not token.capital or self._tokens[head].capital or not at:
            return False
        return token.key in lexicon.legal_forms | lexicon.generic_names or token.key == "co"

    def _names_employer(self, token: Token) -> bool:
        stem, hyphen, _ = token.text.rpartition("-")
        return (
            bool(hyphen)
            and bool(self._lexicon.head_endings)
            and stem[:1].isupper()
            and stem.lower() not in self._lexicon.role_stems
        )

    def _head(self, at: int) -> int | None:
        token = self._tokens[at]
        key = token.key
        if len(key) <= 2 and not token.capital:  # "AD" is a position, "ad" a preposition
            return None
        if at in self._heads:
            return self._heads[at]
        for prefix in self._lexicon.head_prefixes:
            if key.startswith(prefix) and key[len(prefix) :] in self._lexicon.head_words:
                return at + 1
        if token.capital and self._lexicon.head_endings and key.endswith(self._lexicon.head_endings):
            return at + 1
        return None

    def _complements(self, at: int) -> int:
        """One past what the head goes on with: adjectives, fields of work, what the person is in charge of."""
        start = at
        while at < len(self._tokens) and at not in self._stops and at not in self._breaks and at - start < 16:
            if at in self._interim:
                at = self._interim[at]
            elif at in self._after:
                at = self._after[at]
            elif at in self._and and self._goes_on(self._and[at]):
                at = self._head(self._and[at]) or self._after.get(self._and[at]) or self._and[at] + 1
            elif at in self._joiners:
                end = self._field_of_work(self._joiners[at]) or self._title(self._joiners[at], least=2)
                if end is None:
                    break
                at = end
            elif self._tokens[at].key in self._lexicon.linking and self._head(
                at + 1 if at + 1 < len(self._tokens) else at
            ):
                at += 1
            else:
                end = self._title(at) or self._region(at) or self._field_behind_a_comma(at)
                if end is None:
                    break
                at = end
        return at

    def _title(self, at: int, least: int = 1) -> int | None:
        """One past capital words that are more of the title than a name; null where none stand there."""
        end = end_of_title(self._tokens, at, self._lexicon, free=self._is_free, least=least)
        return end if end > at else None

    def _region(self, comma: int) -> int | None:
        """One past the region behind a comma; null where none stands there."""
        if self._tokens[comma].key != ",":
            return None
        end = end_of_region(self._tokens, comma + 1, self._lexicon, free=self._is_free)
        return end if end > comma + 1 else None

    def _field_behind_a_comma(self, comma: int) -> int | None:
        """One past a field of work between signs: "vice president, fleet sales, …"; null where none stands there."""
        if self._tokens[comma].key != ",":
            return None
        at = start = comma + 1
        while at < len(self._tokens) and (token := self._tokens[at]).text[0].isalnum():
            if token.capital or not self._is_free(at) or at in self._heads or at in self._verbs:
                return None
            if token.key in self._lexicon.ends_role or (token.key in _SMALL and at not in self._and):
                return None
            at += 1
        words = [token.key for token in self._tokens[start:at]]
        return at if 0 < len(words) <= _LONGEST_FIELD and names_a_field(words[-1]) else None

    def _is_free(self, at: int) -> bool:
        return at not in self._stops and at not in self._breaks

    def _goes_on(self, at: int) -> bool:
        """Whether a role goes on behind "and": with another head, or with another field of work."""
        if at >= len(self._tokens) or at in self._stops:
            return False
        conjunction = self._tokens[at - 1].key
        if conjunction == ",":
            return at in self._after and (at + 1 < len(self._tokens)) and self._has_and_soon(self._after[at])
        return at in self._heads or self._head(at) is not None or at in self._after

    def _has_and_soon(self, at: int) -> bool:
        return any(
            ahead in self._and and self._tokens[ahead].key != "," for ahead in range(at, min(at + 3, len(self._tokens)))
        )

    def _field_of_work(self, at: int) -> int | None:
        """One past common nouns behind "de", "of", "für"; null where the organization follows instead."""
        start = at
        while at < len(self._tokens) and at - start < _LONGEST_COMPLEMENT:
            token = self._tokens[at]
            if (
                at in self._stops
                or at in self._breaks
                or token.key in _SIGNS
                or token.key == ","
                or token.key[0].isdigit()
            ):
                break
            if token.key in self._lexicon.employer_nouns:
                return self._without_small(start, self._without_description(start, at))
            if at in self._interim or at in self._joiners or at in self._and:
                break
            if self._abbreviates(at):
                at += 1
                continue
            if (
                token.capital
                and not self._lexicon.nouns_are_capital
                and at not in self._after
                and at not in self._heads
            ):
                return self._without_small(start, at) if at > start else None
            if token.key in self._lexicon.ends_role or self._is_behind_a_short_form(start, at):
                break
            at = self._after.get(at) or at + 1
            if (
                self._lexicon.nouns_are_capital
                and not self._tokens[at - 1].capital
                and self._tokens[at - 1].key not in _SMALL
                and at - start > 1
            ):
                at -= 1
                break
        return self._without_small(start, at)

    def _abbreviates(self, at: int) -> bool:
        """Whether a short form belongs to the field of work: "head of SME sales", "director de ventas VO"."""
        token = self._tokens[at]
        if not token.text.isupper() or self._lexicon.nouns_are_capital:
            return False
        if is_a_short_form(token):
            return True
        following = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        short = len("AB") <= len(token.text) <= len("ABCD")
        return short and following is not None and not following.capital and names_a_field(following.key)

    def _is_behind_a_short_form(self, start: int, at: int) -> bool:
        """Whether a field of work ends with a short form, and the sentence goes on: "director de VO | empezó"."""
        if at == start or not is_a_short_form(self._tokens[at - 1]) or not self._tokens[at - 1].text.isupper():
            return False
        return self._tokens[at].key not in _SMALL and not names_a_field(self._tokens[at].key)

    def _without_description(self, start: int, at: int) -> int:
        """Where the words begin that only describe the noun for an organization: "of sales of the | car importer".

        A noun of work right before it belongs to the position: "head of group sales".
        """
        while at > start and self._tokens[at - 1].key not in _SMALL:
            at -= 1
        return at

    def _without_small(self, start: int, at: int) -> int | None:
        while at > start and self._tokens[at - 1].key in _SMALL:
            at -= 1
        return at if at > start else None


_SMALL = frozenset(united("moves_words", "names", "inside_positions")) | {",", "&", "-"}


def _longest(found: Sequence[Found], kind: str) -> dict[int, int]:
    return {phrase.first: phrase.last for phrase in found if phrase.kind == kind}
