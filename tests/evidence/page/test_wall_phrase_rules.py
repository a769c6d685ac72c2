"""Walls in many languages and of many services, and honest pages that speak of the same things."""

import pytest

from evidence.extract import extract
from evidence.page.wall_phrase_rules import PHRASES, Phrases
from evidence.page.wall_rules import RULES, Where
from evidence.page.walls import sighting
from evidence.presence import judge
from evidence.property import Property
from evidence.visited import Fetched
from tests.evidence.page_factory import page

URL = "http://club.test/news/page.html"
SHOP = Property(name="shop.example", domains=("shop.example",))


@pytest.mark.parametrize("rule", PHRASES, ids=lambda rule: rule.id)
def test_every_phrase_is_seen(rule: Phrases) -> None:
    for phrase in rule.phrases:
        said = phrase.title() if phrase.title().lower() == phrase else phrase
        shown = page(f"Hm. {said}!") if rule.where is Where.TEXT else page("Hm.", title=f"Club | {said}")
        seen = sighting(shown)
        assert seen is not None, phrase
        assert seen.wall is rule.wall, phrase
        assert phrase[:20] in seen.quote.lower()


def test_phrases_are_lower_case_and_named_once() -> None:
    phrases = [phrase for rule in PHRASES for phrase in rule.phrases]
    assert [phrase for phrase in phrases if phrase != phrase.lower()] == []
    ids = [rule.id for rule in (*RULES, *PHRASES)]
    assert len(set(ids)) == len(ids)


def test_the_first_rule_counts_wherever_its_phrase_stands() -> None:
    both = page("Hm. Bu alan adı satılık!", title="Request Rejected")
    seen = sighting(both)
    assert seen is not None
    assert seen.rule == "service-title"


def said(title: str, text: str) -> tuple[str, str]:
    links = "".join(f'<a href="/{number}">{number}</a> ' for number in range(9))
    body = f"<!doctype html><title>{title}</title><p>{text}</p>{links}".encode()
    seen = extract(body, url=URL, headers={}, property=SHOP)
    presence = judge(Fetched(url=URL, final_url=URL, status=200), seen, target=None, property=SHOP)
    return presence.state, presence.reason


BOT = ("unknown", "bot-wall")
CONSENT = ("unknown", "consent-wall")
LOGIN = ("unknown", "login-wall")
OUTAGE = ("unknown", "server-error")
PARKED = ("absent", "parked")
NOT_FOUND = ("absent", "soft-404")


@pytest.mark.parametrize(
    ("title", "text", "outcome"),
    [
        ("klub.test", "Sprawdzanie przeglądarki. Potwierdź, że jesteś człowiekiem. Ray ID 8a1", BOT),
        ("Güvenlik", "Devam etmek için lütfen insan olduğunuzu doğrulayın.", BOT),
        ("アクセス確認", "続行するには、ロボットではないことを確認してください。", BOT),
        ("Ой!", "Подтвердите, что запросы отправляли вы, а не робот", BOT),
        ("club.test", "Please enable JS and disable any ad blocker", BOT),
        ("Access to this page has been denied.", "Press & Hold to confirm you are a human (and not a bot).", BOT),
        ("", "Request unsuccessful. Incapsula incident ID: 877000-1", BOT),
        ("Request Rejected", "The requested URL was rejected. Your support ID is: 42", BOT),
        ("Making sure you&#39;re not a bot!", "Loading...", BOT),
        ("Sucuri WebSite Firewall - Access Denied", "Block ID: GEO02", BOT),
        ("Access Denied", "You don't have permission. Reference #18.2 https://errors.edgesuite.net/18.2", BOT),
        ("Human Verification", "JavaScript is disabled. We need to verify that you're not a robot.", BOT),
        ("Než budete pokračovat na Google", "Používáme soubory cookie a data k poskytování služeb.", CONSENT),
        ("Προτού συνεχίσετε στο Google", "Χρησιμοποιούμε cookie και δεδομένα.", CONSENT),
        ("Forum", "Bạn phải đăng nhập để xem nội dung này.", LOGIN),
        ("포럼", "로그인이 필요한 서비스입니다.", LOGIN),
        ("منتدى", "يجب عليك تسجيل الدخول لمشاهدة هذا المحتوى.", LOGIN),
        ("club.test", "Domain ini dijual. Hubungi kami untuk penawaran.", PARKED),
        ("club.test", "Tato doména je na prodej", PARKED),
        ("club.test", "이 도메인은 판매 중입니다", PARKED),
        ("club.test - Registered at Namecheap.com", "club.test", PARKED),
        ("Parked Domain name on Hostinger DNS system", "Buy website hosting", PARKED),
        ("club.test", "This Web page is parked free, courtesy of GoDaddy.", PARKED),
        ("club.test", "The owner of club.test is offering it for sale for an asking price of 900 EUR!", PARKED),
        ("Hesap", "Bu hesap askıya alındı. Destek ile görüşün.", PARKED),
        ("Apache2", "This is the default welcome page used to test the correct operation of the Apache2 server", PARKED),
        ("Sayfa bulunamadı - Kulüp", "Ana sayfaya dönün.", NOT_FOUND),
        ("お知らせ", "お探しのページは見つかりませんでした。", NOT_FOUND),
        ("Không tìm thấy trang", "Quay lại trang chủ.", NOT_FOUND),
        ("Η σελίδα δεν βρέθηκε", "Επιστροφή στην αρχική.", NOT_FOUND),
        ("الصفحة غير موجودة", "العودة إلى الصفحة الرئيسية.", NOT_FOUND),
        ("Database Error", "Error establishing a database connection", OUTAGE),
        ("", "Warning: something. Fatal error: Uncaught Error: Call to undefined function", OUTAGE),
        ("Video", "This content is not available in your country or region.", BOT),
        ("Maintenance", "Briefly unavailable for scheduled maintenance. Check back in a minute.", OUTAGE),
        ("Klub", "Trwają prace techniczne. Zapraszamy później.", OUTAGE),
        ("お知らせ", "ただいまメンテナンス中です。", OUTAGE),
    ],
)  # fmt: skip
def test_pages_in_the_way(title: str, text: str, outcome: tuple[str, str]) -> None:
    assert said(title, text) == outcome


LONG = (
    "Drugi zespół gra w sobotę o ósmej w starej hali nad rzeką i wszyscy są mile widziani na meczu z ciastem. "
    * 16
)
JAPANESE = "二軍は土曜日の八時に川沿いの古い体育館で試合をします。みなさんの応援をお待ちしています。" * 20


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Dlaczego captcha mnie nie lubi", f"{LONG} Strona prosi: potwierdź, że jesteś człowiekiem."),
        ("キャプチャの歴史", f"{JAPANESE}「ロボットではないことを確認してください」と表示されます。"),
        ("Alan adı satın al", "Yeni alan adınızı bugün kaydedin: .com, .net ve .org uzantıları uygun fiyata."),
        ("Premium domain names", "Our shop sells short domain names. Search, compare prices and pay by card."),
        ("Doména pro váš klub", "Prodej domén a hostingu pro sportovní kluby, registrace do pěti minut."),
        ("Brücke gesperrt", "Wegen Wartungsarbeiten an der Brücke fährt der Bus über den Markt."),
        ("Plan przeglądów", "Przegląd techniczny hali trwa do piątku, treningi odbywają się na boisku."),
        ("Berita klub", "Masuk dan daftar tersedia di menu. Klub kami menang tiga kali musim ini."),
        ("Komentarze", "Dziękujemy za mecz! Musisz być zalogowany, aby dodać komentarz."),
        ("Bình luận", "Đội hai thắng. Bạn phải đăng nhập để gửi bình luận."),
        ("Robotlar", "Kulübümüzün robot takımı ilde birinci oldu ve yeni robotunu tanıttı."),
        ("Why PHP says fatal error", f"{LONG} The log reads: Fatal error: Uncaught TypeError."),
        ("Cup final on television", "The broadcast of the final is available in your country on Sunday."),
        ("Google und wir", "Unser Verein steht jetzt auch in der Karte von Google, sagt der Vorstand."),
    ],
)  # fmt: skip
def test_honest_twins_stay_what_they_are(title: str, text: str) -> None:
    assert said(title, text) == ("absent", "replaced")
