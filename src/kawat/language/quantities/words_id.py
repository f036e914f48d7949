"""Indonesian words around numbers. Own lists, from general knowledge."""

from __future__ import annotations

from kawat.language.listed import listed
from kawat.language.quantities.lexicon import Bound, Lexicon
from kawat.language.quantities.money import WORLD
from kawat.records import Counted

_SMALL = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()

_TROOPS = listed(
    """tentara prajurit serdadu pasukan personel personil marinir milisi gerilyawan kombatan tamtama
    bintara perwira milisia paramiliter brimob kopassus batalyon batalion brigade divisi kompi
    pejuang petempur gendarme"""
)
_PEOPLE = listed(
    """pencari orang warga penduduk jiwa manusia pria wanita laki-laki perempuan anak anak-anak bayi bocah
    remaja siswa pelajar mahasiswa guru dosen pekerja buruh karyawan pegawai staf petugas polisi
    aparat pejabat diplomat menteri pemimpin anggota delegasi utusan wartawan jurnalis aktivis
    pengunjuk demonstran pemrotes massa pendukung simpatisan penumpang pasien dokter perawat relawan
    petani nelayan penambang awak kru pilot turis wisatawan migran imigran tki wni wna abk militan
    pemberontak teroris penyerang pelaku tersangka terdakwa terpidana sandera tawanan narapidana
    napi korban saksi keluarga kk kerabat pemilih peserta ahli pakar inspektur pengamat pemantau
    atlet jemaah jamaah haji biksu pendeta imam sopir pengawal penjaga pemukim insinyur teknisi
    pengguna konsumen pelanggan pemuda orang-orang penembak pembom pengebom ekstremis separatis
    perompak penyelundup peretas hakim jaksa pengacara senator legislator tamu santri ulama suporter
    penonton pengemudi pengikut yatim janda penerjemah tenaga tokoh pendatang pkl sersan biarawan
    agen mata-mata instruktur komandan buron buronan penjahat"""
)
_WEAPONS = listed(
    """rudal misil roket drone nirawak tank bom ranjau granat peluru senjata senapan pistol meriam
    howitzer mortir torpedo amunisi jet hulu artileri proyektil pencegat peluncur fregat korvet
    panser rantis"""
)
_MEASURES = listed(
    """persen % km kilometer mil meter cm hektare hektar are kg kilogram gram ton kuintal barel
    liter galon derajat megawatt mw gw poin suara kursi knot kaki inci sentimeter milimeter km2 m2
    m3 halaman"""
)
_SOLID = listed(
    """rumah gedung bangunan sekolah kendaraan mobil bus truk kapal perahu pesawat helikopter tongkang kereta
    jembatan boeing airbus"""
)
_OTHER = _SOLID | listed(
    """negara pihak partai desa kota rumah gedung bangunan sekolah kendaraan mobil bus truk kapal
    perahu pesawat helikopter penerbangan serangan ledakan provinsi kabupaten distrik pulau
    pangkalan perusahaan bank perjanjian dokumen lokasi titik kasus lapangan pekerjaan surat
    kontainer ekor unit buah paket sapi kambing ayam burung unggas itik bebek ikan gajah kuda anjing
    kucing hewan satwa ternak kepala"""
)
_NOUNS: dict[str, Counted] = {
    **dict.fromkeys(_OTHER | _MEASURES, Counted.OTHER),
    **dict.fromkeys(_PEOPLE, Counted.PEOPLE),
    **dict.fromkeys(_TROOPS, Counted.TROOPS),
    **dict.fromkeys(_WEAPONS, Counted.WEAPONS),
    **dict.fromkeys(listed("mayat jenazah jasad nyawa kematian"), Counted.KILLED),
    **dict.fromkeys(listed("tahanan penangkapan penahanan"), Counted.ARRESTED),
    **dict.fromkeys(listed("pengungsi"), Counted.DISPLACED),
}

_KILLED = "tewas meninggal terbunuh gugur mati wafat dibunuh dieksekusi dibantai tenggelam"
_HURT = "luka luka-luka terluka cedera cidera"
_ARREST = "ditangkap ditahan diamankan dibekuk diringkus diciduk dipenjara"
_DISPLACE = "mengungsi dievakuasi terusir diungsikan"

_BOUNDS: dict[str, Bound] = {
    **dict.fromkeys(
        (
            "lebih dari",
            "lebih",
            "sedikitnya",
            "setidaknya",
            "setidak-tidaknya",
            "sekurang-kurangnya",
            "minimal",
            "paling sedikit",
            "paling tidak",
            "paling kurang",
            "tidak kurang dari",
            "tak kurang dari",
            "di atas",
            "melebihi",
            "lebih daripada",
            "minimum",
        ),
        Bound.AT_LEAST,
    ),
    **dict.fromkeys(
        (
            "hingga",
            "sampai",
            "kurang dari",
            "di bawah",
            "maksimal",
            "paling banyak",
            "maksimum",
            "tidak lebih dari",
            "tak lebih dari",
            "hingga mencapai",
            "sebanyak-banyaknya",
            "paling tinggi",
        ),
        Bound.AT_MOST,
    ),
    **dict.fromkeys(
        (
            "sekitar",
            "kira-kira",
            "kurang lebih",
            "lebih kurang",
            "diperkirakan",
            "diperkirakan sekitar",
            "kisaran",
            "rata-rata",
            "sekira",
            "ditaksir",
        ),
        Bound.ABOUT,
    ),
    **dict.fromkeys(("hampir", "nyaris", "mendekati"), Bound.NEARLY),
}

_STOP = listed(
    """yang di ke dari dan atau untuk pada dalam oleh dengan ini itu tersebut telah sudah akan
    sedang masih tidak tak belum juga per tiap setiap saat ketika setelah sebelum usai karena sejak
    hingga sampai agar serta sebagai kepada bagi tentang terhadap antara termasuk secara pun saja
    kata ujar tutur ucap atas kontra sebuah seorang suatu semua bila jika kalau maka tetapi tapi
    namun sementara sedangkan lewat melalui menuju guna demi tanpa selama seperti adalah ialah
    merupakan menjadi dapat bisa harus mulai kini lalu kemudian lainnya lain tewas meninggal
    terbunuh gugur mati hilang luka luka-luka terluka cedera cidera hadir tiba ikut masuk keluar
    datang pergi tinggal naik turun pulang kembali kabur lari selamat hidup jatuh hancur rusak ada
    bukan lagi senin selasa rabu kamis jumat sabtu minggu ahad kemarin besok tadi para ia dia mereka
    kami kita saya terdiri sekaligus maupun melawan versus bahwa supaya turut demo unjuk wafat
    sekitar lebih kurang dikerahkan akibat sekarang seluruhnya semuanya nanti sempat butuh setuju
    boleh mogok putus kelaparan semalam mau ingin pernah perlu suka tahu lahir bangun jadi muncul
    pindah tampil duduk sakit siap bebas menang kalah minta lumpuh padam terjun ketakutan kekurangan
    kehilangan kebanjiran keracunan kedapatan ketahuan kedinginan kesulitan batal cukup sepakat
    berhasil bubar bolos absen mundur maju kumpul gabung mengungsi menyerah tertahan terjebak
    terkena tampak agak sangat paling makin semakin hampir baru berduka justru malah gagal"""
)
_NUMBER_FORMS = {
    "seratus": 100.0,
    "seribu": 1e3,
    "sejuta": 1e6,
    "semiliar": 1e9,
    "semilyar": 1e9,
    "setriliun": 1e12,
    "seorang": 1.0,
    "selusin": 12.0,
    "sepasang": 2.0,
    "seratusan": 100.0,
    "seribuan": 1e3,
}

_NO_MONEY = frozenset({"pula", "lari"})  # "also", "to run"

INDONESIAN = Lexicon(
    decimal=",",
    thousands=".",
    units={**{word: float(value) for value, word in enumerate(_SMALL)}, **_NUMBER_FORMS},
    teen="belas",
    multipliers={"puluh": 10.0, "ratus": 100.0, "lusin": 12.0, "pasang": 2.0},
    scales={
        "ribu": 1e3,
        "juta": 1e6,
        "miliar": 1e9,
        "milyar": 1e9,
        "triliun": 1e12,
        "trilyun": 1e12,
        "rb": 1e3,
        "jt": 1e6,
    },
    short_scales={"rb": 1e3, "ribu": 1e3, "jt": 1e6, "juta": 1e6, "m": 1e9, "miliar": 1e9, "t": 1e12},
    articles=frozenset(),
    vague={
        "belasan": (11, 19),
        "puluhan": (10, None),
        "ratusan": (100, None),
        "ribuan": (1e3, None),
        "jutaan": (1e6, None),
        "miliaran": (1e9, None),
        "milyaran": (1e9, None),
        "triliunan": (1e12, None),
        "lusinan": (12, None),
    },
    vague_before=listed("beberapa"),
    link="",
    half="setengah",
    bounds=_BOUNDS,
    bounds_after={
        "atau lebih": Bound.AT_LEAST,
        "lebih": Bound.AT_LEAST,
        "+": Bound.AT_LEAST,
        "atau kurang": Bound.AT_MOST,
    },
    cautious_bounds=frozenset(),
    fillers=listed("sebanyak total sejumlah lagi"),
    range_words=listed("hingga sampai - – — atau s.d. s/d"),
    between="antara",
    range_end="dan",
    change=listed("dari"),
    months=listed(
        """januari februari maret april mei juni juli agustus september oktober november desember jan feb mar
        apr jun jul agu agt ags sep sept okt nov des"""
    ),
    year_words=listed("tahun pada sejak hingga sampai selama awal akhir pertengahan medio periode antara di dan"),
    time_units=listed(
        """detik menit jam hari malam minggu pekan bulan tahun dekade dasawarsa abad windu kali kuartal semester
        generasi tahunan bulanan harian"""
    ),
    clock_before=listed("pukul jam"),
    clock_after=listed("wib wita wit gmt utc pagi siang sore malam dini"),
    age_words=listed("berusia usia umur berumur"),
    labels=listed(
        """pasal ayat bab butir huruf resolusi nomor no halaman hlm uu undang-undang perpres pp artikel bagian
        tingkat level tahap fase kelas kategori magnitudo skala kamar gerbang jalur blok rt rw km urut
        boeing airbus formula apollo soyuz sukhoi mig leopard patriot falcon kanal grup kelompok protokol
        konvensi lampiran versi seri tipe peringkat posisi ruang lantai angkatan liga tanggal tgl zona
        sila surah jilid edisi dapil kloter terminal peron top"""
    ),
    score_words=listed("menang kalah imbang skor unggul tertinggal bermain seri agregat"),
    fractions=listed("pertiga perempat perlima persepuluh perdelapan"),
    one=listed("satu seorang"),
    definite=listed("ke"),
    nouns=_NOUNS,
    solid=_SOLID,
    measures=_MEASURES,
    classifiers=listed("orang buah unit ekor butir pucuk batang lembar biji bilah anggota"),
    others=listed("lainnya lain"),
    skip=listed("lagi"),
    stop=_STOP,
    participles={
        **dict.fromkeys(_KILLED.split(), Counted.KILLED),
        **dict.fromkeys(_HURT.split(), Counted.INJURED),
        **dict.fromkeys(_ARREST.split(), Counted.ARRESTED),
        **dict.fromkeys(_DISPLACE.split(), Counted.DISPLACED),
    },
    happened=listed(" ".join((_KILLED, _HURT, _ARREST, _DISPLACE))),
    verbs_before={
        **dict.fromkeys(
            listed("menewaskan membunuh merenggut menelan membantai mengeksekusi tewasnya terbunuhnya"),
            Counted.KILLED,
        ),
        **dict.fromkeys(("menembak mati", "menghukum mati", "memukul mati"), Counted.KILLED),
        **dict.fromkeys(listed("melukai mencederai menciderai"), Counted.INJURED),
        **dict.fromkeys(
            listed("menangkap menahan membekuk meringkus mengamankan menciduk memenjarakan"),
            Counted.ARRESTED,
        ),
        **dict.fromkeys(listed("mengungsikan mengevakuasi mengusir"), Counted.DISPLACED),
    },
    nouns_before={
        **dict.fromkeys(listed("kematian pembunuhan tewasnya"), Counted.KILLED),
        **dict.fromkeys(listed("penangkapan penahanan"), Counted.ARRESTED),
        **dict.fromkeys(listed("evakuasi pengungsian"), Counted.DISPLACED),
    },
    toll_words={
        "korban tewas": Counted.KILLED,
        "korban jiwa": Counted.KILLED,
        "korban meninggal": Counted.KILLED,
        "korban luka": Counted.INJURED,
        "korban luka-luka": Counted.INJURED,
        "jumlah pengungsi": Counted.DISPLACED,
    },
    auxiliaries=listed(
        """dilaporkan dikabarkan dinyatakan dipastikan ditemukan diyakini diduga telah sudah menjadi menderita
        mengalami kembali ikut tersebut ditembak terpaksa disebut harus akhirnya juga turut masih dikhawatirkan
        berada"""
    ),
    currencies={
        **{name: code for name, code in WORLD.items() if name not in _NO_MONEY},
        **dict.fromkeys(("dolar", "dollar", "dolar as", "dolar amerika", "dolar amerika serikat"), "USD"),
        **dict.fromkeys(("dollar as", "usd"), "USD"),
        **dict.fromkeys(("dolar australia",), "AUD"),
        **dict.fromkeys(("dolar singapura",), "SGD"),
        **dict.fromkeys(("dolar hong kong",), "HKD"),
        **dict.fromkeys(("dolar kanada",), "CAD"),
        **dict.fromkeys(("dolar taiwan",), "TWD"),
        **dict.fromkeys(("dolar selandia baru",), "NZD"),
        **dict.fromkeys(("euro",), "EUR"),
        **dict.fromkeys(("poundsterling", "pound sterling", "pound", "pounds"), "GBP"),
        **dict.fromkeys(("yen", "yen jepang"), "JPY"),
        **dict.fromkeys(("yuan", "renminbi", "yuan china", "yuan tiongkok"), "CNY"),
        **dict.fromkeys(("rupiah", "idr"), "IDR"),
        **dict.fromkeys(("ringgit", "ringgit malaysia"), "MYR"),
        **dict.fromkeys(("rubel", "rubel rusia"), "RUB"),
        **dict.fromkeys(("won", "won korea selatan", "won korea"), "KRW"),
        **dict.fromkeys(("rupee", "rupee india"), "INR"),
        **dict.fromkeys(("baht", "baht thailand"), "THB"),
        **dict.fromkeys(("peso", "peso filipina"), "PHP"),
        **dict.fromkeys(("dong", "dong vietnam"), "VND"),
        **dict.fromkeys(("riyal", "riyal saudi", "riyal arab saudi"), "SAR"),
        **dict.fromkeys(("dirham",), "AED"),
        **dict.fromkeys(("shekel",), "ILS"),
        **dict.fromkeys(("lira", "lira turki"), "TRY"),
        **dict.fromkeys(("hryvnia",), "UAH"),
        **dict.fromkeys(("franc swiss", "franc"), "CHF"),
        **dict.fromkeys(("kroner norwegia", "krone norwegia"), "NOK"),
        **dict.fromkeys(("kroner denmark", "krone denmark"), "DKK"),
        **dict.fromkeys(("rupee pakistan",), "PKR"),
        **dict.fromkeys(("rupee sri lanka",), "LKR"),
        **dict.fromkeys(("peso meksiko",), "MXN"),
        **dict.fromkeys(("peso kolombia",), "COP"),
        **dict.fromkeys(("peso argentina",), "ARS"),
        **dict.fromkeys(("peso cile", "peso chile"), "CLP"),
        **dict.fromkeys(("shilling kenya",), "KES"),
        **dict.fromkeys(("dolar fiji",), "FJD"),
    },
)
