"""The table of walls, parking, defacements and soft 404s: one line each, with an example.

Articles speak of captchas, cookies and error pages too, so every rule looks at headings or at short pages
only. Sources: the wording of the services named (hostile case 71).
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Wall(StrEnum):
    """What a rule recognises."""

    PARKED = "parked"
    SOFT_404 = "soft-404"
    BOT = "bot-wall"
    CONSENT = "consent-wall"
    LOGIN = "login-wall"
    PAY = "pay-wall"
    SCRIPT = "needs-javascript"
    OUTAGE = "outage"
    DEFACED = "defaced"


class Where(StrEnum):
    """Which part of the evidence a rule reads."""

    HEADING = "heading"
    """Title or `<h1>`."""
    SHORT_HEADING = "short-heading"
    """The same, of a page below `evidence.page.walls.LONG_PAGE` words."""
    TEXT = "text"
    """The first 2,000 characters of a page below `evidence.page.walls.LONG_PAGE` words."""
    HOST = "host"
    """Host of the page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One named sign of a wall."""

    id: str
    wall: Wall
    where: Where
    pattern: re.Pattern[str]
    """In lower case, as what it is looked for in: ignoring case takes three times as long."""
    example: str


def _rule(id: str, wall: Wall, where: Where, pattern: str, example: str) -> Rule:
    return Rule(id, wall, where, re.compile(pattern), example)


RULES = (
    # Bot walls
    _rule("cloudflare-title", Wall.BOT, Where.HEADING, r"^(?:just a moment|attention required! \| cloudflare)", "Just a moment..."),
    _rule("challenge-title", Wall.BOT, Where.HEADING, r"^(?:are you (?:a )?(?:human|robot)|robot check|security check|access denied|ddos-guard|bot verification|human verification|verifying you|one moment, please|checking your browser|captcha$)", "Robot Check"),
    _rule("challenge-text", Wall.BOT, Where.TEXT, r"(?:checking (?:if the site connection is secure|your browser before accessing)|verify(?:ing)? (?:that )?you are (?:a )?human|enable javascript and cookies to continue|unusual traffic from your (?:computer )?network|complete the (?:security check|captcha)|(?:are|you're) not a robot|prove you(?:'re| are) (?:not a robot|human)|press (?:&|and) hold to confirm)", "Verifying you are human. This may take a few seconds."),
    _rule("challenge-text-de", Wall.BOT, Where.TEXT, r"best(?:ä|ae)tigen sie,? dass sie (?:ein mensch|kein roboter)", "Bestätigen Sie, dass Sie ein Mensch sind"),
    _rule("challenge-text-fr", Wall.BOT, Where.TEXT, r"v(?:é|e)rifiez que vous (?:ê|e)tes (?:un )?humain|vous n'(?:ê|e)tes pas un robot", "Vérifiez que vous êtes humain"),
    _rule("challenge-text-es", Wall.BOT, Where.TEXT, r"(?:verifica|confirma|demuestra) que (?:no )?eres (?:un )?(?:humano|robot)", "Verifica que eres humano"),
    # Parking: domain marketplaces and the words on their pages
    _rule("parking-host", Wall.PARKED, Where.HOST, r"(?:^|\.)(?:sedoparking|sedo|parkingcrew|bodis|hugedomains|dan|afternic|parklogic|above|undeveloped|domainmarket|uniregistry|voodoo|cashparking|skenzo|parkingpage|atom|squadhelp|domainnameshop)\.(?:com|net)$", "www.sedoparking.com"),
    _rule("for-sale-title", Wall.PARKED, Where.HEADING, r"(?:\bdomain (?:name )?(?:is |may be |might be )?(?:for sale|parked)\b|\bparked domain\b|(?:\b[\w-]+\.[a-z]{2,10}|\bdom(?:ain|aine|inio|ena|einnaam)) (?:is for sale|steht zum verkauf|est (?:à|a) vendre|(?:est(?:á|a) )?en venta|is te koop|(?:è|e) in vendita|jest na sprzeda(?:ż|z)))", "example.test is for sale"),
    _rule("for-sale-text", Wall.PARKED, Where.TEXT, r"(?:this domain(?: name)? (?:\S+ )?(?:is|may be|might be) (?:for sale|available|parked)|buy this domain|the domain \S+ is for sale|domain (?:is )?parked (?:free|with|by)|(?:diese|die) domain (?:\S+ )?(?:steht|ist) zum verkauf|diese domain kaufen|ce (?:nom de )?domaine est (?:à|a) vendre|este dominio est(?:á|a) (?:en venta|aparcado)|deze domeinnaam is te koop|(?:questo )?dominio (?:è|e) in vendita|domena jest na sprzeda(?:ż|z))", "This domain may be for sale."),
    _rule("new-domain-text", Wall.PARKED, Where.TEXT, r"(?:this domain (?:name )?(?:has been|was|is) (?:recently )?(?:registered|reserved)|future home of something|website coming soon.{0,100}(?:godaddy|hosting)|hier entsteht (?:eine|in k(?:ü|ue)rze)|diese domain ist registriert)", "Hier entsteht eine neue Internetpräsenz"),
    _rule("expired-text", Wall.PARKED, Where.TEXT, r"(?:this (?:domain|account|site|website) (?:name )?(?:has )?(?:expired|been suspended)|domain (?:has )?expired|account suspended)", "This Account has been suspended."),
    _rule("server-default-title", Wall.PARKED, Where.HEADING, r"^(?:welcome to (?:nginx|openresty|caddy|apache|centos|your new)|apache2? (?:\w+ )?(?:default|test) page|iis windows|test page for|default (?:web|plesk|server) (?:site )?page|it works!?$|web server's default page|domain default page)", "Welcome to nginx!"),
    # What intruders leave in a page's place and sign (field guide D16)
    _rule("hacked-by-title", Wall.DEFACED, Where.SHORT_HEADING, r"^\W*(?:(?:this )?(?:web)?site )?(?:(?:was |got |has been )?(?:hacked|h4cked|h4ck3d|defaced|pwned|0wned) by\b|touched by \S+ (?:team|crew)\b)", "H4cked by Night Crew"),
    _rule("hacked-by-text", Wall.DEFACED, Where.TEXT, r"(?:^\W*(?:hacked|h4cked|h4ck3d|defaced|pwned|0wned) by\b|(?:this|your) (?:web)?(?:site|server|page) (?:is|was|has been|got) (?:hacked|h4cked|defaced|pwned|0wned)\b|your security is (?:low|0%|zero)|(?:greetz|gr33tz|shoutz) (?:to|:))", "Your security is low, admin. Greetz to all of Night Crew"),
    # Not found, said with status 200
    _rule("not-found-title", Wall.SOFT_404, Where.HEADING, r"(?:^|\b)(?:(?:error )?404(?: error)?(?: ?[-–|:]| not found)|^(?:error )?404(?: error)?$|page (?:could )?(?:not|cannot)(?: be)? found|page doesn'?t exist|not found$|nothing found|seite (?:wurde )?nicht gefunden|page (?:non|in)\s?trouv(?:é|e)e|p(?:á|a)gina no encontrada|p(?:á|a)gina n(?:ã|a)o encontrada|pagina non trovata|pagina niet gevonden|nie znaleziono(?: strony)?|strona nie (?:została )?znaleziona|str(?:á|a)nka nenalezena|az oldal nem tal(?:á|a)lhat(?:ó|o)|страница не найдена|sidan hittades inte|siden (?:blev )?ikke funnet|ページが見つかりません|页面(?:不存在|未找到))", "Page not found - Some Club"),
    _rule("not-found-text", Wall.SOFT_404, Where.TEXT, r"(?:(?:the |this )?page (?:that )?(?:you(?:'re| are| were)? (?:requested|looking for|trying to reach)|requested) (?:could not be found|can(?:no|')t be found|was not found|does(?: not|n't) exist|no longer exists|is no longer available|has been (?:moved|removed|deleted))|(?:we )?(?:can(?:no|')t|could(?: not|n't)) (?:seem to )?find (?:the|that) page|nothing was found at this location|the requested url was not found|diese seite (?:existiert nicht|wurde nicht gefunden)|die (?:angeforderte|gesuchte) seite (?:konnte nicht|wurde nicht|existiert nicht)|la page (?:demand(?:é|e)e|que vous (?:recherchez|cherchez)) (?:n'existe|est introuvable|n'a pas)|la p(?:á|a)gina (?:solicitada|que (?:buscas|busca)) no|la pagina (?:richiesta|cercata|che (?:cerchi|stai cercando)) non|de (?:opgevraagde )?pagina (?:die u zoekt )?(?:bestaat niet|is niet gevonden|kon niet))", "The page you requested could not be found."),
    # Walls that a reader could pass
    _rule("consent-title", Wall.CONSENT, Where.HEADING, r"^(?:before you continue|cookie (?:consent|wall)|consent required|privacy settings|datenschutzeinstellungen|zustimmung erforderlich)", "Before you continue"),
    _rule("consent-text-nl", Wall.CONSENT, Where.TEXT, r"toestemming voor (?:het plaatsen van )?cookies|wij geven om (?:uw|je) privacy", "Wij geven om uw privacy"),
    _rule("consent-text-de", Wall.CONSENT, Where.TEXT, r"bevor sie (?:fortfahren|weiterlesen)|zustimm\w* (?:zu|in) (?:die )?cookies", "Bevor Sie fortfahren"),
    _rule("consent-text", Wall.CONSENT, Where.TEXT, r"(?:(?:accept|agree to) (?:all )?(?:our |the )?(?:cookies|advertising|tracking)[^.]{0,60}(?:to (?:continue|read|access|view)|or subscribe)|mit werbung weiterlesen|weiter(?:lesen)? mit werbung und tracking|(?:are you|i am|you must be) (?:over|at least) (?:18|21))", "Accept all cookies to continue to this article"),
    _rule("login-title", Wall.LOGIN, Where.HEADING, r"^(?:log ?in|sign ?in|members only|please log ?in|login required|anmelden|einloggen|connexion|iniciar sesi(?:ó|o)n|accedi|inloggen|zaloguj)(?:$| ?[|–-]| to )", "Log in | Example Forum"),
    _rule("login-text", Wall.LOGIN, Where.TEXT, r"(?:(?:you (?:must|need to|have to)|please) (?:be logged in|log ?in|sign ?in|register)[^.]{0,40}(?:to (?:view|read|see|access|continue)|before)|sie m(?:ü|ue)ssen (?:sich anmelden|angemeldet sein)|vous devez (?:vous connecter|(?:ê|e)tre connect(?:é|e)))", "You must be logged in to view this page."),
    _rule("pay-text", Wall.PAY, Where.TEXT, r"(?:(?:subscribe|become a (?:member|subscriber)|start your (?:free )?trial|buy a subscription)[^.]{0,60}(?:to (?:continue|keep|read|unlock|access)|for full access)|(?:this|the) (?:article|content|story|post) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our |paying |paid )?(?:subscribers|members)|(?:article|contenu) r(?:é|e)serv(?:é|e) aux abonn(?:é|e)s|nur f(?:ü|ue)r abonnenten|jetzt weiterlesen mit|already a subscriber\?)", "Subscribe to continue reading"),
    _rule("script-text", Wall.SCRIPT, Where.TEXT, r"(?:you need to enable javascript to run this app|(?:please )?(?:enable|turn on|activate) javascript|javascript (?:is|must be) (?:disabled|required|enabled)|bitte (?:aktivieren sie )?javascript|veuillez activer javascript)", "You need to enable JavaScript to run this app."),
)  # fmt: skip
