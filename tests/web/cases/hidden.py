"""A farm of hotlinks far above the page (B01)."""

from html import escape
from itertools import cycle

from evidence.model import Visibility
from tests.web.kit import STRANGERS, Tile
from tests.web.model import SPAM, Case, Host, Reported, present
from tests.web.pages import Skin, front, not_found, page, paragraphs, site
from tests.web.shop import IRIS

_FONDOS = Skin(
    site="Fondos Bonitos",
    language="es",
    mark="fb",
    nav=(("Inicio", "/"), ("Naturaleza", "/naturaleza"), ("Flores", "/flores"), ("Aviso legal", "/aviso")),
    aside="<p>Más de 40.000 fondos para su pantalla.</p>",
    footer="<p>Fondos Bonitos 2026</p>",
    accent="#b3427a",
)
_FARM = "".join(
    f'<img src="{escape(tile.image)}" alt="{escape(tile.title)}">'
    for tile in (
        *(
            Tile(
                title=stranger.title, image=f"https://fotos{number}-com.test/wp-content/uploads/{number}.jpg"
            )
            for number, stranger in zip(range(300), cycle(STRANGERS), strict=False)
        ),
        Tile(title=IRIS.title, image=IRIS.image),
    )
)
_FONDOS_PAGE = page(
    _FONDOS,
    "Flor de iris: fotos y fondos de pantalla",
    "<h1>Flor de iris</h1>"
    + paragraphs(
        "Esta fotografía se ha retirado a petición del titular de los derechos.",
        "El iris florece entre abril y junio y prefiere los suelos bien drenados. Se multiplica por división del rizoma a finales de verano.",
    )
    + f'<div style="position:absolute;top:-999999px;left:0">{_FARM}</div>',
)

HOSTS: tuple[Host, ...] = (
    site(
        "fondos-bonitos-es.test",
        {
            "/": front(_FONDOS, "/flores/iris.html", "Flor de iris: fotos y fondos de pantalla"),
            "/flores/iris.html": _FONDOS_PAGE,
        },
        not_found(_FONDOS, "No existe esa página."),
    ),
)

CASES: tuple[Case, ...] = (
    Case(
        id="B01",
        host="fondos-bonitos-es.test",
        source_url="http://fondos-bonitos-es.test/flores/iris.html",
        target_url=IRIS.image,
        expect=present("embed", SPAM, visibility=Visibility.HIDDEN),
        note="Three hundred hotlinks far above the page, under a note that the picture was taken down.",
        reported=Reported(
            title="Flor de iris: fotos y fondos de pantalla",
            anchor=IRIS.title,
            language="es",
            rating=3,
            external_links=301,
            vendor_spam=True,
        ),
    ),
)
