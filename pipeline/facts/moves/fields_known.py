"""Fields of a company's work, in all languages: sales, fleets, the network, after-sales, purchasing."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = 6
"""Letters from which on a stem may also stand inside a German compound: "Ersatzteilvertrieb"."""

_WORDS = frozenset(
    [
        *("it", "hr", "rh", "pr", "ev", "evs", "red", "rete", "car", "cars", "van", "vans", "pkw", "lkw", "stock"),
        *("parts", "pièces", "teile", "legal", "data", "daten", "datos", "dati", "tax", "web", "plant", "export"),
        *("region", "région", "región", "regione", "zone", "zona", "gebiet", "bereich", "sparte", "achats", "import"),
        *("markt", "märkte", "marché", "marchés", "mercado", "mercados", "mercato", "mercati", "zentraleinkauf"),
    ]
)
_STEMS = (
    *("sales", "vente", "vertrieb", "verkauf", "venta", "vendit", "market", "fleet", "flott", "flota", "network"),
    *("réseau", "netz", "after", "après-vente", "service", "servic", "kundend", "posventa", "postvent", "garanti"),
    *("financ", "finanz", "buchhalt", "compt", "account", "purchas", "procure", "einkauf", "compras", "acquist"),
    *("beschaff", "logist", "lager", "magas", "warehous", "ersatzteil", "teile", "recambi", "ricamb", "repuest"),
    *("personal", "personnel", "human", "ressources", "recursos", "risorse", "informat", "techn", "técnic", "tecnic"),
    *("tecnolog", "engineer", "ingéni", "ingeni", "ingegn", "entwickl", "develop", "développ", "desarroll", "svilupp"),
    *("product", "produkt", "produc", "produit", "produz", "prodott", "fertigung", "manufact", "fabric", "workshop"),
    *("werkst", "atelier", "taller", "officin", "communicat", "kommunikat", "comunic", "presse", "press", "prensa"),
    *("stampa", "public", "öffentlich", "relation", "relacion", "relazion", "brand", "marque", "marca", "marke"),
    *("marchi", "dealer", "händler", "handel", "concession", "concesion", "distribu", "trade", "commerc", "comerc"),
    *("qualit", "calidad", "design", "diseñ", "strateg", "stratég", "estrateg", "digital", "digit", "donnée"),
    *("juríd", "jurid", "giurid", "recht", "complian", "sustainab", "nachhalt", "durab", "sostenib", "electr"),
    *("elektr", "électr", "elettr", "charging", "recharge", "recarg", "ricaric", "ladeinfra", "batter", "used"),
    *("gebraucht", "neuwagen", "occasion", "usat", "ocasi", "renting", "leasing", "rental", "locati", "alquil"),
    *("nolegg", "vermiet", "training", "formation", "schulung", "ausbild", "formaci", "formazi", "customer", "kunde"),
    *("großkund", "client", "operat", "opérat", "operac", "operaz", "risk", "risque", "riesg", "insur", "assur"),
    *("versicher", "segur", "assicur", "secur", "sécurit", "safety", "sicurezz", "business", "project", "projekt"),
    *("projet", "proyect", "progett", "research", "forschung", "recherch", "investig", "ricerc", "innov", "planning"),
    *("planif", "pianific", "planung", "controll", "treasur", "trésor", "tesor", "audit", "payroll", "talent"),
    *(
        "tyre",
        "reifen",
        "außendienst",
        "innendienst",
        "pneu",
        "neumát",
        "gomm",
        "truck",
        "poids",
        "camion",
        "nutzfahr",
        "utilitaire",
        "vehic",
    ),
    *("véhic", "vehíc", "veicol", "fahrzeug", "bodyshop", "bodywork", "karosser", "carross", "carrocer", "carrozz"),
    *("lackier", "peintur", "pintur", "vernic", "diagnos", "repair", "répar", "repara", "ripara", "unfall"),
    *("supply", "liefer", "approvis", "suminist", "fornitur", "cadena", "catena", "administr", "verwaltung"),
    *("event", "medien", "média", "content", "online", "retail", "einzelhandel", "wholesale", "großhandel", "mobil"),
    *("energ", "solution", "software", "system", "sistem", "homolog", "accessor", "zubehör", "accesor"),
)


def names_a_field(words: str) -> bool:
    """Whether one of the words is of a company's work."""
    for word in _WORD.findall(words.lower()):
        if word in _WORDS or word.startswith(_STEMS):
            return True
        if any(len(stem) >= _INSIDE and stem in word for stem in _STEMS):
            return True
    return False
