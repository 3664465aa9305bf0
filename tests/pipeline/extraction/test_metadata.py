"""What a page says of its article, from wherever it says it."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.extraction.metadata_pages import BODY, HEADLINE, URL, ld, read


class TestHeadline:
    def test_the_only_h1_is_what_readers_see(self) -> None:
        head = "<title>Valmoret accélère | Le Fil</title><meta property='og:title' content='Valmoret accélère fort'>"
        assert read(head, f"<h1>{HEADLINE}</h1>").headline == HEADLINE

    def test_an_h1_with_the_sites_name_is_none(self) -> None:
        head = f"<title>{HEADLINE} - Le Fil</title><meta property='og:site_name' content='Le Fil'>"
        assert read(head, f"<h1><a href='/'>Le Fil</a></h1><h2>{HEADLINE}</h2>{BODY}").headline == HEADLINE

    def test_among_several_h1_the_stated_one(self) -> None:
        head = f"<meta property='og:title' content='{HEADLINE}'>"
        assert read(head, f"<h1>Marchés</h1><h1>{HEADLINE}</h1><h1>Newsletter</h1>").headline == HEADLINE

    @pytest.mark.parametrize(
        "title",
        [
            f"{HEADLINE} | Le Fil",
            f"{HEADLINE} - lefil.example",
            f"Le Fil – {HEADLINE}",
            f"{HEADLINE} :: Le Fil",
            f"{HEADLINE} » Le Fil",
        ],
    )
    def test_the_title_without_the_sites_name(self, title: str) -> None:
        assert read(f"<title>{title}</title><meta name='publisher' content='Le Fil'>").headline == HEADLINE

    def test_the_title_without_the_host_before_it(self) -> None:
        body = f"<h1><a href=/>lefil.example</a></h1>{BODY}"
        assert read("<title>lefil.example Trois questions</title>", body).headline == "Trois questions"
        itself = "lefil.example change de mains"
        assert read(f"<title>{itself}</title>", body).headline == itself

    @pytest.mark.parametrize(
        "headline", ["Valmoret : « J’ai dit oui en une nuit »", "»Wir sind da«, sagt der neue Chef von Valmoret"]
    )
    @pytest.mark.parametrize("site", ["", " - Le Fil", " » Le Fil"])
    def test_the_marks_of_a_quotation_part_nothing(self, headline: str, site: str) -> None:
        head = f"<title>{headline}{site}</title><meta name='publisher' content='Le Fil'>"
        assert read(head).headline == headline

    def test_the_words_of_the_title_that_the_page_shows(self) -> None:
        body = f"<table><tr><td><font size=4><b>{HEADLINE.replace(' :', '&nbsp;:')}</b></font><br>{BODY}</table>"
        assert read(f"<title>{HEADLINE} - La Lettre des concessions</title>", body).headline == HEADLINE

    @pytest.mark.parametrize(
        "inside",
        [
            "<span class=article__kicker>Réseaux</span> {}",
            "<span class='topline'>Réseaux</span><span class=hidden-sr aria-hidden=true> - </span><span>{}</span>",
            "<small><time datetime=2021-05-03>3 mai 2021</time></small> {}",
            "{}<br><small>03.05.2021 • Distribution, Réseaux</small>",
            "<span class='visually-hidden'>Article :</span> {}",
        ],
    )
    def test_without_what_is_set_above_it_or_hidden(self, inside: str) -> None:
        assert read(body=f"<h1>{inside.format(HEADLINE)}</h1>{BODY}").headline == HEADLINE

    def test_a_headline_that_is_called_a_label_throughout_is_kept(self) -> None:
        assert read(body=f"<h1><span class=label>{HEADLINE}</span></h1>{BODY}").headline == HEADLINE

    def test_the_sites_name_as_a_link_home_is_none(self) -> None:
        site = "<h1><a href='/'>La lettre quotidienne des concessions</a></h1>"
        assert read(body=f"{site}<h1>{HEADLINE}</h1>{BODY}").headline == HEADLINE

    def test_what_an_h2_shows_and_the_markup_states_before_words_for_search_engines(self) -> None:
        head = f"<title>Valmoret direction 2021 nomination réseau</title><meta property=og:title content='{HEADLINE}'>"
        body = f"<h1>Valmoret direction 2021 nomination réseau</h1><h2>{HEADLINE}</h2>{BODY}"
        assert read(head, body).headline == HEADLINE

    @pytest.mark.parametrize("headline", [HEADLINE, "Valmoret, encore"])
    @pytest.mark.parametrize(
        "title", ["{} - Le Courrier de la Route et du Rail", "Le Courrier de la Route et du Rail • {}"]
    )
    def test_a_long_name_of_the_site_beside_a_headline_in_an_h2(self, headline: str, title: str) -> None:
        logo = "<p id=logo><a href='/'>Le Courrier de la Route et du Rail</a></p>"
        said = read(f"<title>{title.format(headline)}</title>", f"{logo}<h2>{headline}</h2>{BODY}")
        assert said.headline == headline

    @pytest.mark.parametrize(
        ("title", "body"),
        [
            (
                "Valmoret : les ventes reculent de 6 % en Europe",
                "<p><a href='https://www.valmoret.example/'>Valmoret</a> a livré",
            ),
            ("Auto : les ventes reculent de 6 % en Europe", "<a href='/'>Auto</a><p>Le marché a reculé"),
        ],
    )
    def test_a_maker_before_a_colon_is_no_name_of_the_site(self, title: str, body: str) -> None:
        assert read(f"<title>{title}</title>", f"{body} moins de voitures.</p>{BODY}").headline == title

    @pytest.mark.parametrize(
        ("title", "body"),
        [
            ("Valmoret livre plus, mais gagne moins", f"{BODY}<h2>Valmoret livre plus</h2>{BODY}"),
            (
                "Essai Volta 5 : tout sur son autonomie",
                f"<h1>Essai Volta 5</h1>{BODY}<h2>Tout sur son autonomie</h2>{BODY}",
            ),
        ],
    )
    def test_a_subheading_is_no_headline_because_the_title_holds_its_words(self, title: str, body: str) -> None:
        assert read(f"<title>{title}</title>", body).headline == title

    @pytest.mark.parametrize("headline", [HEADLINE, "Dix ans après, la citadine tient bon"])
    def test_the_title_without_the_name_that_the_h1_links_home(self, headline: str) -> None:
        head = f"<title>Le garage de Lucette: {headline}</title>"
        body = f"<h1><a href='https://lucette.example/'>Le garage de Lucette</a></h1><h3>{headline}</h3>{BODY}"
        assert read(head, body).headline == headline

    @pytest.mark.parametrize(
        ("heading", "title"),
        [
            ("Notre vrai visage", "Lucie Morand : Notre vrai visage - Le Fil du garage"),
            ("Unser wahres Ich", "Rita Berg: Unser wahres Ich | Hefte zum Abend"),
            ("Histoire du garage", "Le garage de Lucette"),
            ("Firmengeschichte", "Geschichte der Werkstatt Lucette"),
        ],
    )
    def test_a_short_h1_that_the_title_has_among_other_things(self, heading: str, title: str) -> None:
        assert read(f"<title>{title}</title>", f"<h1>{heading}</h1>{BODY}").headline == heading

    def test_a_short_h1_that_has_nothing_in_common_with_the_title_is_a_section(self) -> None:
        assert read("<title>Les arachides dès six mois</title>", f"<h1>Santé</h1>{BODY}").headline == (
            "Les arachides dès six mois"
        )

    def test_a_headline_that_is_stated_as_the_name_of_the_site(self) -> None:
        head = f"<title>{HEADLINE}</title><meta property='og:site_name' content='{HEADLINE}'>"
        assert read(head, f"<h1>{HEADLINE}</h1>{BODY}").headline == HEADLINE

    def test_a_list_as_json_ld_headline(self) -> None:
        assert read(ld(headline=[HEADLINE, "B"])).headline == HEADLINE

    def test_microdata_and_entities(self) -> None:
        assert read(body="<div itemprop=headline>Ventes &amp;amp; parts</div>").headline == "Ventes & parts"

    def test_the_drawings_titles_are_none(self) -> None:
        assert read(body=f"<svg><title>Menu</title></svg>{BODY}").headline is None

    @pytest.mark.parametrize(
        "title", ["E.ON: Neuer Chef für das Geschäft mit Netzen", "e.GO: Insolvenz in Aachen eröffnet"]
    )
    def test_a_firm_with_a_point_in_its_name_is_no_host(self, title: str) -> None:
        assert read(f"<title>{title}</title>", BODY, lang="de").headline == title

    @pytest.mark.parametrize(
        "box",
        [
            "<div class='modal-title'>Abonnez-vous dès maintenant à notre lettre du matin</div>",
            "<div class='cookie-title'>Nous utilisons des cookies sur cette page</div>",
            f"<div class='content-with-title'>{BODY}</div>",
        ],
    )
    def test_what_a_class_calls_a_title_of_other_things_is_none(self, box: str) -> None:
        assert read("<title>Le Fil</title>", box).headline in (None, "Le Fil")

    def test_marks_by_the_thousand_are_read_in_time(self) -> None:
        marks = ":" * 20_000
        said = read(f"<meta property='og:title' content='{marks}x'><title>{HEADLINE}</title>", f"<h1>{HEADLINE}</h1>")
        assert said.headline == HEADLINE


class TestAuthors:
    @pytest.mark.parametrize(
        "author",
        [
            "Hélène Vautrin",
            {"@type": "Person", "name": "Hélène Vautrin"},
            [{"@type": "Person", "name": "Hélène Vautrin", "jobTitle": "Journaliste"}],
            [{"@type": "Organization", "name": "Groupe Presse"}, {"@type": "Person", "name": "Hélène Vautrin"}],
            {"@type": "Person", "givenName": "Hélène", "familyName": "Vautrin"},
            [None, 1, {"name": ["Hélène Vautrin"]}],
        ],
    )
    def test_json_ld_in_every_shape(self, author: object) -> None:
        assert read(ld(headline=HEADLINE, author=author)).authors == ["Hélène Vautrin"]

    def test_a_reference_within_a_graph(self) -> None:
        graph = {
            "@graph": [
                {"@type": "Article", "headline": HEADLINE, "author": {"@id": "#h"}},
                {"@type": "Person", "@id": "#h", "name": "Hélène Vautrin"},
            ]
        }
        head = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
        assert read(head).authors == ["Hélène Vautrin"]

    @pytest.mark.parametrize(
        "body",
        [
            "<a rel=author href=/h>Hélène Vautrin</a>",
            "<span class=byline>Par <a href=/h>Hélène Vautrin</a> le 3 mai 2021</span>",
            "<div class='article-auteur'><span>Par</span><b>Hélène Vautrin</b></div>",
            "<span itemprop=author itemscope><span itemprop=name>Hélène Vautrin</span></span>",
            "<p>Par Hélène Vautrin, à Lyon</p>",
            f"{BODY}<p><em>Hélène Vautrin</em></p><h3>Ajouter un commentaire</h3>",
            f"{BODY}<div>Auteur : <b>Hélène Vautrin</b></div>",
            "<p>4 mai <a href=/auteurs/helene-vautrin>Hélène Vautrin</a></p>",
            f"<div id=page><div><div>{BODY}<footer><a rel=author href=/h>Hélène Vautrin</a></footer></div></div></div>",
            "<div class=withSidebar><div class=authorText><a href=/h>Hélène Vautrin</a></div></div>",
            "<p class=byline>Texte de Hélène Vautrin Illustrations Luc Roux</p>",
            "<div itemprop=author itemscope>Portrait <span itemprop=name>Hélène Vautrin</span>, née à Lyon</div>",
        ],
    )
    def test_visible_bylines_and_signatures(self, body: str) -> None:
        assert read(body=f"<h1>{HEADLINE}</h1>{body}").authors == ["Hélène Vautrin"]

    def test_subheads_comments_and_the_site_are_no_authors(self) -> None:
        comment = "<div class=comment><b class=author>Jean Roux</b></div>"
        body = f"<h1>{HEADLINE}</h1>{BODY}<p><b>Nouvelle Usine</b></p>{BODY}{comment}"
        head = "<meta name=author content='Le Fil'><meta property=og:site_name content='Le Fil'>"
        assert read(head, body).authors == []

    @pytest.mark.parametrize(
        ("head", "body", "signer"),
        [
            (ld(headline=HEADLINE, author={"@type": "Organization", "name": "Le Fil"}), "", "Le Fil"),
            ("<meta name=author content='Rédaction du Fil'>", "", "Rédaction du Fil"),
            ("", "<span class=author>La rédaction</span>", "rédaction"),
            ("", "<p class=author>Lucette</p>", "Lucette"),
        ],
    )
    def test_a_desk_or_the_paper_signs_where_no_person_does(self, head: str, body: str, signer: str) -> None:
        page = f"<h1>{HEADLINE}</h1>{body}{BODY}"
        (found,) = read(f"{head}<meta property=og:site_name content='Le Fil'>", page).authors
        assert signer in found
        (person,) = read(head, page.replace(BODY, f"<p class=byline>Par Hélène Vautrin</p>{BODY}")).authors
        assert person == "Hélène Vautrin"

    @pytest.mark.parametrize("name", ["admin", "Auteur", "webmaster", "Pixel SARL www.pixel.example"])
    def test_accounts_and_makers_of_sites_sign_nothing(self, name: str) -> None:
        assert read(f"<meta name=author content='{name}'>", f"<h1>{HEADLINE}</h1>{BODY}").authors == []

    def test_a_name_of_things_is_no_signature(self) -> None:
        assert read(body=f"<h1>{HEADLINE}</h1>{BODY}<p><b>Informations Pratiques</b></p>").authors == []


class TestAddressPublisherLanguage:
    def test_all_three(self) -> None:
        head = "<link rel=canonical href='/actu/a'><meta property=og:site_name content=' Le  Fil '>"
        said = read(head, lang="fr-FR")
        assert (said.canonical_url, said.publisher, said.declared_language) == (
            "https://www.lefil.example/actu/a",
            "Le Fil",
            "fr",
        )

    @pytest.mark.parametrize("href", ["javascript:x", "http://[", "mailto:a@b.example", ""])
    def test_addresses_that_are_none(self, href: str) -> None:
        assert read(f"<link rel=canonical href='{href}'>").canonical_url in (None, URL)

    def test_the_publisher_of_json_ld_but_no_address(self) -> None:
        assert read(ld(headline="x", publisher={"@type": "Organization", "name": "Le Fil"})).publisher == "Le Fil"
        assert read("<meta property=og:site_name content='https://lefil.example'>").publisher is None


class TestJsonLd:
    @pytest.mark.parametrize(
        "block",
        [
            '<!-- {"@type":"NewsArticle","headline":"H","datePublished":"2021-05-03"} -->',
            '//<![CDATA[\n{"@type":"NewsArticle","headline":"H","datePublished":"2021-05-03"}\n//]]>',
            '{"@type":"NewsArticle","headline":"H","datePublished":"2021-05-03",}',
            '{"@type":"NewsArticle","headline":"H","datePublished":"2021-05-03"};',
            '{"@type":"NewsArticle","headline":"H\nJ","datePublished":"2021-05-03"}',
            '{"@type":"NewsArticle","headline":"le "mot" dit","datePublished":"2021-05-03","author":{"name":"A B"}',
            '[{"@type":["NewsArticle"],"datePublished":["2021-05-03"],"name":"H"}]',
            '{"@context":"x","@graph":[{"@type":"http://schema.org/NewsArticle","headline":"H","datePublished":"2021-05-03"}]}',
            '{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","headline":"H","datePublished":"2021-05-03"}}',
        ],
    )
    def test_broken_and_wrapped_blocks_are_read(self, block: str) -> None:
        assert read(f'<script type="application/ld+json">{block}</script>').published == "2021-05-03"

    def test_of_several_articles_the_one_of_this_address(self) -> None:
        other = ld(headline="Autre chose", datePublished="2020-01-01", url="https://www.lefil.example/actu/autre")
        assert read(other + ld(headline=HEADLINE, datePublished="2021-05-03", url=URL)).published == "2021-05-03"

    def test_characters_no_wire_can_carry_are_taken_out(self) -> None:
        block = '{"@type":"NewsArticle","headline":"Valmoret \\ud83d en \\u0000hausse nette"}'
        said = read(f'<script type="application/ld+json">{block}</script>')
        assert said.headline == "Valmoret en hausse nette"

    def test_depth_and_size_do_not_matter(self) -> None:
        deep = '{"a":' * 50_000 + "1" + "}" * 50_000
        assert read(f'<script type="application/ld+json">{deep}</script><title>{HEADLINE}</title>').headline == HEADLINE
