"""Trades whose links are put on other people's pages, in the words of their anchors and hosts."""

import re
from types import MappingProxyType

TRADES = MappingProxyType({
    "pharmacy": re.compile(r"\b(?:viagra|cialis|levitra|kamagra|xanax|tramadol|modafinil|pharmac(?:y|ie)|pills|potenzmittel|виагра|сиалис)\b", re.IGNORECASE),
    "gambling": re.compile(r"\b(?:casinos?|kasino|poker|gacor|togel|judi|baccarat|betting|sportwetten|bahis|slots?|казино|ставки)\b", re.IGNORECASE),
    "adult": re.compile(r"\b(?:porno?|pornos|xxx|escorts?|nudes?|sex|camgirls?|порно|эскорт)\b", re.IGNORECASE),
    "loans": re.compile(r"\b(?:payday|loans?|cash advance|sofortkredit|займы?|микрозаймы?)\b", re.IGNORECASE),
    "counterfeits": re.compile(r"\b(?:replicas?|fake watches|cheap (?:jordans?|nike|gucci|louis vuitton|ray bans?)|(?:jordans?|gucci|michael kors) outlet)\b", re.IGNORECASE),
    "essays": re.compile(r"\b(?:essays?|dissertation writing|term papers?)\b", re.IGNORECASE),
})  # fmt: skip
"""Google's spam policies and the field observations name them: pharmacy, gambling and adult hacks, forged brands."""
