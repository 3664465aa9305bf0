"""Towns and regions, which stand where organizations stand ("for Madrid", "at Crewe") and are none."""

from __future__ import annotations

_FRANCE = """
paris lyon marseille toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon
angers nîmes villeurbanne clermont-ferrand aix-en-provence brest tours amiens limoges annecy perpignan
boulogne-billancourt
metz besançon orléans rouen mulhouse caen nancy argenteuil montreuil roubaix tourcoing avignon dunkerque poitiers
versailles colombes asnières courbevoie nanterre pau vannes lorient quimper saint-brieuc cherbourg calais béziers
colmar bourges valence chambéry niort troyes montauban chartres laval belfort montbéliard sochaux douai valenciennes
maubeuge flins sandouville poissy rueil-malmaison vélizy guyancourt saint-ouen levallois puteaux issy montlhéry linas
mortefontaine cholet saumur annemasse albertville oyonnax bourg-en-bresse mâcon roanne saint-étienne saint-nazaire
périgueux agen tarbes bayonne biarritz carcassonne narbonne arles gap digne épinal vesoul dole auxerre nevers moulins
vichy montluçon châteauroux blois évreux beauvais compiègne soissons laon arras lens béthune vitré fougères
la-rochelle rochefort angoulême cognac royan molsheim obernai haguenau saverne sélestat hambach batilly trnava douvrin
normandie bretagne alsace lorraine bourgogne auvergne provence picardie savoie occitanie aquitaine vimeu vendée
"""
_GERMANY_AUSTRIA_SWITZERLAND = """
berlin hamburg münchen munich köln cologne frankfurt francfort francoforte stuttgart düsseldorf dortmund essen leipzig
bremen dresden hannover nürnberg duisburg bochum wuppertal bielefeld bonn münster karlsruhe mannheim augsburg wiesbaden
mönchengladbach braunschweig kiel chemnitz aachen halle magdeburg freiburg krefeld lübeck mainz erfurt oberhausen
rostock kassel hagen potsdam saarbrücken hamm ludwigshafen mülheim oldenburg osnabrück leverkusen heidelberg darmstadt
solingen regensburg herne paderborn neuss ingolstadt offenbach fürth würzburg ulm heilbronn pforzheim wolfsburg
göttingen bottrop reutlingen koblenz bremerhaven erlangen trier jena salzgitter siegen hildesheim cottbus emden zwickau
eisenach rüsselsheim kaiserslautern gaggenau sindelfingen böblingen zuffenhausen weissach neckarsulm friedrichshafen
ravensburg biberach konstanz kempten memmingen rosenheim passau landshut dingolfing bamberg bayreuth coburg schweinfurt
fulda gießen marburg wetzlar minden gütersloh lippstadt soest arnsberg iserlohn lüdenscheid neumünster flensburg husum
stralsund greifswald schwerin wismar celle lüneburg stade verden peine gifhorn goslar murnau crailsheim wien vienna
vienne graz linz salzburg innsbruck klagenfurt villach steyr wels bregenz zürich zurich genf genève geneva basel bern
berne lausanne luzern winterthur zug st.gallen lugano biel bayern sachsen hessen thüringen westfalen sauerland
"""
_BRITAIN_IRELAND = """
london birmingham manchester liverpool leeds sheffield bristol glasgow edinburgh cardiff belfast coventry leicester
nottingham derby newcastle sunderland bradford hull stoke wolverhampton plymouth southampton portsmouth reading
northampton luton bolton bournemouth norwich swindon swansea oxford cambridge york ipswich gloucester exeter
peterborough slough watford brighton blackpool middlesbrough doncaster rotherham huddersfield stockport preston
warrington telford solihull dudley walsall redditch worcester hereford shrewsbury chester crewe stafford lichfield
tamworth burton warwick rugby banbury bicester milton-keynes bedford stevenage harlow chelmsford colchester dagenham
basildon maidstone dover folkestone guildford woking crawley gatwick heathrow farnborough basingstoke winchester
salisbury bath taunton minehead barnstaple truro penzance goole grimsby scunthorpe lincoln grantham boston harrogate
durham darlington carlisle lancaster kendal oswestry wrexham bangor aberystwyth llanelli newport barry dundee aberdeen
perth stirling falkirk inverness dublin cork limerick galway wales scotland england ireland cornwall devon kent essex
sussex surrey yorkshire lancashire cheshire midlands goodwood silverstone ellesmere halewood burnaston malvern
longbridge
"""
_SPAIN_PORTUGAL_ITALY = """
madrid barcelona valencia sevilla zaragoza málaga murcia palma bilbao alicante córdoba valladolid vigo gijón hospitalet
vitoria coruña granada elche oviedo badalona cartagena terrassa jerez sabadell móstoles almería alcalá pamplona
fuenlabrada leganés donostia santander castellón burgos albacete getafe alcorcón salamanca logroño huelva badajoz
tarragona león cádiz lleida marbella alcobendas martorell almussafes figueruelas palencia ávila linares irún eibar
orense ourense lugo pontevedra ferrol segovia soria teruel huesca cuenca toledo guadalajara cáceres mérida girona reus
andalucía cataluña galicia navarra aragón asturias cantabria extremadura lisboa lisbon lisbonne lisbona porto oporto
braga coimbra setúbal roma rome milano milan napoli naples torino turin palermo genova bologna firenze florence bari
catania venezia venice verona messina padova trieste taranto brescia prato parma modena livorno rimini ferrara ravenna
salerno foggia sassari bergamo vicenza trento rovereto bolzano novara piacenza ancona udine arezzo cesena lecce pesaro
alessandria pistoia pisa lucca varese como lecco monza biella cuneo asti vercelli ivrea chivasso moncalieri rivalta
mirafiori cassino pomigliano melfi atessa termoli maranello sant'agata imola forlì cremona mantova lodi pavia crema
piemonte lombardia veneto liguria toscana umbria puglia sicilia sardegna calabria dalmine volterra settimo rho
"""
_ELSEWHERE = """
bruxelles brussels brüssel bruselas anvers antwerp antwerpen gand gent ghent liège namur charleroi mons bruges zeebrugge
louvain leuven mechelen luxembourg amsterdam rotterdam utrecht eindhoven groningen tilburg breda nijmegen arnhem
maastricht zwolle zeeland copenhagen kopenhagen copenhague aarhus oslo stockholm göteborg gothenburg malmö helsinki
warsaw warschau varsovie kraków gdańsk poznań wrocław prague prag praha brno mlada ostrava bratislava žilina budapest
győr kecskemét bucharest bukarest bucarest pitești cluj timișoara slatina sofia belgrade belgrad zagreb ljubljana athens
athen istanbul ankara bursa kyiv moscow moskau moscou togliatti detroit dearborn chicago atlanta nashville houston
dallas austin boston seattle california texas michigan ohio tennessee alabama georgia ontario toronto montreal puebla
monterrey chihuahua mexico mexiko méxico bogotá lima santiago caracas tokyo osaka nagoya yokohama hiroshima seoul ulsan
busan beijing pékin peking shanghai shenzhen guangzhou canton wuhan chongqing hangzhou hefei changchun ningbo tianjin
hongkong taipei singapore singapur singapour bangkok jakarta hanoi delhi mumbai bombay chennai pune bangalore gurgaon
sydney melbourne auckland casablanca tanger tangier kenitra rabat alger tunis cairo johannesburg pretoria nairobi dubai
"""

_STATES = "mich calif tenn ky ala ont wis minn mass conn ariz colo okla que"
"""American states and Canadian provinces as datelines shorten them."""
_OF_SEVERAL_WORDS = """
île-de-france, grand est, hauts-de-france, nouvelle-aquitaine, auvergne-rhône-alpes, pays de la loire, côte d'azur,
centre-val de loire, provence-alpes-côte d'azur, franche-comté, le mans, le havre, la rochelle, la haye, la réunion,
baden-württemberg, nordrhein-westfalen, niedersachsen, rheinland-pfalz, sachsen-anhalt, schleswig-holstein,
mecklenburg-vorpommern, den haag, st. gallen, emilia-romagna, valle d'aosta, alto adige, friuli-venezia giulia,
reggio emilia, la spezia, la coruña, las palmas, san sebastián, castilla y león, castilla-la mancha, país vasco,
comunidad valenciana, comunidad de madrid, islas baleares, islas canarias, nueva york, new york, nuova york,
los angeles, los ángeles, san francisco, san diego, new jersey, new england, north carolina, south carolina,
northern ireland, west midlands, milton keynes, abu dhabi, tel aviv, kuala lumpur, hong kong, são paulo, buenos aires,
ciudad de méxico, mexico city, cape town, novi, troy, auburn hills, sterling heights
"""

TOWNS = frozenset(
    " ".join(
        (_FRANCE, _GERMANY_AUSTRIA_SWITZERLAND, _BRITAIN_IRELAND, _SPAIN_PORTUGAL_ITALY, _ELSEWHERE, _STATES)
    ).split()
) | frozenset(" ".join(_OF_SEVERAL_WORDS.split()).split(", "))
"""Names in small letters, as the five languages write them."""
