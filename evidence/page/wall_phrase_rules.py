"""Walls, parking, outages and soft 404s in the words of services and of many languages: phrases, lower case.

Sources: the pages of the services named; WordPress's own translations of "Page not found"
(translate.wordpress.org); field observation. Each phrase is its own example. Those that an article could say as
well are read on short pages only.
"""

from dataclasses import dataclass

from evidence.page.wall_rules import Wall, Where


@dataclass(frozen=True, slots=True)
class Phrases:
    """What one kind of page says, in several wordings."""

    id: str
    wall: Wall
    where: Where
    phrases: tuple[str, ...]


PHRASES = (
    Phrases("service-title", Wall.BOT, Where.SHORT_HEADING, (
        "access to this page has been denied",  # HUMAN, once PerimeterX
        "pardon our interruption",  # Imperva, once Distil
        "sucuri website firewall",
        "vercel security checkpoint",
        "making sure you're not a bot",  # Anubis
        "robot challenge screen",  # SiteGround
        "your access to this site has been limited",  # Wordfence
        "request rejected",  # F5
        "web page blocked",  # Fortinet
        "radware captcha page", "radware bot manager captcha",
        "вы не робот?",  # Yandex
    )),
    Phrases("service-text", Wall.BOT, Where.TEXT, (
        "incapsula incident id",
        "made us think you were a bot",  # Imperva
        "because we believe you are using automation tools",  # HUMAN
        "please enable js and disable any ad blocker",  # DataDome
        "access denied - sucuri website firewall",
        "the requested url was rejected. please consult with your administrator",  # F5
        "making sure you're not a bot",  # Anubis
        "we're verifying your browser",  # Vercel
        "your access to this service has been limited",  # Wordfence
        "errors.edgesuite.net",  # Akamai
        "this question is for testing whether you are a human visitor",
    )),
    Phrases("country-text", Wall.BOT, Where.TEXT, (
        "not available in your country", "not available in your region", "not available in your location",
        "isn't available in your country", "isn't available in your region",
        "unavailable in your country", "unavailable in your region", "unavailable in your location",
        "recognize you are attempting to access this website from a country",  # newspapers of Lee Enterprises
        "unavailable in most european countries",  # Tribune Publishing
        "not available to visitors from your",
        "in ihrem land nicht verfügbar", "in deinem land nicht verfügbar",
        "pas disponible dans votre pays", "no está disponible en tu país", "no está disponible en su país",
        "non è disponibile nel tuo paese", "não está disponível no seu país",
        "niet beschikbaar in jouw land", "niet beschikbaar in uw land",
        "niedostępna w twoim kraju", "niedostępny w twoim kraju",
        "недоступен в вашей стране", "недоступна в вашей стране", "недоступно в вашей стране",
    )),
    Phrases("challenge-text-abroad", Wall.BOT, Where.TEXT, (
        "ob sie ein mensch sind",
        "que vous êtes humain",
        "verifica di essere umano", "che non sei un robot",
        "verifique se você é humano", "confirme que você é humano", "que você não é um robô",
        "dat u geen robot bent", "dat je geen robot bent", "of u een mens bent",
        "att du är människa", "att du inte är en robot",
        "potwierdź, że jesteś człowiekiem", "że nie jesteś robotem",
        "ověřte, že jste člověk", "že nejste robot",
        "hogy ön nem robot", "hogy nem vagy robot",
        "că nu ești un robot", "că nu sunteți un robot",
        "insan olduğunuzu doğrulayın", "robot olmadığınızı doğrulayın",
        "ότι είστε άνθρωπος", "ότι δεν είστε ρομπότ",
        "подтвердите, что вы не робот", "подтвердите, что вы человек", "что запросы отправляли вы, а не робот",
        "підтвердьте, що ви не робот", "підтвердьте, що ви людина",
        "تحقق من أنك إنسان", "أنك لست روبوت",
        "verifikasi bahwa anda adalah manusia", "bahwa anda bukan robot",
        "xác minh bạn là con người", "bạn không phải là robot", "bạn không phải là người máy",
        "人間であることを確認", "ロボットではないことを確認",
        "사람인지 확인", "로봇이 아닌지 확인", "로봇이 아님을 확인",
        "确认您是真人", "验证您是真人", "确认您不是机器人", "驗證您是人類", "確認您不是機器人",
    )),
    Phrases("parking-service-text", Wall.PARKED, Where.TEXT, (
        "using sedo domain parking",
        "offering it for sale for an asking price",  # Sedo
        "parked free, courtesy of godaddy",
        "registered at namecheap",
        "parked domain name on hostinger dns system",
        "this domain name has been registered with gandi.net",
        "isn't connected to a website yet",  # Wix
        "このドメインは、お名前.comで取得されています",
    )),
    Phrases("parking-service-title", Wall.PARKED, Where.SHORT_HEADING, (
        "registered at namecheap.com", "parked domain name on hostinger dns system",
    )),
    Phrases("for-sale-text-abroad", Wall.PARKED, Where.TEXT, (
        "este domínio está à venda",
        "denna domän är till salu", "domänen är till salu",
        "dette domæne er til salg", "dette domenet er til salgs",
        "tämä verkkotunnus on myynnissä", "tämä verkkotunnus on myytävänä",
        "tato doména je na prodej", "táto doména je na predaj",
        "ez a domain eladó", "ez a domain név eladó",
        "acest domeniu este de vânzare",
        "bu alan adı satılık", "bu domain satılık",
        "αυτό το domain πωλείται", "το domain αυτό πωλείται",
        "этот домен продается", "этот домен продаётся", "домен выставлен на продажу", "домен припаркован",
        "цей домен продається",
        "هذا النطاق معروض للبيع", "هذا الدومين معروض للبيع",
        "domain ini dijual", "domain ini mungkin dijual",
        "tên miền này đang được rao bán", "tên miền này đang được bán",
        "このドメインは販売中", "このドメインは売り出し中",
        "이 도메인은 판매 중", "이 도메인은 현재 판매",
        "此域名出售", "本域名出售", "该域名正在出售", "此网域可出售", "此網域出售",
    )),
    Phrases("suspended-text-abroad", Wall.PARKED, Where.TEXT, (
        "this site has been suspended", "this website has been suspended",
        "esta cuenta ha sido suspendida", "esta conta foi suspensa", "ce compte a été suspendu",
        "dieses konto wurde gesperrt", "to konto zostało zawieszone", "bu hesap askıya alındı",
        "tài khoản này đã bị tạm ngưng", "akun ini telah ditangguhkan", "этот аккаунт заблокирован за",
    )),
    Phrases("server-default-text", Wall.PARKED, Where.TEXT, (
        "this is the default welcome page used to test the correct operation of the apache2 server",
        "if you see this page, the nginx web server is successfully installed",
        "if you are the owner of this website, please contact your hosting provider",  # cPanel
    )),
    Phrases("failing-text", Wall.OUTAGE, Where.TEXT, (
        "error establishing a database connection",  # WordPress, as are the next two
        "there has been a critical error on this website",
        "the site is experiencing technical difficulties",
        "fatal error: uncaught ", "fatal error: allowed memory size of ", "parse error: syntax error, ",  # PHP
        "the website encountered an unexpected error. please try again later",  # Drupal
        "could not connect to mysql", "could not connect to database",  # Joomla
        "oops, an error occurred! code:",  # TYPO3
        "server error in '/' application",  # ASP.NET
        "bandwidth limit exceeded",  # cPanel
    )),
    Phrases("maintenance-text", Wall.OUTAGE, Where.TEXT, (
        "briefly unavailable for scheduled maintenance",  # WordPress
        "site is under maintenance", "site is currently under maintenance", "site is undergoing maintenance",
        "site is down for maintenance", "down for scheduled maintenance", "performing scheduled maintenance",
        "website wird gerade gewartet", "seite wird gerade gewartet", "aufgrund von wartungsarbeiten nicht erreichbar",
        "site est en maintenance", "site est actuellement en maintenance",
        "sitio está en mantenimiento", "sitio web está en mantenimiento",
        "sito è in manutenzione", "site está em manutenção", "website is in onderhoud",
        "strona w trakcie przebudowy i prac", "trwają prace techniczne", "trwają prace serwisowe",
        "probíhá údržba webu", "stránky jsou dočasně mimo provoz",
        "sitemiz bakımda", "sitemiz bakım nedeniyle", "site bakım çalışması",
        "ιστοσελίδα βρίσκεται υπό συντήρηση", "ιστότοπος βρίσκεται υπό συντήρηση",
        "на сайте ведутся технические работы", "на сайте проводятся технические работы",
        "на сайті проводяться технічні роботи",
        "الموقع قيد الصيانة", "الموقع تحت الصيانة",
        "situs sedang dalam pemeliharaan", "situs sedang dalam perbaikan", "website sedang dalam pemeliharaan",
        "website đang bảo trì", "trang web đang bảo trì", "trang web đang được bảo trì",
        "ただいまメンテナンス中", "現在メンテナンス中",
        "사이트 점검 중", "시스템 점검 중", "서버 점검 중",
        "网站正在维护", "网站维护中", "網站維護中", "系统维护中",
    )),
    Phrases("not-found-title-abroad", Wall.SOFT_404, Where.HEADING, (
        "sidan kunde inte hittas", "siden blev ikke fundet", "siden findes ikke", "siden ble ikke funnet",
        "fant ikke siden", "sivua ei löydy", "sivua ei löytynyt", "lehte ei leitud", "lapa nav atrasta",
        "puslapis nerastas", "no s'ha trobat la pàgina", "página não existe",
        "stránka nebola nájdená", "stránka nebyla nalezena", "stran ni bila najdena",
        "stranica nije pronađena", "страница није пронађена", "страницата не е намерена",
        "сторінку не знайдено", "pagina nu a fost găsită", "pagină negăsită", "sayfa bulunamadı",
        "η σελίδα δεν βρέθηκε", "لم يتم العثور على الصفحة", "الصفحة غير موجودة", "صفحه پیدا نشد", "صفحه یافت نشد",
        "הדף לא נמצא", "העמוד לא נמצא", "पृष्ठ नहीं मिला", "ไม่พบหน้า",
        "halaman tidak ditemukan", "laman tidak ditemukan", "không tìm thấy trang", "trang không tồn tại",
        "페이지를 찾을 수 없습니다", "존재하지 않는 페이지", "未找到页面", "找不到页面", "找不到頁面", "頁面不存在",
    )),
    Phrases("not-found-text-abroad", Wall.SOFT_404, Where.TEXT, (
        "strona, której szukasz, nie istnieje", "strona o podanym adresie nie istnieje",
        "požadovaná stránka nebyla nalezena", "hledaná stránka neexistuje",
        "aradığınız sayfa bulunamadı", "aradığınız sayfa mevcut değil",
        "η σελίδα που ζητήσατε δεν βρέθηκε", "η σελίδα που αναζητάτε δεν",
        "запрашиваемая страница не найдена", "запрошенная страница не найдена", "такой страницы не существует",
        "الصفحة التي تبحث عنها غير موجودة", "الصفحة المطلوبة غير موجودة",
        "halaman yang anda cari tidak", "halaman yang anda minta tidak",
        "trang bạn tìm kiếm không", "trang bạn yêu cầu không", "trang bạn đang tìm không",
        "お探しのページは見つかりません", "お探しのページが見つかりません", "指定されたページは存在しません",
        "요청하신 페이지를 찾을 수 없", "요청하신 페이지가 존재하지",
        "您访问的页面不存在", "您要访问的页面不存在", "您要找的頁面不存在",
    )),
    Phrases("consent-title-abroad", Wall.CONSENT, Where.SHORT_HEADING, (  # Google
        "bevor sie zu google weitergehen", "avant d'accéder à google", "antes de ir a google",
        "prima di continuare su google", "antes de continuar para o google", "voordat je verdergaat naar google",
        "zanim przejdziesz do google", "než budete pokračovat na google", "google'a devam etmeden önce",
        "προτού συνεχίσετε στο google", "google にアクセスする前に", "google로 이동하기 전에",
    )),
    Phrases("login-text-abroad", Wall.LOGIN, Where.TEXT, (
        "this blog is open to invited readers only",  # Blogger
        "debes iniciar sesión para ver", "debe iniciar sesión para ver", "devi effettuare l'accesso per vedere",
        "devi accedere per vedere", "você precisa estar logado para ver", "faça login para ver",
        "je moet ingelogd zijn om", "u moet ingelogd zijn om deze",
        "musisz być zalogowany, aby zobaczyć", "musisz się zalogować, aby zobaczyć", "zaloguj się, aby zobaczyć",
        "pro zobrazení této stránky se musíte přihlásit", "pro zobrazení obsahu se přihlaste",
        "görmek için giriş yapmalısınız", "görüntülemek için giriş yapmalısınız", "içeriği görmek için giriş yap",
        "πρέπει να συνδεθείτε για να δείτε",
        "для просмотра необходимо авторизоваться", "войдите, чтобы просмотреть", "авторизуйтесь, чтобы увидеть",
        "يجب تسجيل الدخول لمشاهدة", "يجب عليك تسجيل الدخول لمشاهدة",
        "anda harus login untuk melihat", "silakan login untuk melihat", "masuk untuk melihat konten",
        "bạn phải đăng nhập để xem", "vui lòng đăng nhập để xem",
        "このページを表示するにはログイン", "閲覧するにはログイン",
        "로그인 후 이용하실 수 있습니다", "로그인이 필요한 페이지", "로그인이 필요한 서비스",
        "您需要登录后才可以", "请先登录后查看", "登录后才能查看", "登入後才能查看",
    )),
)  # fmt: skip
