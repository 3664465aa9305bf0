"""The day of publication and of the last change, from wherever a page says it."""

from __future__ import annotations

import pytest

from tests.pipeline.extraction.metadata_pages import BODY, HEADLINE, URL, ld, read


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (ld(headline="x", datePublished="2021-05-03T10:00:00+02:00"), ""),
        ("<meta property=article:published_time content='2021-05-03T10:00:00Z'>", ""),
        ("<meta name=DC.date.issued content=2021-05-03>", ""),
        ("", "<span itemprop=datePublished content=2021-05-03>hier</span>"),
        ("", "<time datetime='2021-05-03 10:00' pubdate>3 mai</time><time datetime=2020-01-01>x</time>"),
        ("", "<p class=infos>Marchés | 03/05/2021</p>"),
        ("", "<div>Publié le 3 mai 2021 - Mis à jour le 4 mai 2021</div>"),
        ("", f"{BODY}{BODY}<footer>Mis en ligne le 3 mai 2021</footer>"),
        ('<script type="application/ld+json">{"@type":"WebPage","datePublished":"2021-05-03"}</script>', ""),
    ],
)
def test_every_place(head: str, body: str) -> None:
    assert read(head, f"<h1>{HEADLINE}</h1>{body}{BODY}").published == "2021-05-03"


def test_the_day_of_the_address_sets_a_utc_statement_right() -> None:
    head = "<meta property=article:published_time content='2021-05-04T02:10:00Z'>"
    assert read(head, url="https://lefil.example/2021/05/03/valmoret").published == "2021-05-03"


def test_the_same_moment_with_an_offset_sets_a_utc_statement_right() -> None:
    head = ld(headline="x", datePublished="2021-05-03T22:30:00Z")
    head += "<meta property=article:published_time content='2021-05-04T00:30:00+02:00'>"
    assert read(head).published == "2021-05-04"


def test_an_offset_in_the_form_of_mails_does_so_too() -> None:
    head = ld(headline="x", datePublished="2021-05-03T22:30:00Z")
    assert read(head + "<meta name=date content='Tue, 04 May 2021 00:30:00 +0200'>").published == "2021-05-04"


def test_both_days_and_their_order() -> None:
    said = read(ld(headline="x", datePublished="2021-05-03", dateModified="2021-05-06"))
    assert (said.published, said.modified) == ("2021-05-03", "2021-05-06")
    assert read(ld(headline="x", datePublished="2021-05-03", dateModified="2021-05-01")).modified is None


def test_days_of_the_text_and_of_teasers_are_none() -> None:
    body = (
        f"<h1>{HEADLINE}</h1>{BODY}<p>Le 3 mai 2021, le groupe avait annoncé une hausse de ses livraisons dans"
        " toute l'Europe, portée par les carnets de commandes et par le succès de sa citadine en Allemagne.</p>"
        "<aside><time datetime=2021-05-07>7 mai</time><time datetime=2021-05-08>8 mai</time></aside>"
    )
    assert read(body=body).published is None


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        ("<meta property=article:published_time content='2021-05T08:00:00+01:00'>", "", URL),
        ("", "<time datetime=2021-05>mai 2021</time>", URL),
        ("", "<time>Mai 2021</time>", URL),
        ("", "<time>05/2021</time>", URL),
        ("", "", "https://lefil.example/2021/05/valmoret-livraisons"),
        ("", "<time datetime=2021-05>mai 2021</time>", "https://lefil.example/2021/06/valmoret-livraisons"),
    ],
)
def test_a_month_is_no_day_but_dates_the_article(head: str, body: str, url: str) -> None:
    said = read(head, f"<h1>{HEADLINE}</h1>{body}{BODY}", url=url)
    assert (said.published, said.published_month) == (None, "2021-05")


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ("<time datetime=2021-05>mai 2021</time><time datetime=2021-04>avril 2021</time>", URL),
        ("<time datetime=2021-13>x</time>", URL),
        ("<time>1970-01</time>", URL),
        ("", "https://lefil.example/2021/05/archives/2020/04/valmoret"),
        ("", "https://lefil.example/tests/2021/208/valmoret"),
    ],
)
def test_months_that_differ_or_cannot_be_are_none(body: str, url: str) -> None:
    said = read("", f"<h1>{HEADLINE}</h1>{body}{BODY}", url=url)
    assert (said.published, said.published_month) == (None, None)


def test_a_day_leaves_no_month() -> None:
    said = read("", f"<h1>{HEADLINE}</h1><time datetime=2021-05-03>3 mai</time>{BODY}", url=URL)
    assert (said.published_month, said.published) == (None, "2021-05-03")


def test_an_american_page_is_read_as_one() -> None:
    body = "<h1>Valmoret deliveries rise six percent in Europe</h1><p>05/03/2021</p>"
    assert read(body=body, lang="en-US").published == "2021-05-03"
    assert read(body=body, lang="en").published is None


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1><span class=topline>03.05.2021</span>{HEADLINE}</h1>",
        f"<h1>{HEADLINE}<br><small>3 mai 2021 •</small></h1>",
        f"<h1>{HEADLINE}</h1><p>Von Redaktion 3. 5. 2021.</p>",
        f"<h1>{HEADLINE}</h1><p>Paris, le 3 mai 2021 – {BODY[3:]}",
    ],
)
def test_a_date_in_or_below_the_headline(heading: str) -> None:
    assert read("", f"{heading}{BODY}").published == "2021-05-03"


def test_below_the_headline_before_the_times_of_a_sidebar() -> None:
    sidebar = "<aside><time class=published datetime=2020-12-03>3 décembre</time></aside>"
    body = f"{sidebar}<h1>{HEADLINE}</h1><p class=infos>par P. Brunet, 3 mai 2021</p>{BODY}{sidebar}"
    assert read(body=body).published == "2021-05-03"


def test_a_day_that_the_headline_tells_of_is_none_of_publication() -> None:
    assert read(body=f"<h1>Valmoret livre sa citadine <b>dès le 3 mai 2021 partout</b></h1>{BODY}").published is None


@pytest.mark.parametrize(
    "below",
    [
        "<p class=lead>Le salon ouvre le 12 mai 2022 à Lyon.</p>",
        "<figcaption>Archives : l'usine, 3 mars 2019</figcaption>",
        "<p><a href='/a'>Le marché de décembre (12/01/2021)</a></p>",
        "<dl><dt>Date</dt><dd>12 mai 2022</dd></dl>",
        "<p>Mise à jour <time class=updated datetime=2021-05-06>6 mai</time></p>",
    ],
)
def test_the_time_beside_the_headline_counts_before_days_that_lines_below_it_tell(below: str) -> None:
    body = f"<article><p><time datetime=2021-05-03>03.05.2021</time></p><h1>{HEADLINE}</h1>{below}{BODY}</article>"
    assert read(body=body).published == "2021-05-03"


@pytest.mark.parametrize(
    "line",
    [
        "Dans un communiqué du 12 janvier 2021, le groupe dément.",
        "Le groupe a communiqué ses chiffres le 12 janvier 2021.",
    ],
)
def test_a_release_that_the_text_quotes_has_a_day_of_its_own(line: str) -> None:
    foot = "<footer>Publié le 3 mai 2021</footer>"
    assert read(body=f"<h1>{HEADLINE}</h1>{BODY * 9}<p>{line}</p>").published is None
    assert read(body=f"<h1>{HEADLINE}</h1>{BODY * 9}<p>{line}</p>{foot}").published == "2021-05-03"


@pytest.mark.parametrize(
    "heading", ["livre sa citadine le <em>12 mai 2022</em>", "<span>12 mai 2022 : le jour des volts</span>"]
)
def test_a_day_in_the_words_of_the_headline_is_no_day_of_publication(heading: str) -> None:
    assert read(body=f"<h1>Valmoret {heading}</h1>{BODY}").published is None


def test_an_offset_that_no_clock_has_fails_no_page() -> None:
    head = "<meta name=date content='Tue, 04 May 2021 00:30:00 +99999999999999999999'>"
    assert read(head).published == "2021-05-04"
