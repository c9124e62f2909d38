"""The world's money as reports name it, made ISO 4217 codes: signs, names, and names that a country must tell apart."""

from __future__ import annotations

from ..tokens import word_pairs, word_set

SIGNS = word_pairs(
    """
    $ USD  € EUR  £ GBP  ¥ JPY  ₹ INR  ₽ RUB  ₴ UAH  ₺ TRY  ₩ KRW  ₪ ILS  ₦ NGN  ₱ PHP  ₫ VND  ฿ THB  ₸ KZT
    ₾ GEL  ₵ GHS  ₡ CRC  ₲ PYG  ៛ KHR  ₮ MNT  ₼ AZN  ֏ AMD  ৳ BDT
    """
)
# Letters glued before "$" (A$5 million) or standing for a sign of their own (Rs 2 crore).
DOLLAR_LETTERS = word_pairs(
    """
    us USD  a AUD  au AUD  c CAD  ca CAD  can CAD  nz NZD  hk HKD  s SGD  nt TWD  r BRL  mx MXN  j JMD  z ZWL
    fj FJD  tt TTD  b BBD
    """
)
LETTER_SIGNS = word_pairs(
    """
    rs INR  rm MYR  rp IDR  chf CHF  sfr CHF  ksh KES  tk BDT  rmb CNY  dm DEM
    """
)
# Without those that are common words in capitals (ALL, CUP, SOS …).
CODES = word_set(
    """
    USD EUR GBP JPY CNY RUB INR UAH AUD CAD NZD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY ILS EGP ETB SDG KES
    NGN ZAR GHS TZS UGX XOF XAF MAD DZD TND LYD SAR AED QAR KWD BHD OMR IQD IRR SYP LBP JOD YER AFN PKR LKR NPR
    BDT MMK THB VND IDR MYR SGD PHP HKD TWD KRW KPW MNT KZT UZS GEL AMD AZN BYN MDL RSD MKD MXN BRL ARS CLP COP
    PEN UYU BOB PYG VES DOP HTG CRC GTQ HNL NIO JMD TTD BBD FJD PGK XPF ZMW ZWL MWK MZN AOA RWF BIF DJF ERN SSP
    LAK KHR BTN MVR TJS TMT KGS
    """
)
# What a name means when no country stands before it; None where it means nothing alone.
NAMES: dict[str, str | None] = {
    **word_pairs(
        """
        dollar USD  buck USD  euro EUR  pound GBP  quid GBP  sterling GBP  yen JPY  yuan CNY  renminbi CNY
        rouble RUB  ruble RUB  rupee INR  hryvnia UAH  hryvnias UAH  birr ETB  naira NGN  cedi GHS  rand ZAR
        lira TRY  shekel ILS  zloty PLN  forint HUF  leu RON  lei RON  leva BGN  koruna CZK  kronor SEK  kroner NOK
        tenge KZT  lari GEL  dram AMD  manat AZN  rupiah IDR  ringgit MYR  baht THB  dong VND  taka BDT  kyat MMK
        won KRW  real BRL  reais BRL  bolivar VES  quetzal GTQ  riyal SAR  rial IRR  afghani AFN  kwacha ZMW
        metical MZN  riel KHR  tugrik MNT  som KGS  dirham AED  krona SEK  krone NOK  markka FIM  guilder NLG
        peseta ESP  drachma GRD  mark DEM  escudo PTE
        """
    ),
    **dict.fromkeys(("peso", "dinar", "shilling", "franc", "crown")),
}
# (country or people, name) where that is another money than the name alone.
BY_COUNTRY = {
    (country, line.partition(":")[0].strip()): code
    for line in """
    dollar: american USD us USD u.s. USD australian AUD canadian CAD zealand NZD kong HKD singapore SGD
    dollar: singaporean SGD taiwan TWD taiwanese TWD jamaican JMD zimbabwean ZWL fijian FJD namibian NAD
    dollar: liberian LRD
    pound: british GBP egyptian EGP lebanese LBP syrian SYP sudanese SDG irish IEP cypriot CYP
    peso: mexican MXN philippine PHP argentine ARS colombian COP chilean CLP cuban CUP uruguayan UYU
    peso: dominican DOP
    rupee: indian INR pakistani PKR nepali NPR nepalese NPR mauritian MUR lankan LKR seychellois SCR
    dinar: iraqi IQD kuwaiti KWD jordanian JOD serbian RSD algerian DZD libyan LYD tunisian TND bahraini BHD
    dinar: yugoslav YUM
    dirham: moroccan MAD emirati AED uae AED
    rial: iranian IRR yemeni YER omani OMR qatari QAR saudi SAR
    riyal: saudi SAR qatari QAR omani OMR yemeni YER iranian IRR
    shilling: kenyan KES ugandan UGX tanzanian TZS somali SOS
    franc: swiss CHF cfa XOF rwandan RWF burundian BIF congolese CDF french FRF belgian BEF guinean GNF
    franc: djiboutian DJF
    crown: swedish SEK norwegian NOK danish DKK czech CZK icelandic ISK slovak SKK
    krona: swedish SEK icelandic ISK
    kroner: norwegian NOK danish DKK
    krone: norwegian NOK danish DKK
    rouble: russian RUB belarusian BYN
    ruble: russian RUB belarusian BYN
    lira: turkish TRY italian ITL
    won: korean KRW
    manat: azerbaijani AZN turkmen TMT
    mark: german DEM bosnian BAM finnish FIM
    real: brazilian BRL
    yuan: chinese CNY
    """.strip().splitlines()
    for country, code in word_pairs(line.partition(":")[2]).items()
}
# Names that are a verb or another noun far more often than money: only large sums of them count.
_DOUBTFUL = frozenset({"won", "mark", "real", "crown", "som", "rand", "buck", "dong", "lei", "dram"})
_LARGE = 100.0


def money_named(country: str, word: str, value: float) -> tuple[bool, str | None]:
    """(is it money, its ISO 4217 code if the words tell): ("egyptian", "pounds", 5e6) → (True, "EGP").

    With a country that gives the name no other code, (False, None).
    """
    name = word if word in NAMES else word.removesuffix("s")
    if name not in NAMES:
        return False, None
    code = BY_COUNTRY.get((country, name))
    if country and not code:
        return False, None
    if name in _DOUBTFUL and not code and value < _LARGE:
        return False, None
    return True, code or NAMES[name]
