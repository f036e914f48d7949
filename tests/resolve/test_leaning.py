"""Words that stand for somebody named before: "they", "the four", "negaranya"; and bodies that name no country."""

from __future__ import annotations

import pytest
from helper_resolve import last, marked, stand_for

from kawat.records import Actor, ActorKind, ClaimSpans, Mention, MentionKind, Span, VoiceSpans

BOTH = "[person Kim Abe] and [person Tan Bo] met. [pronoun They] ate."
ANTARA = "Rapat antara [person Kim Abe] dan [person Tan Bo] usai. [pronoun Mereka] makan."
GAZA = "[role Israeli troops] came to [place Gaza] in [state Palestine], and left [place Gaza]. "
LAOS = "[role Dua serdadu Laos] hilang. [pronoun Mereka] sakit. "
HOME_IS_THAILAND = "[state Thailand] waits. [state Thailand] votes. [state Thailand] counts. "


def told(language: str, text: str, *claims: tuple[str, str]) -> list[str]:
    """Who the last mention is, where each claim is the words of a speaker and what is said."""
    found = marked(text, language=language)
    whole = found.article.text
    spans = tuple(
        ClaimSpans(
            (VoiceSpans(found.mention(speaker), None),),
            Span(whole.index(said), whole.index(said) + len(said)),
            quoted=False,
        )
        for speaker, said in claims
    )
    return [one.name for one in stand_for(found.article, found.mentions, spans)[-1]]


def hinted(text: str, words: str, kind: MentionKind, hint: str) -> Actor:
    """Who the words are where the reader saw a country in them."""
    found = marked(text)
    start = found.article.text.index(words)
    mention = Mention(Span(start, start + len(words)), kind, country_hint=hint)
    return stand_for(found.article, (*found.mentions, mention))[-1][0]


def test_they_are_all_whom_the_words_before_stand_for() -> None:
    text = "[state Chad] sued [state Norway]. [role The two governments] talked. [pronoun They] agreed."
    assert {country for _, country in last(text)} == {"TCD", "NOR"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("id", "[role Tiga mahasiswa] tiba. Ada [role WNI] di sana. [pronoun Mereka] menunggu.", "WNI"),
        ("id", "[role Kesepuluh negara] hadir. [pronoun Mereka] sepakat.", "Kesepuluh negara"),
        ("en", "[role Up to 200 people] came. [pronoun They] waited.", "Up to 200 people"),
    ],
)
def test_they_take_up_words_that_say_many(language: str, text: str, expected: str) -> None:
    assert [name for name, _ in last(text, language)] == [expected]


def test_he_takes_up_nobody_of_whom_there_are_many() -> None:
    text = "[person Rui Dias] came. [role Up to 200 people] saw it. [pronoun He] spoke."
    assert last(text) == [("Rui Dias", None)]


@pytest.mark.parametrize("body", ["The Norwegian army", "The Norwegian government", "The Norwegian parliament"])
def test_it_takes_up_a_body_without_a_name(body: str) -> None:
    assert last(f"[state Chad] waits. [role {body}] said [pronoun it] would leave.") == [(body, "NOR")]


def test_it_takes_up_no_people() -> None:
    assert last("[state Chad] waits. [role Norwegian soldiers] said [pronoun it] would leave.") == [("Chad", "TCD")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "[state Chad] menunggu. [role Menteri Norwegia] menegaskan [role negaranya] tidak ikut."),
        ("en", "[state Chad] waits. [role The Norwegian minister] said [role his country] had left."),
    ],
)
def test_ones_country_is_that_of_who_the_sentence_tells_of(language: str, text: str) -> None:
    assert last(text, language) == [("Norway", "NOR")]


def test_ones_country_without_an_owner_keeps_its_words() -> None:
    assert last("[state Chad] waits. [person Rui Dias] left. [role His country] waits.")[0][1] != "NOR"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[state Chad], [state Mali] and [state Togo] left. [role The three] wait.", ["TCD", "MLI", "TGO"]),
        ("id", "[state Chad], [state Mali] dan [state Togo]. [role Ketiganya] menunggu.", ["TCD", "MLI", "TGO"]),
        ("en", "[state Chad], [state Mali] and [state Togo] left. [role The four] wait.", [None]),  # not so many
        ("en", "[state Chad] and [state Mali] left [state Togo]. [role The three] wait.", [None]),  # no list
    ],
)  # fmt: skip
def test_so_many_are_the_latest_list_of_as_many_states(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert [country for _, country in last(text, language)] == expected


def test_the_group_is_no_body_of_state() -> None:
    text = "[group Hezbollah] waits. [organisation US Central Command] struck. [role The group] fled."
    assert last(text)[0][0] == "Hezbollah"
    assert last("[organisation US Central Command] struck. [role The group] fled.") == [("The group", None)]


@pytest.mark.parametrize(
    ("words", "kind", "country"),
    [
        ("the appointed Senate", MentionKind.ROLE, "THA"),
        ("opposition Democratic Party", MentionKind.ORGANISATION, "THA"),
        ("Republican congressmen", MentionKind.ROLE, "USA"),  # people of that party are of its country
        ("the American Senate", MentionKind.ROLE, "USA"),
    ],
)
def test_a_body_that_many_countries_have_is_that_of_the_article(
    words: str, kind: MentionKind, country: str
) -> None:
    assert hinted(HOME_IS_THAILAND + f"Now {words} met.", words, kind, "USA").country == country


@pytest.mark.parametrize(
    ("words", "country"),
    [("Panglima TNI", "IDN"), ("Panglima", "THA"), ("anggota Senat", "THA")],  # a senate is of many countries
)
def test_a_role_is_of_the_country_of_the_body_that_it_names(words: str, country: str) -> None:
    assert last(HOME_IS_THAILAND + f"[role {words}] menunggu.", "id")[0][1] == country


def test_without_such_a_country_the_reader_is_believed() -> None:
    assert hinted("Now the Senate met.", "the Senate", MentionKind.ROLE, "USA").country == "USA"


def test_a_place_within_a_persons_name_is_not_where_they_are_from() -> None:
    assert hinted("Now Sheikh Sabah spoke.", "Sheikh Sabah", MentionKind.PERSON, "MYS").country is None
    assert hinted("Now Rui Dias spoke.", "Rui Dias", MentionKind.PERSON, "MYS").country == "MYS"


def test_the_countrys_people_are_those_of_the_country_that_the_article_is_about() -> None:
    text = HOME_IS_THAILAND + "[state Norway] is far. [role The country's biggest union] left."
    assert last(text) == [("The country's biggest union", "THA")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[state Chad] sued [state Norway]. [state Mali] waits as [role the police] leave.", "MLI"),
        ("en", "[state Chad] sued [state Norway]. [state Mali] waits. [role The police] leave.", None),
        ("en", "[state Chad] sued [state Norway]. [role The police] leave.", None),  # two of them
        ("en", "[state Chad] sued [state Norway]. The [role Malian envoy] met [role the police].", None),
        ("en", "[state Chad] sued [state Norway]. [state Mali] asked [role the governments] to leave.", None),
        ("en", "[state Chad] sued [state Norway]. [state Mali] asked [role police of Kanto].", None),  # has a name
    ],
)
def test_officials_are_of_the_one_country_named_around_them(language: str, text: str, expected: str | None) -> None:
    assert last(text, language)[0][1] == expected


@pytest.mark.parametrize(
    ("language", "words", "kind"),
    [
        ("en", "foreign ministers", ActorKind.GROUP),
        ("id", "para menteri", ActorKind.GROUP),
        ("en", "at least two ministers", ActorKind.GROUP),
        ("en", "minister of foreign affairs", ActorKind.PERSON),
        ("id", "paus", ActorKind.PERSON),
    ],
)
def test_a_role_that_says_many_is_a_group(language: str, words: str, kind: ActorKind) -> None:
    found = marked(f"Now [role {words}] met.", language=language)
    ((actor,),) = stand_for(found.article, found.mentions)
    assert actor.kind is kind


def test_the_country_is_that_of_a_side_of_its_own_sentence() -> None:
    before = "[state Chad] waited. [state Norway] left."
    assert last(f"{before} The [role Jordanian government] said [role the country] took them in.")[0][1] == "JOR"
    assert last(f"{before} The [role Jordanian government] spoke. [role The country] took them in.")[0][1] == "NOR"


def test_a_country_that_has_no_code_is_taken_up_as_well() -> None:
    ((name, country),) = last("[state Wakanda] waited. [role The country] took them in.")
    assert (name, country) == ("Wakanda", None)


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        ("id", "[state Chad] dan [state Peru] mengatakan bahwa [pronoun mereka] bergabung.", ["TCD", "PER"]),
        (
            "en",
            "[state Chad], [state Peru] and [state Norway] said [pronoun they] joined.",
            ["TCD", "PER", "NOR"],
        ),
        (
            "en",
            "[role Two Norwegians] came. [state Chad] and [state Peru] met [pronoun them].",
            ["TCD", "PER"],
        ),
        ("en", "[state Chad] met [state Peru], and [pronoun they] left.", [None]),
        (
            "en",
            "[state Chad] and [state Peru] spoke. [role Two Norwegians] said [pronoun they] left.",
            ["NOR"],
        ),
    ],
)
def test_they_are_those_that_the_sentence_joins(language: str, text: str, countries: list[str | None]) -> None:
    assert [country for _, country in last(text, language=language)] == countries


def test_both_sides_are_the_two_that_the_sentence_joins() -> None:
    before = "[state Chad] met [state Peru]. [state Chad] left. [state Peru] stayed."
    three = "[person Tony Blair] of [state Britain] met [state Norway] and [state Japan] and told"
    assert [one for _, one in last(f"{before} {three} [pronoun both sides] so.")] == ["NOR", "JPN"]
    apart = "[state Britain] met [state Norway] after [state Japan] had told"
    assert [one for _, one in last(f"{before} {apart} [pronoun both sides] so.")] == ["TCD", "PER"]


def test_the_world_is_of_no_country() -> None:
    home = "[state Chad] voted. [state Chad] waited. [state Chad] slept."
    assert last(f"{home} [role The army] came.")[0][1] == "TCD"
    assert last(f"{home} [role The international army] came.")[0][1] is None
    assert last(f"{home} [role Foreign troops] came.")[0][1] is None
    assert last(f"{home} [role The foreign minister] came.")[0][1] == "TCD"
    assert last(f"{home} [role The Foreign Affairs Ministry] came.")[0][1] == "TCD"


@pytest.mark.parametrize("word", ["katanya", "ujarnya", "dia"])
def test_who_said_it_is_the_person_named_before(word: str) -> None:
    assert last(f"[person Rui Dias] tiba. Polisi pergi, [pronoun {word}].", language="id")[0][0] == "Rui Dias"


def test_one_s_own_side_is_who_speaks() -> None:
    assert last("[state Chad] mengatakan bahwa [pronoun pihaknya] siap.", language="id")[0][1] == "TCD"
    assert last("[person Rui Dias] datang. [state Peru] akan pergi bila [pronoun pihaknya] siap.", language="id")[
        0
    ][1] == ("PER")


def test_a_clitic_is_the_person_that_the_sentence_describes() -> None:
    before = (
        "[person Rui Dias] tiba. [role Seorang perempuan Norwegia] menuduh [role tiga polisi] memukul[pronoun nya]."
    )
    assert last(before, language="id")[0][0] == "Seorang perempuan Norwegia"
    assert last("[person Rui Dias] tiba. Polisi memukul[pronoun nya].", language="id")[0][0] == "Rui Dias"


def test_an_outlet_tells_of_any_country() -> None:
    assert last("She told [organisation Al Jazeera] that [role police] had come.")[0][1] is None
    assert last("She told [organisation Al Jazeera] that [role police] of [state Chad] had come.")[0] is not None
    home = "[organisation Al Jazeera] asked. [organisation Al Jazeera] wrote. [organisation Al Jazeera] showed it."
    assert last(f"{home} [role The army] came.")[0][1] is None


@pytest.mark.parametrize(
    ("language", "text", "claims", "expected"),
    [
        # one who spoke speaks on, though others are named before
        (
            "id",
            "[role Seorang korban] pulang, kata [person Rui Dias]. [pronoun Ia] mengatakan hujan turun.",
            [("Rui Dias", "Seorang korban pulang"), ("Ia", "hujan turun")],
            ["Rui Dias"],
        ),
        (
            "en",
            "[person Ana Lopes] fell, [person Rui Dias] said. [pronoun He] said it rained.",
            [("Rui Dias", "Ana Lopes fell"), ("He", "it rained")],
            ["Rui Dias"],
        ),
        ("en", "[person Ana Lopes] fell, [person Rui Dias] said. [pronoun She] slept.", [], ["Ana Lopes"]),
        # and does not mean oneself
        (
            "en",
            "[person Rui Dias] came. The plan of [person Ana Lopes] failed, [pronoun he] said.",
            [("he", "The plan of Ana Lopes failed")],
            ["Rui Dias"],
        ),
        # a body says what its people do; a state says it of others
        (
            "id",
            "[role Para nelayan] pulang. [organisation Komisi Eropa] menyatakan [pronoun mereka] mengirim beras.",
            [("Komisi Eropa", "mereka mengirim beras")],
            ["European Commission"],
        ),
        (
            "en",
            "[role Two divers] came. [state Norway] says that [pronoun they] hid a drone.",
            [("Norway", "that they hid a drone")],
            ["Two divers"],
        ),
    ],
)
def test_who_speaks_is_taken_up_by_who_speaks(
    language: str, text: str, claims: list[tuple[str, str]], expected: list[str]
) -> None:
    assert told(language, text, *claims) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # those whom it goes on to describe
        ("id", "[role Tiga nelayan] tiba. Jaksa mengampuni [pronoun mereka] yang menyerah."),
        ("en", "[role Three divers] came. The court pardoned [pronoun them] who had given up."),
        # nothing, or a thing
        ("en", "[state Norway] waited. [pronoun It] would be very hard to find a way."),
        ("en", "[state Norway] waited. [pronoun It] will probably take three months to build a dam."),
        ("en", "[state Norway] waited. Oslo's mayor called [pronoun it] an unlawful act."),
        ("en", "[state Norway] waited. Oslo's mayor signed [pronoun it] on Monday."),
        ("en", "[state Norway] waited. This made [pronoun it] costly for the mayor."),
        ("en", "[state Norway] waited. [pronoun It]'s time for a talk."),
        ("en", "[state Norway] waited. [pronoun It]'s something we want."),
        ("en", "[organisation Al Jazeera] asked. [pronoun It] hit a rock."),
        # the press, which is only told
        ("en", "A spokesman told [role reporters]. The army chased [pronoun them]."),
        # a body of another kind
        ("en", "[organisation Interpol] came. [role The court] waited."),
    ],
)
def test_some_words_take_up_nobody(language: str, text: str) -> None:
    found = marked(text, language=language)
    assert stand_for(found.article, found.mentions)[-1][0].resolved_by is None


@pytest.mark.parametrize(
    "text",
    [
        "[state Norway] waited. A mayor accused [pronoun it] of greed.",
        "[state Norway] waited. [pronoun It] will send rice.",
        "[state Norway] waited. [pronoun It] is steering clear of it.",
        "[state Norway] waited. [pronoun It]'s steering clear of it.",
    ],
)
def test_it_takes_up_a_state_that_acts_or_is_blamed(text: str) -> None:
    assert last(text) == [("Norway", "NOR")]


def test_they_are_not_those_where_something_is() -> None:
    text = "[state Chad] and [state Mali] gave help in [state Togo] and [state Peru]; she may ask [pronoun them]."
    assert {country for _, country in last(text)} == {"TCD", "MLI"}


def test_of_countries_named_as_often_two_are_those_named_first() -> None:
    text = (
        "[state Peru] dan [state Chile] berdamai. [person Presiden Peru Rui Dias] berbicara. [state Chile] setuju. "
        "[state Kanada] menonton. [state Kanada] pergi. [role Para jenderal kedua negara] bertemu."
    )
    assert [country for _, country in last(text, "id")] == ["PER", "CHL"]


def test_who_mediates_is_not_one_of_the_two_though_named_more() -> None:
    text = (
        "Krisis [state Peru]-[state Chile] mereda. [person Presiden Kanada Rui Dias] menelepon. "
        "[state Kanada] menekan [state Peru]. [state Kanada] puas. [role Para jenderal kedua negara] bertemu."
    )
    assert {country for _, country in last(text, "id")} == {"PER", "CHL"}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[person Ann Salas] met [person John Poole]. [pronoun She] smiled.", ["Ann Salas"]),
        ("en", "[person Ann Salas] met [person John Poole]. [pronoun He] smiled.", ["John Poole"]),
        ("en", "[person Ms Tan] met [person Mr Bo]. [pronoun He] smiled.", ["Bo"]),
        ("en", "[person John Poole] slept. [pronoun She] smiled.", ["She"]),
        ("en", "[person Mrs Kay Oduya] met [person John Poole]. [pronoun She] smiled.", ["Kay Oduya"]),
        # who undergoes is not who acts
        ("en", "[person Kim Abe] spoke. [person Tan Bo] accused [pronoun him].", ["Kim Abe"]),
        ("en", "[person Kim Abe] spoke. [person Tan Bo] said that they saw [pronoun him].", ["Tan Bo"]),
        ("en", "[person Kim Abe] spoke. It made [person Tan Bo] to hide [pronoun him].", ["Tan Bo"]),
        ("id", "[role Para pemrotes] duduk. [role Para polisi] menuduh [pronoun mereka].", ["Para pemrotes"]),
        ("id", "[role Para pemrotes] duduk. [role Para polisi] berkata [pronoun mereka] lelah.", ["Para polisi"]),
        # who says so
        ("id", "[person Kim Abe] mundur usai [person Tan Bo] berkata [pronoun ia] sakit.", ["Tan Bo"]),
        ("id", "[person Kim Abe] mundur setelah [person Tan Bo] datang karena [pronoun ia] sakit.", ["Kim Abe"]),
        # the two of the sentence before
        ("en", "[role Six envoys] sat. " + BOTH, ["Kim Abe", "Tan Bo"]),
        ("id", "[role Enam utusan] duduk. " + ANTARA, ["Kim Abe", "Tan Bo"]),
    ],
)  # fmt: skip
def test_pronouns_fit_whom_they_take_up(language: str, text: str, expected: list[str]) -> None:
    assert [name for name, _ in last(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "[group The two Koreas] met.", ["PRK", "KOR"]),
        ("id", "[group Kedua Korea] bertemu.", ["PRK", "KOR"]),
        ("en", "The six-[role party] talks began.", []),
        ("en", "[role The party] talks began.", [None]),
        # soldiers of many countries are of none, and those of a land without an army are another's
        ("en", HOME_IS_THAILAND + "[role Troops] from nine countries trained.", [None]),
        ("id", HOME_IS_THAILAND + "[role Pasukan] dari sembilan negara berlatih.", [None]),
        ("en", HOME_IS_THAILAND + "[role Troops] from the coast trained.", ["THA"]),
        ("en", GAZA + "[role The army] shot.", ["ISR"]),
        ("en", HOME_IS_THAILAND + "[role Burmese troops] came. [role The army] shot.", ["THA"]),
        # a pronoun between the two does not hide whose they were
        ("id", HOME_IS_THAILAND + LAOS + "[role Kedua serdadu itu] pulang.", ["LAO"]),
    ],
)  # fmt: skip
def test_whose_somebody_is(language: str, text: str, expected: list[str | None]) -> None:
    assert [country for _, country in last(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ('[person Kim Abe] ran. [person Tan Bo] sat. Bo said: "[pronoun He] was held."', True, "Kim Abe"),
        ("[person Kim Abe] ran. [person Tan Bo] sat. Bo said [pronoun he] was held.", False, "Tan Bo"),
    ],
)
def test_who_speaks_is_not_he_in_a_quotation(text: str, quoted: bool, expected: str) -> None:
    found = marked(text.replace("Bo said", "[person Bo] said"))
    speaker, he = found.mentions[2:]
    end = found.article.text.index("was held") + len("was held")
    claim = ClaimSpans((VoiceSpans(speaker, None),), Span(he.span.start, end), quoted)
    assert [one.name for one in stand_for(found.article, found.mentions, (claim,))[-1]] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", HOME_IS_THAILAND + "[group Lumen Order] sang. [role Lumen officials] fled.", None),
        ("en", HOME_IS_THAILAND + "[role Company officials] fled.", None),
        ("en", HOME_IS_THAILAND + "[role A church lawyer] fled.", None),
        ("id", HOME_IS_THAILAND + "[role Pejabat perusahaan] pergi.", None),
        ("id", HOME_IS_THAILAND + "[role Pejabat] pergi.", "THA"),
        ("en", HOME_IS_THAILAND + "[role Labour officials] fled.", "THA"),
        ("en", HOME_IS_THAILAND + "[role Thai company officials] fled.", "THA"),
    ],
)
def test_officials_of_a_private_body_are_not_of_home(language: str, text: str, expected: str | None) -> None:
    assert [country for _, country in last(text, language)] == [expected]


def test_one_of_a_people_is_no_government() -> None:
    found = marked("[role An Armenian] and [role the Armenian president] met.")
    assert [one.sector for (one,) in stand_for(found.article, found.mentions)] == ["CVL", "GOV"]


SHE_AND_HE = "[person Jo Abe] sat. [pronoun She] ate. [person Bo Tan] came. [pronoun He] ate. "
REBELS_EN = "[state Colombia] waits. [state Colombia] votes. [group FARC] grew in [state Colombia]. "
REBELS_ID = "[state Kolombia] menunggu. [state Kolombia] memilih. [group FARC] tumbuh di [state Kolombia]. "


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", REBELS_EN + "[role The two sides] met.", ["Colombia", "Revolutionary Armed Forces of Colombia"]),
        ("id", REBELS_ID + "[role Kedua pihak] bertemu.", ["Colombia", "Revolutionary Armed Forces of Colombia"]),
        ("en", REBELS_EN + "[role Both] met.", ["Both"]),  # may be two people
        ("en", REBELS_EN + "Two nurses sang. [role Both] met.", ["Both"]),  # they are those
        ("en", HOME_IS_THAILAND + "[role The two sides] met.", ["The two sides"]),
        # whom a clause is about is not who acts in it
        ("en", "[role Two guards] ate. They left [role the men] whom [pronoun they] feared.", ["Two guards"]),
        # who tells whom
        ("en", "[person Kim Abe] told [person Tan Bo] that [pronoun he] would come.", ["Kim Abe"]),
        ("en", "[person Kim Abe] told [person Tan Bo] in May; [pronoun he] left.", ["Tan Bo"]),
        ("id", "[role Para analis] duduk. [state Iran] menyatakan [pronoun mereka] siap.", ["Iran"]),
        # who was called "he" is not "she"
        ("en", SHE_AND_HE + "[pronoun He] said [pronoun she] left.", ["Jo Abe"]),
    ],
)  # fmt: skip
def test_sides_and_pronouns_of_longer_texts(language: str, text: str, expected: list[str]) -> None:
    assert [name for name, _ in last(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HOME_IS_THAILAND + "[state Laos] saw it. It rained. It rained on. [state the country] voted.", "Thailand"),
        (HOME_IS_THAILAND + "[state Laos] saw it. [state the country] voted.", "Laos"),
        ("[state Laos] saw it. It rained. It rained on. [state the country] voted.", "Laos"),
    ],
)
def test_the_country_is_home_where_none_was_named_just_before(text: str, expected: str) -> None:
    assert [name for name, _ in last(text)] == [expected]


def test_leaders_of_two_states_are_not_the_states_nor_their_soldiers() -> None:
    text = "[state Chad] and [role Norwegian troops] left. [role The two leaders] refused."
    assert last(text) == [("The two leaders", "TCD"), ("The two leaders", "NOR")]


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("[organisation Lumen Church website]", "Lumen Church"),
        ("[organisation Lumen Church Council]", "Lumen Church Council"),
    ],
)
def test_a_name_takes_up_no_thing_of_its_bearer(first: str, name: str) -> None:
    assert last(f"{first} fell. [organisation Lumen Church] spoke.") == [(name, None)]


@pytest.mark.parametrize("verb", ["urged", "called on", "asked"])
def test_the_two_who_are_asked_are_not_the_two_who_ask(verb: str) -> None:
    before = "[state Norway] and [state Japan] fought."
    asked = f"{before} [state Chad] and [state Peru] {verb} [role both sides] to stop."
    assert [one for _, one in last(asked)] == ["NOR", "JPN"]
    agreed = f"{before} [state Chad] and [state Peru] met, and [role both sides] agreed."
    assert [one for _, one in last(agreed)] == ["TCD", "PER"]


def test_who_only_watched_is_none_of_the_two_countries() -> None:
    text = "[state Norwegia] dan [state Jepang] berunding. [state Norwegia] dan [state Jepang] sepakat. "
    seen = "Naskah itu diteken di hadapan [person Donald Trump] dan [person Anwar Ibrahim]. "
    told = last(f"{text}{seen}[role Kedua negara] menarik pasukan.", language="id")
    assert {country for _, country in told} == {"NOR", "JPN"}


def test_two_men_are_the_two_persons_of_whom_it_was_told() -> None:
    told = "[state Norway] met [state Japan]. [person Rui Dias] spoke. [person Ola Berg] left."
    names = [name for name, _ in last(f"{told} [role The two men] disagree.")]
    assert len(names) == 2
    three = f"{told} [person Tom Hill] came. [role The two men] disagree."
    assert not {"NOR", "JPN"} & {country for _, country in last(three)}


@pytest.mark.parametrize("words", ["Two men", "Two ministers", "Two countries"])
def test_two_without_an_article_are_two_others(words: str) -> None:
    told = "[person Emmanuel Macron] of [state France] met [person Friedrich Merz] of [state Germany]."
    names = {name for name, _ in last(f"{told} [role {words}] left.")}
    assert not names & {"Emmanuel Macron", "Friedrich Merz", "France", "Germany"}
    taken_up = words.replace("Two", "two")
    assert len(last(f"{told} The [role {taken_up}] left.")) == 2


@pytest.mark.parametrize(
    ("language", "text", "pronoun"),
    [
        ("en", "[role Police] arrested [role a protester]. [pronoun He] was jailed.", "a protester"),
        ("id", "[role Polisi] menangkap [role seorang demonstran]. [pronoun Ia] dipenjara.", "seorang demonstran"),
    ],
)
def test_who_was_arrested_is_taken_up_and_not_who_was_named_before(language: str, text: str, pronoun: str) -> None:
    told = "[person Emmanuel Macron] met [person Friedrich Merz]."
    assert [name for name, _ in last(f"{told} {text}", language=language)] == [pronoun]


@pytest.mark.parametrize("count", ["sembilan", "tujuh", "dua belas"])
def test_mereka_takes_up_people_that_are_counted(count: str) -> None:
    told = f"[organisation Uni Eropa] menghukum [role {count} pejabat Togo]. [pronoun Mereka] dilarang masuk."
    assert last(told, language="id") == [(f"{count} pejabat Togo", "TGO")]


def test_who_is_arrested_is_the_accused_and_no_prosecutor() -> None:
    told = "[role Jaksa] mendakwa [person Kofi Mensah]. [pronoun Ia] ditangkap kemarin."
    assert [name for name, _ in last(told, language="id")] == ["Kofi Mensah"]


@pytest.mark.parametrize(
    ("before", "country"),
    [
        ("[organisation Uni Eropa] bersidang.", "EUR"),
        ("[state Togo] bersidang.", "BEL"),
        ("[organisation Uni Eropa] ke Belgia.", "BEL"),
    ],
)
def test_brussels_speaks_for_the_union_that_the_article_names(before: str, country: str) -> None:
    told = f"{before} [state Togo] mengecam keputusan [state Brussels]."
    assert [one for _, one in last(told, language="id")] == [country]


@pytest.mark.parametrize("verb", ["accused her of lying", "freed her", "told her to go"])
def test_her_that_owns_nothing_is_not_who_does_it_to_her(verb: str) -> None:
    told = f"[person Mary Abe] resigned. [person Tan Bo] {verb.replace('her', '[pronoun her]')}."
    assert [name for name, _ in last(told)] == ["Mary Abe"]


def test_the_company_is_no_public_body() -> None:
    told = "[organisation European Commission] fined [organisation Acme Widgets]. [role The company] refused."
    assert [name for name, _ in last(told)] == ["Acme Widgets"]
    law = "[organisation Digital Services] Act holds. [role The company] refused."
    assert [name for name, _ in last(law)] == ["The company"]


def test_the_two_whom_a_list_asks_are_none_of_the_list() -> None:
    before = "[state Chad] bertemu [state Peru]. [state Chad] pergi. [state Peru] tinggal."
    asks = "[state Norwegia], [state Ghana], dan [state Togo] meminta"
    told = last(f"{before} {asks} [role kedua pihak] berhenti.", language="id")
    assert [one for _, one in told] == ["TCD", "PER"]
    few = last(f"[state Chad] menunggu. [state Chad] menunggu. {asks} [role kedua pihak] berhenti.", language="id")
    assert [one for _, one in few] == [None]


def test_the_company_is_not_its_workers() -> None:
    told = "[organisation Acme Mining Company] paid. [organisation Workers of the mining company Acme] came."
    assert [name for name, _ in last(f"{told} [role The company] said so.")] == ["Acme Mining Company"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[person Tan Bo] met [person Kim Abe]. [role Abe's opponents] accused [pronoun him] of lying."),
        ("id", "[person Tan Bo] bertemu [person Kim Abe]. [role Pengacara Abe] membela [pronoun dia]."),
    ],
)
def test_he_whose_people_act_is_he(language: str, text: str) -> None:
    assert [name for name, _ in last(text, language=language)] == ["Kim Abe"]


def test_the_presidents_are_the_two_that_were_named() -> None:
    told = "[person President Kim Abe] of [state Chad] met [person President Tan Bo] of [state Peru]."
    assert len(last(f"{told} [role The presidents] spoke.")) == 2
    assert len(last("[state Chad] waited. [role The presidents] spoke.")) == 1
