"""Closed word classes of the two languages, as the rules need them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """``determiners`` and ``adverbs`` are skipped over; ``locative`` prepositions make a place of a name."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    locative: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    passive_auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    agent: frozenset[str]
    pronouns: frozenset[str]
    group_nouns: frozenset[str]
    organisation_words: frozenset[str]
    person_titles: frozenset[str]
    light_verbs: frozenset[str]
    between: frozenset[str]
    openers: frozenset[str]
    describing: frozenset[str]
    things: frozenset[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ENGLISH = Words(
    determiners=_set(
        "a an the this that these those his her its their our my your any some all both each several many "
        "more most other another no two three four five six seven eight nine ten former senior top late then "
        "new local national foreign domestic armed heavily pro anti neighbouring neighboring fellow deputy "
        "southern northern eastern western central occupied war-torn city town province village region state "
        "'s hundreds thousands dozens about around nearly almost over least"
    ),
    prepositions=_set(
        "of in on at to for from by with about against over under into onto upon toward towards through "
        "across between among amid during before after since until within without near off outside inside "
        "around along despite via per including concerning regarding behind beyond"
    ),
    locative=_set(
        "in at near inside outside across into from within around off through to toward towards on along"
    ),
    conjunctions=_set("and or & / plus"),
    subordinators=_set(
        "that because although though while when after before if unless until since whether as where whereas "
        "but so which who whom whose after before since until than"
    ),
    relatives=_set("who which that whom"),
    auxiliaries=_set(
        "is are was were be been being am has have had having do does did will would shall should can could "
        "may might must get gets got going to 'll 've 're 'd not n't never set due about ought"
    ),
    passive_auxiliaries=_set("is are was were be been being am get gets got getting"),
    adverbs=_set(
        "also still again already now then recently reportedly allegedly later soon once twice just only even "
        "never not n't personally jointly strongly repeatedly officially formally publicly immediately "
        "unanimously briefly finally largely sharply initially previously subsequently together always often "
        "yet long earlier today yesterday first directly fully once more itself himself herself themselves "
        "extremely very"
    ),
    agent=_set("by"),
    pronouns=_set("he she it they him her them we us i me you himself herself themselves"),
    group_nouns=_set(
        "group groups number dozens hundreds thousands team members crowd majority pair series handful"
    ),
    organisation_words=_set(
        "party ministry university church company inc corp ltd department council agency court union "
        "foundation commission committee institute association bank police army force forces group "
        "organisation organization authority bureau office centre center college school board league "
        "federation front movement alliance coalition congress parliament senate assembly tribunal "
        "times post news herald journal network service club society museum airlines airways district"
    ),
    person_titles=_set(
        "mr mrs ms miss dr sir lord lady prof professor judge justice sheikh ayatollah imam rev reverend "
        "father pope cardinal bishop archbishop sen rep gov gen lt col maj capt sgt adm"
    ),
    light_verbs=_set(
        "hold holds held holding conduct conducts conducted launch launches launched launching make makes "
        "made making give gives gave given issue issues issued carry carries carried stage stages staged "
        "mount mounts mounted impose imposes imposed order orders ordered express expresses expressed "
        "deliver delivers delivered offer offers offered begin begins began start starts started announce "
        "announces announced sign signs signed reach reaches reached undertake undertook pay pays paid take "
        "takes took taken provide provides provided lead leads led file files filed host hosts hosted "
        "have has had resume resumes resumed open opens opened opening lodge lodges lodged lodging wage "
        "wages waged waging voice "
        "voices voiced voicing renew renews renewed renewing issuing imposing carrying staging mounting "
        "signing end ended continue continues continued intensify intensified "
    ),
    between=_set("between"),
    openers=_set(
        "the a an in on at by for from to with as after before during since while when if but and or so yet "
        "it he she they we i you this that these those there here his her its their our my what who how why "
        "where which then now meanwhile however also still both many most some several all no not more "
        "according although though because despite amid among under over about against between earlier later "
        "today yesterday tomorrow last next once only one two three four five six seven eight nine ten "
        "officials police critics each every another other such even just asked image photo file video "
        "citing following speaking monday tuesday wednesday thursday friday saturday sunday january february "
        "march april may june july august september october november december"
    ),
    describing=_set("military police army navy government court opposition student civilian"),
    things=_set(
        "equipment aid assistance exercise exercises drill drills operation operations base bases action "
        "offensive intervention spending station stations cooperation hardware rule service parade presence "
        "vehicle vehicles aircraft plane planes jet jets vessel vessels ship ships post posts custody court "
        "budget support training technology target targets site sites facility facilities coup power might "
        "buildup campaign case ruling order party parties movement visa visas population casualties deaths"
    ),
)


INDONESIAN = Words(
    determiners=_set(
        "para sang si kaum sejumlah beberapa banyak semua seluruh setiap tiap salah satu dua tiga empat lima "
        "wilayah kawasan daerah kota provinsi kabupaten distrik desa pulau ibu ibukota teritori negeri "
        "perbatasan kapal "
        "kedua ketiga sebuah seorang para mantan eks calon wakil pihak sekitar ribuan ratusan puluhan belasan "
        "sedikitnya lebih hampir negara kubu kelompok rezim orang"
    ),
    prepositions=_set(
        "di ke dari pada kepada terhadap untuk bagi oleh dengan dalam atas antara tentang mengenai sejak hingga "
        "sampai sebelum sesudah setelah selama tanpa menurut melawan bersama seperti soal terkait melalui lewat "
        "demi guna akibat karena antar via menuju sekitar"
    ),
    locative=_set("di ke dari menuju melalui sekitar dekat dalam"),
    conjunctions=_set("dan atau serta maupun & / bersama"),
    subordinators=_set(
        "bahwa karena meski meskipun walau walaupun sementara ketika saat setelah sebelum jika kalau bila "
        "apabila agar supaya sehingga sedangkan namun tetapi tapi yang usai sejak hingga mana"
    ),
    relatives=_set("yang"),
    auxiliaries=_set(
        "akan telah sudah sedang tengah masih bakal hendak ingin dapat bisa mungkin harus perlu akan belum "
        "tidak tak bukan pernah mulai terus kembali juga turut ikut siap resmi sempat langsung"
    ),
    passive_auxiliaries=frozenset(),
    adverbs=_set(
        "juga kembali lagi masih terus langsung resmi secara turut ikut sepenuhnya segera tegas keras bersama "
        "pun hanya baru saja lalu kemudian pernah sempat sangat sekaligus dilaporkan diduga justru mulai "
        "berulang kali akhirnya sebelumnya"
    ),
    agent=_set("oleh"),
    pronouns=_set("ia dia mereka beliau kami kita saya aku pihaknya"),
    group_nouns=_set("kelompok sejumlah ribuan ratusan puluhan belasan rombongan massa anggota tim"),
    organisation_words=_set(
        "partai kementerian badan komisi universitas gereja dewan mahkamah pengadilan kepolisian polres polda "
        "kejaksaan yayasan lembaga institut asosiasi serikat bank pt organisasi majelis front gerakan aliansi "
        "koalisi himpunan persatuan ikatan kantor pusat komite dinas direktorat sekretariat perusahaan pasukan "
        "brigade batalyon divisi forum konferensi rumah sekolah kongres parlemen senat universitas "
        "party ministry university council agency court union committee army force group news times post"
    ),
    person_titles=_set(
        "bapak ibu pak bu tuan nyonya dr prof haji hajjah kiai ustaz gus syekh sheikh ayatollah imam paus uskup "
        "pendeta romo kardinal jenderal letjen mayjen brigjen kolonel letkol mayor kapten laksamana marsekal "
        "komjen irjen kombes akbp"
    ),
    light_verbs=_set(
        "melakukan menggelar mengadakan melancarkan memberikan menyampaikan melaksanakan meluncurkan memberi "
        "menjatuhkan memberlakukan menerapkan mengeluarkan mengumumkan memulai melanjutkan mengakhiri menjalin "
        "menandatangani mencapai membuka menyelenggarakan melayangkan melontarkan mengirim mengirimkan "
        "mengajukan menyerukan menjalankan mengintensifkan lakukan gelar lancarkan berikan sampaikan "
        "menerima mendapat memimpin membuat menyatakan menyuarakan mengungkapkan menawarkan"
    ),
    between=_set("antara"),
    openers=_set(
        "di ke dari pada dalam untuk dengan oleh karena setelah sebelum saat ketika sementara namun tetapi tapi "
        "dan atau juga ini itu ia dia mereka kami kita saya yang para sejumlah beberapa banyak semua seluruh "
        "menurut selain sejak hingga sampai meski meskipun jika kalau bila adapun bahkan lalu kemudian kini "
        "sebelumnya selanjutnya sedangkan sebagai antara akan telah tidak belum bukan hal pihak warga polisi "
        "pemerintah presiden menteri perdana kata ujar foto video gambar baca lihat senin selasa rabu kamis "
        "jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november "
        "desember berdasarkan terkait mengenai soal sekitar ribuan ratusan puluhan salah satu dua tiga pertemuan "
        "serangan perang konflik kunjungan kondisi situasi peristiwa insiden langkah pembicaraan "
        "lawatan perundingan negosiasi dialog dukungan bantuan permintaan kesepakatan perjanjian gencatan sanksi "
        "penarikan pembebasan pengakuan kerja latihan seruan desakan tuntutan komitmen penandatanganan pasokan "
        "pengiriman normalisasi mediasi pertukaran penjualan pencabutan embargo ucapan pujian"
    ),
    describing=_set("militer sipil polisi"),
    things=frozenset(),
)

WORDS = {"en": ENGLISH, "id": INDONESIAN}
