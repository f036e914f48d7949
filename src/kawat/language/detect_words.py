"""Words that tell neighbouring languages apart. Own lists, from general knowledge of the languages."""

from __future__ import annotations

from kawat.language.listed import listed

_MALAYIC = (
    "yang dan di ke dari untuk dengan pada ini itu akan dalam oleh tidak telah sudah juga ada atau sebagai "
    "adalah para kepada mereka dia ia kami kita saya anda orang tahun hari negara setelah seorang satu dua "
    "bagi sebuah serta lebih masih antara atas lain hanya baru belum secara maka jika agar terhadap menjadi"
)
_ENGLISH = (
    "the of and to in a is that for it on was with as by at from be this have had has are were an not but "
    "his her their its which who will would said they he she been or after about more than when also into "
    "him her says while because during under most some first last met left over between before "
    "against if there we you i our your can could should may what one two new"
)
_JAVANESE = (
    "ing kang lan saka iki kuwi ora wis sing karo ana dadi menyang marang ingkang punika sampun dening wong "
    "uga nanging kanggo amarga yaiku lumantar ndadekake dheweke aku kowe piye arep lagi durung maneh "
    "kasebut taun luwih saben nuli banjur bisa akeh nang mung ngandika ujare kandhane"
)
_SUNDANESE = (
    "jeung nu anu teu tina dina ieu éta eta urang ka ku keur geus bakal aya lain henteu sarta pikeun naha "
    "maranéhna manéhna anjeunna jalma taun ogé oge kana mun lamun ngan bari kudu nyaéta nyaeta saurna "
    "cenah basa saméméh sanggeus loba leuwih mimiti boga waé atawa"
)

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "malayic": listed(_MALAYIC),
    "en": listed(_ENGLISH),
    "jv": listed(_JAVANESE) - {"bisa", "ana"},
    "su": listed(_SUNDANESE) - {"lain"},
}
"""Frequent words per group; "malayic" are those that Indonesian and Malay share."""

INDONESIAN_ONLY = listed(
    """karena bisa uang bahwa inggris mengatakan dikatakan resmi polisi kepolisian pemerintah
    pemerintahan senin jumat kamis agustus maret juni juli desember kantor perusahaan dolar jerman
    belanda tiongkok yunani spanyol kapan butuh membutuhkan kebutuhan coba mencoba anggaran provinsi
    kabupaten bupati ujar tutur ucap ungkap imbuh tandas menlu menhan kemlu kemenlu jurnalis tapi
    meski meskipun usai pasca pascaperang serikat pekan triliun miliar milyar mobil bandara prajurit
    jenderal letnan kolonel sekretaris universitas mahasiswa kualitas aktivitas komunitas realitas
    identitas otoritas prioritas kapasitas stabilitas fasilitas proyek kebijakan musik listrik
    diizinkan izin khawatir kekhawatiran kemarin rapat oposisi negosiasi koalisi evakuasi dievakuasi
    demonstrasi demonstran bertemu karyawan cuma enggak nggak departemen mendagri kapolri polri wib
    wita dpr dprd rupiah gratis eropa suriah aljazair kanada swedia norwegia finlandia hongaria
    rumania kroasia selandia maroko pbb korsel korut wapres sidak tersangka korupsi rudal
    internasional penembakan pemboman pengeboman persen persentase kecelakaan ketimbang sedangkan
    dikarenakan lantaran terkait menyampaikan diperkirakan jaksa pengacara pemilu capres cawapres
    partai mantan kok sih banget menewaskan melukai gerilyawan militer tewasnya karenanya wali
    produsen konsumen pajak"""
)
"""Spelt or used so in Indonesian and not, or hardly ever, in Malay."""

MALAY_ONLY = listed(
    """kerana wang bahawa inggeris rasmi polis isnin jumaat khamis ahad ogos mac jun julai
    disember syarikat cuba mencuba beliau manakala semasa menerusi ialah askar jeneral leftenan
    setiausaha universiti kualiti aktiviti komuniti realiti identiti autoriti kapasiti kestabilan
    fasiliti projek muzik elektrik bimbang kebimbangan mesyuarat bilion trilion peratus peratusan
    pertubuhan eropah syria ukraine palestin sepanyol itali kemboja baharu malaysiakini parlimen
    dato putrajaya mangsa pengganas tentera antarabangsa akhbar pemberita jurucakap timbalan
    pesuruhjaya pengarah pengerusi sekiranya selepas bertarikh setakat hendaklah kos bajet cukai
    sukar kemalangan peguam pendakwaan parti pembangkang berhad sdn bhd lawatan pelancong
    pelancongan berkata memaklumkan dimaklumkan kesihatan ubat doktor jururawat serantau ketibaan
    berlepas penolong perkhidmatan maklumat jawatankuasa perlembagaan pengundi kempen majlis banduan
    disiasat suspek dadah rogol letupan sahaja khuatir maghribi rasuah sokongan menyokong ditubuhkan
    tenteranya kerajaannya"""
)
"""Spelt or used so in Malay and not, or hardly ever, in Indonesian."""
