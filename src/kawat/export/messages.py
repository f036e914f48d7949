"""What files say in words that people read, in English and Indonesian; the interface says the same."""

from __future__ import annotations

LANGUAGES = ("en", "id")

WORDS: dict[str, tuple[str, str]] = {
    # what became of a plan
    "plan_ahead": ("ahead", "akan datang"),
    "plan_cancelled": ("cancelled", "dibatalkan"),
    "plan_moved": ("moved", "dipindahkan"),
    "plan_occurred": ("occurred", "terjadi"),
    "plan_overdue": ("overdue: no word since", "lewat: belum ada kabar"),
    "plan_undated": ("open", "terbuka"),
    "moved_from": ("moved from {before} to {after}: {by}", "dipindahkan dari {before} ke {after}: {by}"),
    # statuses
    "occurred": ("occurred", "terjadi"),
    "ongoing": ("ongoing", "berlangsung"),
    "planned": ("planned", "direncanakan"),
    "possible": ("possible", "mungkin"),
    "denied": ("denied", "dibantah"),
    # what is counted
    "counted_killed": ("killed", "tewas"),
    "counted_injured": ("injured", "luka"),
    "counted_arrested": ("arrested", "ditangkap"),
    "counted_displaced": ("displaced", "mengungsi"),
    "counted_troops": ("troops", "pasukan"),
    "counted_people": ("people", "orang"),
    "counted_money": ("money", "uang"),
    "counted_weapons": ("weapons", "senjata"),
    "counted_other": ("figure", "angka"),
    # what stands for a value that nobody tells
    "nobody": ("nobody named", "tanpa nama"),
    "not_said": ("–", "–"),
    "outlet_itself": ("the outlet", "media itu"),
}
