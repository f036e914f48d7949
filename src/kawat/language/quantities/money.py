"""Names of money that only one state has, alike in English and Indonesian but for the plural. Own list.

Names that several states share (krone, dinar, peso, franc, shilling) are told by their language's own table where a
word beside them says whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = """
    AFN afghani afghanis
    AMD dram drams
    AOA kwanza kwanzas
    AZN manat manats
    BDT taka
    BGN lev leva
    BOB boliviano bolivianos
    BRL reais
    BTN ngultrum
    BWP pula
    CRC colones
    CZK koruna korunas
    ETB birr
    GEL lari
    GHS cedi cedis
    GMD dalasi
    GTQ quetzal quetzals quetzales
    HNL lempira lempiras
    HTG gourde gourdes
    HUF forint forints
    ISK kronur
    KHR riel riels
    KZT tenge
    LAK kip
    LSL loti maloti
    MGA ariary
    MMK kyat kyats
    MNT tugrik tugriks
    MRU ouguiya
    MVR rufiyaa
    MZN metical meticais
    NGN naira
    NIO cordoba cordobas
    PEN soles
    PGK kina
    PLN zloty zlotys
    PYG guarani guaranies
    SEK krona kronor
    SLE leone leones
    TJS somoni
    TOP pa'anga pa’anga paanga
    UZS soum soums
    VES bolivar bolivars bolivares
    VUV vatu
    WST tala
    ZAR rand
    ZMW kwacha
"""
WORLD: Mapping[str, str] = {
    name: code for code, *names in map(str.split, _NAMES.strip().splitlines()) for name in names
}
