"""English words around numbers. Own lists, from general knowledge."""

from __future__ import annotations

from kawat.language.listed import listed
from kawat.language.quantities.lexicon import Bound, Lexicon
from kawat.language.quantities.money import WORLD
from kawat.records import Counted

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

_TROOPS = listed(
    """troops soldiers soldier servicemen serviceman servicewomen marines marine paratroopers forces
    force fighters fighter peacekeepers peacekeeper reservists reservist mercenaries mercenary
    militiamen militiaman gendarmes gendarme guerrillas guerrilla guardsmen conscripts conscript recruits sailors
    sailor airmen commandos commando infantrymen battalions brigades divisions combatants rangers"""
)
_PEOPLE = listed(
    """people persons person civilians civilian men man women woman children child boys boy girls
    girl babies infants students student teachers pupils workers worker labourers laborers employees
    staff personnel police policemen policeman policewomen officers officer officials official
    diplomats diplomat lawmakers lawmaker legislators senators ministers leaders delegates
    protesters protester protestors demonstrators demonstrator activists activist journalists
    journalist reporters residents resident villagers villager citizens citizen nationals national
    passengers passenger patients patient doctors nurses medics rescuers volunteers farmers
    fishermen fisherman miners crew crewmen crewmembers pilots pilot tourists tourist migrants
    migrant militants militant gunmen gunman rebels rebel insurgents insurgent terrorists terrorist
    seekers seeker attackers attacker assailants bombers bomber suspects suspect hostages hostage prisoners
    prisoner captives captive inmates convicts supporters supporter members member voters voter
    families family households relatives victims victim survivors survivor casualties casualty
    lawyers judges experts inspectors observers monitors athletes worshippers pilgrims pilgrim monks
    priests drivers driver bodyguards guards guard settlers settler vendors traders loyalists
    hijackers kidnappers invaders infiltrators janitors defendants campaigners dissidents immigrants
    expatriates peasants tribesmen merchants collaborators plotters smugglers traffickers poachers
    pirates hackers thieves looters rioters strikers commuters travellers travelers visitors guests
    speakers donors investors owners tenants cleaners mayors governors envoys ambassadors
    negotiators mediators scholars academics researchers writers editors publishers players fans
    spectators witnesses candidates deputies councillors aides advisers bankers executives managers
    directors cadets veterans extremists separatists jihadists deserters defectors herders mourners
    swimmers climbers shoppers conspirators shooters snipers parents mothers fathers wives husbands
    kids toddlers graduates trainees mps mp troopers celebrities peers foreigners foreigner sons son
    daughters daughter brothers sisters siblings bodyguard agents agent spies spy scientists
    engineers contractors contractor consumers customers users participants youths teenagers adults
    others orphans widows americans russians ukrainians palestinians israelis iranians iraqis
    syrians afghans indonesians malaysians filipinos chinese japanese koreans indians pakistanis
    germans britons australians vietnamese thais turks egyptians saudis yemenis lebanese sudanese
    libyans somalis kenyans nigerians mexicans colombians cubans congressmen congressman congresswomen
    congresswoman senators senator clergymen clergyman businessmen businessman clerics cleric bishops
    presidents politicians fugitives fugitive"""
)
_WEAPONS = listed(
    """missiles missile rockets rocket drones drone tanks tank shells shell bombs bomb warheads
    warhead rifles rifle guns gun pistols grenades grenade mines mine torpedoes howitzers howitzer
    mortars launchers launcher warships warship frigates frigate destroyers destroyer submarines
    submarine warplanes warplane jets jet gunships artillery ammunition munitions weapons weapon
    firearms interceptors batteries projectiles projectile bullets uavs icbms f-16s explosives
    landmines"""
)
_MEASURES = listed(
    """percent percentage % km kilometers kilometres kilometer kilometre miles mile meters metres
    meter metre feet foot inches acres hectares hectare kg kilograms kilogrammes grams tons tonnes
    ton tonne pounds ounces barrels barrel litres liters gallons degrees megawatts gigawatts mw gw
    points votes seats knots km2 m2 sq kilotons bushels bpd"""
)
_SOLID = listed(
    """vehicle car bus truck lorry ship vessel boat ferry trawler freighter tanker plane aircraft helicopter
    aeroplane airplane airliner building house hospital school bridge train boeing airbus"""
)
_OTHER = _SOLID | listed(
    """countries country nations nation states state sides side parties party villages village towns
    cities houses homes buildings schools hospitals vehicles vehicle cars buses trucks ships ship
    vessels vessel boats boat planes plane aircraft helicopters helicopter aeroplanes airplanes
    flights flight attacks attack strikes airstrikes explosions blasts provinces districts islands
    bases companies banks agreements agreement documents sites cases jobs lives sheep cattle birds
    bird chickens ducks fish animals animal horses cows pigs dogs elephants whales containers
    letters numbers orders bunkers computers phones visas"""
)
_KILLED = listed("bodies body dead deaths death fatalities fatality corpses corpse")
_NOUNS: dict[str, Counted] = {
    **dict.fromkeys(_OTHER | _MEASURES, Counted.OTHER),
    **dict.fromkeys(_PEOPLE, Counted.PEOPLE),
    **dict.fromkeys(_TROOPS, Counted.TROOPS),
    **dict.fromkeys(_WEAPONS, Counted.WEAPONS),
    **dict.fromkeys(_KILLED, Counted.KILLED),
    **dict.fromkeys(listed("injuries injury"), Counted.INJURED),
    **dict.fromkeys(listed("arrests arrest detainees detainee detentions"), Counted.ARRESTED),
    **dict.fromkeys(listed("refugees refugee evacuees evacuee"), Counted.DISPLACED),
}

_KILL = "killed slain murdered executed massacred slaughtered beheaded assassinated"
_HURT = "wounded injured hurt maimed"
_ARREST = "arrested detained jailed imprisoned captured rounded"
_DISPLACE = "displaced evacuated uprooted homeless fled flee fleeing relocated"

_BOUNDS: dict[str, Bound] = {
    **dict.fromkeys(
        (
            "more than",
            "over",
            "above",
            "at least",
            "no fewer than",
            "no less than",
            "not less than",
            "not fewer than",
            "a minimum of",
            "in excess of",
            "upwards of",
            "upward of",
            "greater than",
            "exceeding",
            "well over",
            "just over",
            "beyond",
        ),
        Bound.AT_LEAST,
    ),
    **dict.fromkeys(
        (
            "up to",
            "as many as",
            "as much as",
            "at most",
            "no more than",
            "not more than",
            "fewer than",
            "less than",
            "under",
            "below",
            "a maximum of",
            "just under",
        ),
        Bound.AT_MOST,
    ),
    **dict.fromkeys(
        (
            "about",
            "around",
            "approximately",
            "roughly",
            "some",
            "an estimated",
            "estimated",
            "close to",
            "circa",
            "approx",
            "an average of",
            "or so",
        ),
        Bound.ABOUT,
    ),
    **dict.fromkeys(("nearly", "almost", "virtually"), Bound.NEARLY),
}

_STOP = listed(
    """a an the and or but nor so yet in on at by for from to into onto with without within of off
    over under after before during since until till while when where who whom whose which that than
    then as if because although though through against among amid between across along near around
    about above below behind beside besides despite per via upon were was are is am be been being
    have has had having do does did will would shall should may might can could must said says say
    told tell asked ask it its he she they them we us you i his her their our my this these those
    there here not no also only just killed died die injured arrested detained fled flee went took
    take left came come made got saw met held ran won lost beat each apiece every both all inside
    outside aboard including yesterday today tomorrow last next once later earlier now again still
    already monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december lived gathered rallied marched joined
    attended protested entered crossed arrived remain remained voted signed agreed escaped survived
    returned stayed live lie stand face fell rose wore"""
)

ENGLISH = Lexicon(
    decimal=".",
    thousands=",",
    units={
        **{word: float(value) for value, word in enumerate(_SMALL)},
        **{word: float(20 + 10 * step) for step, word in enumerate(_TENS)},
    },
    teen=None,
    multipliers={"hundred": 100.0, "dozen": 12.0, "score": 20.0},
    scales={"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mln": 1e6, "bln": 1e9},
    short_scales={
        "k": 1e3,
        "m": 1e6,
        "mn": 1e6,
        "mln": 1e6,
        "b": 1e9,
        "bn": 1e9,
        "bln": 1e9,
        "tn": 1e12,
        "trn": 1e12,
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
    },
    articles=listed("a an"),
    vague={
        "dozens": (12, None),
        "scores": (20, None),
        "hundreds": (100, None),
        "thousands": (1e3, None),
        "tens": (10, None),
        "millions": (1e6, None),
        "billions": (1e9, None),
        "trillions": (1e12, None),
    },
    vague_before=listed("several few many"),
    link="of",
    half="half",
    bounds=_BOUNDS,
    bounds_after={
        "or more": Bound.AT_LEAST,
        "plus": Bound.AT_LEAST,
        "+": Bound.AT_LEAST,
        "or so": Bound.ABOUT,
        "or fewer": Bound.AT_MOST,
        "or less": Bound.AT_MOST,
    },
    cautious_bounds=listed("over about around under above below beyond some"),
    fillers=listed("another further additional"),
    range_words=listed("to - – — or"),
    between="between",
    range_end="and",
    change=listed("from"),
    months=listed(
        """january february march april may june july august september october november december jan feb mar
        apr jun jul aug sep sept oct nov dec"""
    ),
    year_words=listed(
        """in since until till by from of during before after year early late mid through between the and to
        spring summer autumn winter fall around circa"""
    ),
    time_units=listed(
        """second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight
        month months year years decade decades century centuries times quarter quarters mornings evenings
        generations semesters o'clock occasions am pm"""
    ),
    clock_before=frozenset(),
    clock_after=listed("a.m. p.m. am pm a.m p.m gmt utc o'clock est edt pst bst cet"),
    age_words=listed("aged age ages turned turning"),
    labels=listed(
        """article articles section sections chapter chapters resolution resolutions page pages number no nos
        paragraph annex clause item grade level levels phase stage group room gate flight channel route
        highway category corridor magnitude track unit appendix volume season episode chapter part rule act bill
        boeing airbus formula apollo soyuz windows iphone fortune top sukhoi mig leopard patriot falcon
        measuring version interstate line camp block zone area model type sura verse pier protocol convention
        lot step building apartment suite house district ward precinct platform terminal tomahawk hawk"""
    ),
    score_words=listed("won win wins beat beats lost drew score lead led victory defeat aggregate final"),
    fractions=listed("third thirds quarter quarters fifth fifths half halves fourths tenths sixths eighths"),
    one=listed("one"),
    definite=listed("the these those both all his her their its our other first last next previous past"),
    nouns=_NOUNS,
    solid=_SOLID,
    measures=_MEASURES,
    classifiers=frozenset(),
    others=listed("others"),
    skip=listed("more other additional further such remaining"),
    stop=_STOP,
    participles={
        **dict.fromkeys(listed(_KILL + " died die dead perished drowned"), Counted.KILLED),
        **dict.fromkeys(_HURT.split(), Counted.INJURED),
        **dict.fromkeys(_ARREST.split(), Counted.ARRESTED),
        **dict.fromkeys(_DISPLACE.split(), Counted.DISPLACED),
    },
    happened=listed("died die dead perished drowned homeless fled flee fleeing displaced hurt"),
    verbs_before={
        **dict.fromkeys(
            listed(_KILL + " kill kills killing murdering executing massacring claiming claimed"),
            Counted.KILLED,
        ),
        **dict.fromkeys(listed(_HURT + " wounding injuring hurting injures wounds"), Counted.INJURED),
        **dict.fromkeys(
            listed(_ARREST + " arresting detaining arrest detain jailing capturing arrests"),
            Counted.ARRESTED,
        ),
        **dict.fromkeys(
            listed("displaced evacuated uprooted displacing evacuating uprooting evacuate"), Counted.DISPLACED
        ),
    },
    nouns_before={
        **dict.fromkeys(listed("killing killings death deaths murder murders execution massacre"), Counted.KILLED),
        **dict.fromkeys(listed("wounding injury"), Counted.INJURED),
        **dict.fromkeys(listed("arrest arrests detention jailing capture"), Counted.ARRESTED),
        **dict.fromkeys(listed("displacement evacuation"), Counted.DISPLACED),
        **dict.fromkeys(listed("crowd crowds group team delegation audience"), Counted.PEOPLE),
        **dict.fromkeys(listed("battalion contingent garrison brigade regiment"), Counted.TROOPS),
    },
    toll_words={"death toll": Counted.KILLED, "dead": Counted.KILLED, "toll": Counted.KILLED},
    auxiliaries=listed(
        """were was are is been being be had have has reportedly also fatally seriously critically slightly
        badly severely shot later already feared confirmed reported believed either temporarily forcibly
        internally left still burned burnt both all"""
    ),
    currencies={
        **WORLD,
        **dict.fromkeys(("dollars", "dollar", "u.s. dollars", "us dollars", "american dollars"), "USD"),
        **dict.fromkeys(("australian dollars",), "AUD"),
        **dict.fromkeys(("singapore dollars", "singaporean dollars"), "SGD"),
        **dict.fromkeys(("canadian dollars",), "CAD"),
        **dict.fromkeys(("hong kong dollars",), "HKD"),
        **dict.fromkeys(("taiwan dollars", "new taiwan dollars"), "TWD"),
        **dict.fromkeys(("new zealand dollars",), "NZD"),
        **dict.fromkeys(("euros", "euro"), "EUR"),
        **dict.fromkeys(("pounds sterling", "british pounds", "pounds"), "GBP"),
        **dict.fromkeys(("yen", "japanese yen"), "JPY"),
        **dict.fromkeys(("yuan", "renminbi", "chinese yuan"), "CNY"),
        **dict.fromkeys(("rupiah", "indonesian rupiah"), "IDR"),
        **dict.fromkeys(("ringgit", "malaysian ringgit"), "MYR"),
        **dict.fromkeys(("rubles", "roubles", "ruble", "rouble", "russian rubles"), "RUB"),
        **dict.fromkeys(("won", "south korean won"), "KRW"),
        **dict.fromkeys(("rupees", "indian rupees"), "INR"),
        **dict.fromkeys(("baht", "thai baht"), "THB"),
        **dict.fromkeys(("pesos", "philippine pesos"), "PHP"),
        **dict.fromkeys(("dong",), "VND"),
        **dict.fromkeys(("riyals", "saudi riyals"), "SAR"),
        **dict.fromkeys(("dirhams",), "AED"),
        **dict.fromkeys(("shekels",), "ILS"),
        **dict.fromkeys(("lira", "liras"), "TRY"),
        **dict.fromkeys(("hryvnia", "hryvnias"), "UAH"),
        **dict.fromkeys(("swiss francs",), "CHF"),
        **dict.fromkeys(("norwegian kroner",), "NOK"),
        **dict.fromkeys(("danish kroner",), "DKK"),
        **dict.fromkeys(("pakistani rupees",), "PKR"),
        **dict.fromkeys(("sri lankan rupees",), "LKR"),
        **dict.fromkeys(("mexican pesos",), "MXN"),
        **dict.fromkeys(("colombian pesos",), "COP"),
        **dict.fromkeys(("argentine pesos", "argentinian pesos"), "ARS"),
        **dict.fromkeys(("chilean pesos",), "CLP"),
        **dict.fromkeys(("kenyan shillings", "kenya shillings"), "KES"),
        **dict.fromkeys(("ugandan shillings", "uganda shillings"), "UGX"),
        **dict.fromkeys(("fijian dollars", "fiji dollars"), "FJD"),
        **{code.lower(): code for code in ("USD", "IDR", "EUR", "GBP", "JPY", "CNY", "AUD", "SGD")},
    },
)
