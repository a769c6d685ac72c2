"""Hacked hosts that carry links no reader sees (B02, D04)."""

from evidence.model import Visibility
from tests.web.model import LIKELY_SPAM, Case, Host, Reported, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import FIGUE, HOME

_OBERAU = Skin(
    site="Freiwillige Feuerwehr Oberau",
    language="de",
    mark="ffo",
    nav=(
        ("Start", "/"),
        ("Einsätze", "/einsaetze.php"),
        ("Fahrzeuge", "/fahrzeuge.php"),
        ("Jugend", "/jugend.php"),
    ),
    aside="<p>Notruf 112</p><p>Übung: jeden ersten Freitag, 19:30 Uhr</p>",
    footer="<p>Freiwillige Feuerwehr Oberau, Kirchweg 2</p>",
    accent="#b00000",
    shape="classic",
    charset="windows-1252",
)
_OBERAU_PAGE = page(
    _OBERAU,
    "Einsätze 2026 - Freiwillige Feuerwehr Oberau",
    "<h1>Einsätze 2026</h1><table><tr><th>Nr.</th><th>Datum</th><th>Einsatz</th></tr>"
    "<tr><td>17</td><td>2.11.</td><td>Ölspur auf der Staatsstraße</td></tr><tr><td>16</td><td>19.10.</td><td>Baum über Fahrbahn</td></tr>"
    "<tr><td>15</td><td>4.10.</td><td>Brandmeldealarm im Pflegeheim</td></tr></table>"
    + paragraphs("Die neue Drehleiter ist seit September im Dienst und hat ihren ersten Einsatz hinter sich.")
    + '<div style="position:absolute;left:-12623px;width:1000px">'
    + "".join(
        f'<a href="https://{host}/">{anchor}</a> '
        for host, anchor in (
            ("pillen-express-top.test", "potenzmittel rezeptfrei bestellen"),
            ("kredit-sofort-win.test", "sofortkredit ohne auskunft"),
            ("handtaschen-sale-club.test", "designer handtaschen outlet"),
        )
    )
    + f'<a href="{HOME}">parfum günstig kaufen</a> <a href="https://bonus-spins-top.test/">freispiele ohne einzahlung</a></div>',
)

_FAKULTAS = Skin(
    site="Fakultas Teknik Universitas Tirta Raya",
    language="id",
    mark="ft",
    nav=(
        ("Beranda", "/"),
        ("Program Studi", "/prodi"),
        ("Akademik", "/akademik"),
        ("Penelitian", "/penelitian"),
    ),
    aside="<p>Pengisian KRS dibuka sampai 30 November.</p>",
    footer="<p>Jl. Pendidikan No. 8 · Telp. (021) 555-0148</p>",
    accent="#0b4a8f",
)
_FAKULTAS_PAGE = page(
    _FAKULTAS,
    "Jadwal Seminar Proposal - Fakultas Teknik",
    "<h1>Jadwal Seminar Proposal</h1>"
    + paragraphs(
        "Seminar proposal semester ganjil dilaksanakan pada tanggal 2 sampai 5 Desember di Ruang Sidang lantai tiga.",
        "Mahasiswa wajib menyerahkan naskah kepada koordinator program studi paling lambat satu minggu sebelum jadwal.",
    )
    + "".join(
        f'<a href="{url}" style="display: none">{anchor}</a>'
        for url, anchor in (
            ("https://gacor-maxwin-xyz.test/", "slot gacor hari ini"),
            ("https://situs-togel-top.test/", "situs togel resmi"),
            (FIGUE.page, "parfum wanita tahan lama"),
            ("https://judi-bola-win.test/", "agen judi bola"),
            ("https://rtp-live-club.test/", "rtp slot tertinggi"),
        )
    ),
)

HOSTS: tuple[Host, ...] = (
    site(
        "feuerwehr-oberau-de.test",
        {
            "/": front(_OBERAU, "/einsaetze.php", "Einsätze 2026 - Freiwillige Feuerwehr Oberau"),
            "/einsaetze.php": _OBERAU_PAGE,
        },
        not_found(_OBERAU, "Seite nicht gefunden."),
    ),
    site(
        "fakultas-teknik-ac-id.test",
        {
            "/": front(_FAKULTAS, "/akademik/seminar-proposal", "Jadwal Seminar Proposal - Fakultas Teknik"),
            "/akademik/seminar-proposal": _FAKULTAS_PAGE,
        },
        not_found(_FAKULTAS, "Halaman tidak ditemukan."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="B02",
        host="feuerwehr-oberau-de.test",
        source_url="http://feuerwehr-oberau-de.test/einsaetze.php",
        target_url=HOME,
        expect=present("link", LIKELY_SPAM, visibility=Visibility.HIDDEN),
        note="A hacked fire brigade: injected links 12,623 pixels to the left.",
        reported=Reported(
            title="Einsätze 2026 - Freiwillige Feuerwehr Oberau",
            anchor="parfum günstig kaufen",
            left="sofortkredit ohne auskunft designer handtaschen outlet",
            right="freispiele ohne einzahlung",
            type="text",
            language="de",
            rating=16,
            external_links=5,
        ),
    ),
    Case(
        id="D04",
        host="fakultas-teknik-ac-id.test",
        source_url="http://fakultas-teknik-ac-id.test/akademik/seminar-proposal",
        target_url=FIGUE.page,
        expect=present("link", LIKELY_SPAM, visibility=Visibility.HIDDEN),
        note="A hacked faculty: gambling links, ours among them, each with its own display:none.",
        reported=Reported(
            title="Jadwal Seminar Proposal - Fakultas Teknik",
            anchor="parfum wanita tahan lama",
            left="slot gacor hari ini situs togel resmi",
            right="agen judi bola rtp slot tertinggi",
            type="text",
            language="id",
            rating=31,
        ),
    ),
)
