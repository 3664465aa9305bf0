"""What runs inside a page process: one page in, one result out, all of it plain bytes and strings."""

from __future__ import annotations

import time
from collections.abc import Collection
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path

import orjson

from agents.page_result import PageResult
from pipeline.article import OTHER, Article
from pipeline.identity import host_of
from pipeline.limits import Limits
from pipeline.outcomes import OutcomeName, PageRejectedError
from pipeline.page import RawPage
from pipeline.process import process
from pipeline.signature import signature
from pipeline.sources.load import NO_PROFILES, Profiles, load_profiles
from pipeline.stopwatch import Stopwatch


@lru_cache(maxsize=1)  # a process works for one worker, so with one folder
def source_profiles(folder: str) -> Profiles:
    """The profiles of that folder, read once for each process.

    Raises:
        ProfileError: the folder or a file in it cannot be used.
    """
    return load_profiles(Path(folder))


def process_page(
    page: RawPage, limits: Limits, extra_types: Collection[str] = (), sources_dir: str | None = None
) -> PageResult:
    """One page through the whole line; never raises for a page's own fault.

    Raises:
        MemoryError: the page needed more memory than its process may take.
    """
    watch = Stopwatch(time.perf_counter)
    try:
        article = process(
            page,
            now=datetime.now(timezone.utc),
            clock=time.perf_counter,
            limits=limits,
            extra_types=extra_types,
            profiles=source_profiles(sources_dir) if sources_dir else NO_PROFILES,
            watch=watch,
        )
        with watch.stage("serialize"):
            body = orjson.dumps(article)
            compared = signature(article.text)
    except PageRejectedError as rejection:
        return _ended(page, watch, rejection.outcome, rejection.reason, type(rejection).__name__)
    except MemoryError:
        raise
    except Exception as error:  # a fault of ours or of a library on this page: kept with its page, for the dead letters
        return _ended(page, watch, OutcomeName.FAILED, f"{type(error).__name__}: {error}"[:500], type(error).__name__)
    return _published(article, body, compared, watch)


def _published(article: Article, body: bytes, compared: bytes | None, watch: Stopwatch) -> PageResult:
    return PageResult(
        outcome=OutcomeName.OTHER if article.type == OTHER and not article.types else OutcomeName.ENRICHED,
        url=article.url,
        host=article.host,
        article=body,
        article_id=article.id,
        version=article.version,
        type=article.type,
        types=tuple(score.name for score in article.types),
        text_chars=len(article.text),
        dated=article.published is not None,
        processed=article.provenance.processed,
        signature=compared,
        timings_ms=watch.milliseconds(),
    )


def _ended(page: RawPage, watch: Stopwatch, outcome: OutcomeName, reason: str, error: str) -> PageResult:
    return PageResult(
        outcome=outcome,
        stage=watch.current,
        reason=reason,
        error=error,
        url=page.url,
        host=host_of(page.url),
        timings_ms=watch.milliseconds(),
    )
