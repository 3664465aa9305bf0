# ruff: noqa: E501 - texts read better in their own lines
"""Invented articles and teasers for the tests of extraction: no name in them is anybody's."""

from __future__ import annotations

TITLE = "Valdoria confie son réseau français à Hélène Marchetti"

SHORT = (
    "Le constructeur Valdoria a choisi Hélène Marchetti pour diriger son réseau en France à partir du 1er septembre.",
    "Elle succède à Paul Vernier, qui prend la tête de la filiale espagnole après six ans passés à Lyon.",
)

LONG = (
    *SHORT,
    "Diplômée de l'école de commerce de Nantes, la nouvelle directrice a commencé sa carrière chez un équipementier avant de rejoindre le groupe en 2009 comme chef de zone.",
    "« Nous allons rendre de la marge à nos concessionnaires », promet-elle, sans chiffrer cet engagement ni donner de calendrier pour sa mise en œuvre.",
    "Le réseau compte 214 points de vente, dont 38 appartiennent à des groupes présents dans plusieurs régions, et emploie un peu plus de 5 100 personnes.",
    "La marque a immatriculé 61 230 voitures neuves en France l'an dernier, soit 3,4 % du marché, son meilleur niveau depuis huit ans.",
)

RELATED = (
    ("Pneumatiques : la hausse des prix touche désormais les centres autos", "Les enseignes ont relevé leurs tarifs de 4 % en moyenne depuis janvier et préviennent que le mouvement n'est pas fini"),
    ("Norvik rappelle 12 000 utilitaires pour un défaut de freinage", "La campagne concerne les fourgons assemblés entre mars et octobre dans l'usine de Bratislava, selon un courrier adressé aux"),
    ("Le salon de Tours reporté d'une année faute d'exposants", "Trois marques seulement avaient confirmé leur présence, ce qui ne permettait pas de remplir le hall principal du parc des"),
    ("Carrosserie : un baromètre confirme le recul des sinistres", "Le nombre de dossiers traités par les ateliers a diminué de 6,1 % en un an, une baisse que les experts attribuent aux aides"),
    ("Recharge : Voltemar ouvre sa centième station sur autoroute", "L'opérateur inaugure douze bornes de 300 kW sur une aire de l'A10 et vise deux cents sites équipés avant la fin de l'année"),
    ("Occasion : les stocks de diesel fondent chez les marchands", "La part des moteurs diesel dans les parcs est passée sous la barre de 40 %, du jamais-vu depuis que la statistique existe"),
)  # fmt: skip

WHOLE = tuple((headline, f"{teaser.rsplit(',', 1)[0]}.") for headline, teaser in RELATED)
"""The same teasers as whole sentences."""
