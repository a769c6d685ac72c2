"""Pages that stand in front of, or instead of, what was asked for: named rules with what they look like.

A rule speaks only on a page without a reference to the property, and only on a short one: a long article
about captchas is no captcha.
"""

import re
from dataclasses import dataclass

from evidence.model import PageEvidence

SHORT = 250
"""Visible words up to which a page can be a wall or a notice."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of page in the way."""

    id: str
    kind: str
    """`bot-wall`, `consent-wall`, `login-wall`, `pay-wall`, `parked`, `not-found` or `default-page`."""
    pattern: re.Pattern[str]
    """Looked for in title and visible text."""


def _rule(id: str, kind: str, pattern: str) -> Rule:
    return Rule(id, kind, re.compile(pattern, re.IGNORECASE))


RULES = (
    _rule("challenge", "bot-wall", r"just a moment\b|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|attention required"),
    _rule("captcha", "bot-wall", r"\bcaptcha\b|not a robot|kein roboter|pas un robot|no soy un robot|unusual traffic"),
    _rule("access-denied", "bot-wall", r"access (?:to this page )?(?:has been )?denied|request blocked|zugriff verweigert|acc[eè]s refus[eé]"),
    _rule("consent", "consent-wall", r"(?:before you continue|toestemming voor (?:het plaatsen van )?cookies|wij geven om uw privacy|bevor sie fortfahren|avant de continuer|mit werbung (?:weiter)?lesen|accept (?:all )?cookies to (?:continue|read)|cookies? (?:akzeptieren|accepter) (?:und|et) (?:weiter|continuer))"),
    _rule("pay", "pay-wall", r"subscribe to (?:continue|read)|abonnieren,? um (?:weiter)?zulesen|nur f[uü]r abonnenten|(?:weiterlesen|lesen sie weiter) mit (?:einem |ihrem )?abo|artikel ist unseren abonnent|om dit artikel te lezen,? (?:heeft u|neem)|r[eé]serv[eé] aux abonn[eé]s|suscr[ií]bete para (?:seguir )?ley?"),
    _rule("login", "login-wall", r"(?:please )?log ?in to (?:continue|view|see)|melden sie sich an,? um|connectez-vous pour"),
    _rule("parked", "parked", r"(?:this|the) domain (?:name )?(?:\S+ )?(?:is|may be) (?:for sale|parked)|domain (?:is )?parked|buy this domain|diese domain (?:steht )?(?:zum verkauf|kaufen)|ce (?:nom de )?domaine est [aà] vendre|sponsored listings|related searches"),
    _rule("not-found", "not-found", r"\b404\b|page (?:could )?not (?:be )?found|(?:page|seite|site) (?:was )?not found|seite (?:wurde )?nicht gefunden|existiert nicht|page introuvable|pagina non trovata|p[aá]gina no encontrada|nie znaleziono strony|pagina niet gevonden|str[aá]nka nenalezena"),
    _rule("default-page", "default-page", r"welcome to nginx|apache2? \w+ default page|it works!|index of /|iis windows server|account (?:has been )?suspended"),
)  # fmt: skip


def standing_in_the_way(evidence: PageEvidence) -> Rule | None:
    """Return the first rule that fits the page; None for an ordinary page."""
    if evidence.measures.words > SHORT:
        return None
    text = f"{evidence.title}\n{evidence.text}"
    return next((rule for rule in RULES if rule.pattern.search(text)), None)
