"""Articles pass, also short ones about cookies and subscriptions; pages of other kinds do not."""

from __future__ import annotations

import pytest

from pipeline.extraction.page_kind import refuse_other_kinds
from pipeline.extraction.parse import parse
from pipeline.extraction.result import Metadata
from pipeline.outcomes import NotArticleError, NoTextError

ARTICLE = (
    "Le distributeur Armandel reprend trois concessions dans l'Ouest. L'opération porte son réseau à 41 sites."
    "\nLe groupe vise 9 000 véhicules neufs cette année. Aucun emploi n'est supprimé."
)
EMPTY = "<html><body></body></html>"


def judge(
    text: str, headline: str = "Armandel s'étend dans l'Ouest", html: str = EMPTY, url: str | None = None
) -> None:
    refuse_other_kinds(parse(html), text, Metadata(headline=headline, canonical_url=url))


TEASER = "Le groupe ouvre un site de plus dans la région. Il emploie douze personnes."


def cards(count: int) -> str:
    return "".join(
        f"<div><h3><a href='/b{n}'>Brève {n} du réseau</a></h3><p>{TEASER} Brève {n}.</p></div>" for n in range(count)
    )


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Armandel s'étend dans l'Ouest", ARTICLE),
        (
            "Cookies : les sites d'annonces automobiles mis en demeure",
            "L'autorité reproche à trois sites de déposer des cookies sans consentement. Les éditeurs ont deux mois"
            " pour se mettre en règle.\nLe premier site réunit 4 millions de visiteurs. Il n'a pas souhaité répondre."
            " Une amende de 2 % du chiffre d'affaires est possible.",
        ),
        (
            "Valmoret lance une offre par abonnement",
            "Le constructeur propose sa citadine à 199 euros par mois, sans engagement. L'assurance est comprise.\n"
            "Les clients peuvent créer un compte en ligne. La livraison prend dix jours dans toute la France.",
        ),
        (
            "Sérignac : 404 emplois menacés",
            "La direction a présenté son plan mardi. Il touche 404 postes sur 2 100 dans l'usine.",
        ),
    ],
)
def test_articles_pass(headline: str, text: str) -> None:
    judge(text, headline)


@pytest.mark.parametrize(
    ("headline", "text", "reason"),
    [
        (
            "Erreur 404",
            "Cette page a disparu. Revenez à l'accueil pour poursuivre votre visite du site, merci.",
            "soft 404",
        ),
        (
            "Page not found",
            "Try the search, or go back to the front page of the site to find what you want.",
            "soft 404",
        ),
        ("Le Fil", "La page que vous recherchez est introuvable. Elle a peut-être été déplacée.", "soft 404"),
        (
            "Seite nicht gefunden",
            "Bitte nutzen Sie die Suche oder gehen Sie zurück zur Startseite unserer Zeitung.",
            "404",
        ),
        (
            "Just a moment...",
            "Checking your browser before the page opens. Please enable JavaScript and cookies.",
            "guard",
        ),
        (
            "Suscríbete",
            "Contenido exclusivo para suscriptores. ¿Ya eres suscriptor? Inicia sesión para seguir leyendo.",
            "wall",
        ),
        (
            "Ihre Privatsphäre",
            "Wir und unsere Partner nutzen Cookies und verarbeiten personenbezogene Daten mit Ihrer Einwilligung. "
            "Ihre Zustimmung können Sie in der Datenschutzerklärung widerrufen.",
            "consent",
        ),
    ],
)
def test_other_kinds_are_refused_with_their_name(headline: str, text: str, reason: str) -> None:
    with pytest.raises(NotArticleError, match=reason):
        judge(text, headline)


def test_a_text_of_a_few_words_is_none() -> None:
    with pytest.raises(NoTextError, match="12 characters"):
        judge("Bientôt ici.")


class TestListings:
    def test_teasers_taken_for_text_are_told(self) -> None:
        teasers = "\n".join(f"Brève {n} du réseau\n{TEASER} Brève {n}." for n in range(20))
        with pytest.raises(NotArticleError, match="listing"):
            judge(teasers, "Réseaux", f"<html><body><h1>Réseaux</h1>{cards(20)}</body></html>")

    def test_a_front_page_with_one_long_teaser(self) -> None:
        lead = ARTICLE.replace("\n", " ") + " La suite est à lire demain."
        with pytest.raises(NotArticleError, match="home page"):
            judge(lead, "Le Fil", f"<html><body>{cards(12)}</body></html>", "https://lefil.example/")

    def test_a_short_article_above_many_teasers_passes(self) -> None:
        head = "<title>Armandel reprend trois concessions dans l'Ouest | Le Fil</title>"
        shown = "<h1>Armandel reprend trois concessions dans l'Ouest</h1>"
        html = f"<html><head>{head}</head><body>{shown}{cards(20)}</body></html>"
        judge(ARTICLE, "Armandel reprend trois concessions dans l'Ouest", html)
        og = "<meta property='og:type' content='article'>"
        judge(ARTICLE, "Brève", f"<html><head>{og}</head><body>{cards(20)}</body></html>")
        ld = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
        judge(ARTICLE, "Brève", f"<html><head>{ld}</head><body>{cards(20)}</body></html>")

    def test_an_article_under_a_headline_of_three_words_above_many_teasers_passes(self) -> None:
        head, shown = "<title>Armandel à Brest</title>", "<h1>Armandel à Brest</h1>"
        html = f"<html><head>{head}</head><body>{shown}{cards(20)}</body></html>"
        lines = (
            "Le groupe de distribution Armandel a repris trois concessions de la région de Brest, qui emploient "
            "ensemble cent quarante personnes, annonce son président dans une lettre au personnel numéro {}."
        )
        judge("\n".join(map(lines.format, range(4))), "Armandel à Brest", html, "https://lefil.example/a/brest")
        with pytest.raises(NotArticleError, match="listing"):
            judge(lines.format(1), "Armandel à Brest", html, "https://lefil.example/a/brest")
