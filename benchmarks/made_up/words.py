"""The words that the made-up commons is written in. No name in here is anybody's."""

NOTICE = "Made up by benchmarks/make_corpus.py. Every person, work and place in it is invented."


def _listed(text: str) -> list[str]:
    """Words parted by spaces, or phrases parted by ``|``."""
    return [word.strip() for word in text.split("|" if "|" in text else None)]


STARTS = _listed("""
    Quen Tolbri Ozel Vard Yarrin Fennick Grundle Hexwil Ipsling Jorrel Kestrow Lumbrel Morvel
    Nettlin Orrin Pelsing Rusken Sallowin Thrupsel Umbrel Wexen Zennack""")
ENDS = _listed("combe thwaite bury minster holme ness den worth ley marsh")

KINDS = _listed("""
    Repair Café|Tool Library|Energy Co-op|Community Kitchen|Broadband Society|Bus Club
    |Seed Exchange|Data Trust|Housing Co-op|Makerspace|Radio|Care Circle|Bicycle Workshop
    |Food Hub|Flood Watch|Air Monitors|Time Bank|Skills Exchange|Device Library|Credit Union
    |Heat Network|Peatland Group|Story Archive|Market Platform|Garden Sensors|Laundry Share
    |Lift Share|Night School|Recording Studio|Growing Co-op|Water Watch|Parcel Riders""")

ELSEWHERE = (
    "Tŷ Dychmygol Llanfenwyth",
    "Rhyd-y-ffuglen Ynghyd",
    "Baile na Bréige Còmhla",
    "Dùn Mac-meanmna",
    "تعاونية الوادي الخيالي",
    "ورشة المدينة المتخيلة",
    "काल्पनिक सहकारी समिति",
    "कल्पना गाँव कार्यशाला",
    "虚构镇修理社",
    "架空町の工房",
    "가상마을 협동조합",
    "Fjällslött Påhittade Verkstad",
)
"""Names from other languages and scripts, in both directions; each calls itself imaginary."""

GIVEN = _listed("""
    Adra Belo Corvin Dessa Elwin Fara Gethan Hollis Ilse Jarek Kiro Leda Marn Nyla Oswin Petra
    Quill Rhona Sefa Tamsin Ulric Vesna Wyn Xanthe Yorick Zora""")
LATEX_GIVEN = [
    r"Andr{\'e}a", r"Bj{\o}rnulf", r"Fran{\c{c}}inette", r"J{\"u}rgild", r"Zo{\"e}lle",
    r"{\L}uczan", r"M{\'a}irin", r"Si{\^a}nwen", r"I{\~n}esa",
]  # fmt: skip
LATEX_FAMILIES = [
    r"Fj{\"o}llbergen", r"N{\'e}antier", r"Fic{\c{c}}{\~a}ozo", r"Kurgu{\u{g}}lan", r"{\O}deskov",
    r"Zmy{\'s}lonek", r"Gw{\^y}nffug", r"Dr{\v{z}}abec", r"von H{\"u}lsenthal",
    r"{\'O} Br{\'e}agach", r"M{\aa}nskr{\"o}m", r"Stra{\ss}enfeld",
]  # fmt: skip
BODIES = (
    r"{Institute for Imaginary Economies}",
    r"{B{\"u}ro f{\"u}r Erfundenes}",
    r"{Quencombe and Vardness Council}",
    r"{Made-up Data Unit}",
    r"{काल्पनिक अनुसंधान केंद्र}",
    r"{مركز البحوث الخيالية}",
)

JOURNALS = {
    "jice": r"Journal of Imaginary Community Economies",
    "rmt": r"Review of Made-up Technologies",
    "zfe": r"Zeitschrift f{\"u}r Erfundene Evidenz",
    "afe": r"Annales fictives d'{\'e}conomie",
    "ncp": r"Notional Commons \& Place",
}
PUBLISHERS = {
    "pqp": r"Paper Quay Press",
    "hou": r"House of Umbrel",
    "eno": r"{\'E}ditions Nulle Part",
}

WORDS = {
    "adj": """
    shared local small early careful patient open modest steady noisy borrowed second-hand quiet
    practical seasonal rural coastal weekly public cheap sturdy slow honest uneven curious
    low-cost well-used volunteer-led half-finished solar portable accessible bilingual""",
    "thing": """
    sensors ledgers batteries routers radios bicycles looms maps kettles printers pumps meters
    tablets archives boilers trailers kits forms spreadsheets seedlings recipes timetables
    turbines greenhouses workshops laptops phones panels freezers benches repeaters""",
    "people": """
    tenants growers riders carers pupils apprentices neighbours shopkeepers volunteers members
    drivers farmers nurses librarians renters weavers cooks fishers teachers organisers students
    pensioners newcomers traders parents""",
    "deed": """
    repaired counted shared lent measured mapped planted rewired translated printed taught
    recorded swapped catalogued tested rebuilt delivered charted mended sorted cooked insulated""",
    "where": """
    hall|chapel|library|harbour|market|depot|school|allotment|former bank|station|clinic
    |boathouse|mill|arcade|garage|churchyard|signal box|community centre|empty shop""",
    "verb": """
    agreed learned decided noticed reported feared hoped argued found remembered""",
    "good": """
    save money|meet neighbours|fix things|find work|stay warm|learn a trade|be heard|eat well
    |get about|keep records|trust the figures|leave less waste|share the risk|own a part of it""",
    "trouble": """
    damp walls|slow connections|late invoices|a broken lift|unclear ownership|lost keys
    |winter storms|a change of landlord|missing manuals|tired volunteers|old cables|rising rents
    |duplicate records|two rival groups|an expired licence|patchy funding""",
    "matter": """
    trust ownership maintenance pay heating loneliness waste reach governance transport privacy
    debt skills tenancy safety access noise language""",
    "time": """
    the first winter|one summer|two harvests|a long spring|eighteen months|the second year
    |six market days|the flood|a quiet autumn|the school holidays""",
}

SENTENCES = (
    "The {people} met in the {where} and {deed} {adj} {thing} through {time}.",
    "It began when {people} {verb} that {adj} {thing} would help them to {good}.",
    "Most {thing} were {adj}, and some were lost to {trouble}.",
    "After {time} the {people} {verb} that {matter} mattered more than {matter}.",
    "Nobody had {deed} the {adj} {thing} before, so the {people} wrote down each step.",
    "A notebook kept in the {where} shows which {thing} were {deed} and by whom.",
    "Some {people} came to {good}; others wanted to talk about {matter}.",
    "The group pays for {thing} out of one {adj} fund and asks for help with {trouble}.",
    "When {trouble} stopped the work, {people} carried the {thing} to the {where}.",
    "Visitors say that the {adj} {where} is where {people} come to {good}.",
    "By the end of {time}, {people} had {deed} more {thing} than anyone expected.",
    "What was said about {matter} was not written down, and the {adj} account is all there is.",
    "Younger {people} prefer *{adj}* {thing}; older ones ask who looks after them.",
    "The question of {matter} returned at every meeting, mostly because of {trouble}.",
)
POINTS = (
    "{adj} {thing}, {deed} by {people}",
    "one **{adj}** rota for the {where}",
    "help for {people} who want to {good}",
    "a list of `{thing}` that anyone may borrow",
    "no answer yet to {trouble}",
)
QUOTES = (
    "We {deed} the {thing} because nobody else would.",
    "Without the {where} there would be no {matter}.",
    "{adj} {thing} are easy, {matter} is hard.",
)
CLAIMS = (
    "{people} who took part {deed} more {thing} than before.",
    "Fewer {people} report {trouble} since the {adj} {thing} came.",
    "{people} say that it is easier to {good}.",
    "Spending on {thing} fell among {people} near the {where}.",
    "Pay and {matter} did not change for {people} in the {where}.",
    "More {people} use the {adj} {where} to {good}.",
)
LESSONS = (
    "Agree about {matter} before buying {adj} {thing}.",
    "Ask the {people} of the {where} first, and pay them for their time.",
    "Plan for {trouble}; it comes every year.",
)
TITLES = (
    "{adj} {thing} and the {matter} of {people}",
    "Who {deed} the {thing}? {matter} after {time}",
    "How {people} {good}: evidence on {matter}",
    "Measuring {matter} with {adj} {thing}",
)
TABLES = {name: _listed(text) for name, text in WORDS.items()}
"""What may stand in each slot of a sentence."""

QUESTIONS = {
    "ownership": "Who should own the technology that a place depends on?",
    "maintenance": "Who pays for keeping things going once they work?",
    "funding": "Which kinds of money help small projects to last?",
    "procurement": "How can public bodies buy from their neighbours?",
    "skills": "How do people learn to look after what they use?",
    "data": "Who may count people, and who may see the count?",
    "energy": "What would let every street make and share its own heat?",
    "care": "When does technology give carers more time to care?",
    "transport": "How can places without buses get them back?",
    "measurement": "What should be counted when growth is not the aim?",
    "inclusion": "What keeps people from joining in, and what helps?",
    "spreading": "How does a good idea reach the next town without being bought?",
}
