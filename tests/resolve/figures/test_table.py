"""Figures as reports print them, a row each: span, value or range, bound, unit, SI value, rate, thing counted."""

from __future__ import annotations

import pytest

from sayso.ledger import Figure
from sayso.resolve.figures import find_figures

# The sentence with its one figure in brackets; then value or "low..high", unit, and where there are any:
# ">=" "<=" "~" for the bound, "= number unit" in SI, "/" and the rate, ":" and the thing counted.
ROWS = """
The mill employs [240] people. | 240 people : people
The mill employs [3,200] welders. | 3200 welders : welders
The harbour lost [two] cranes. | 2 cranes : cranes
The harbour lost [twenty-one] cranes. | 21 cranes : cranes
The union has [a hundred and twelve] branches. | 112 branches : branches
The union has [two thousand three hundred and six] members. | 2306 members : members
The fund holds [1.4 million] accounts. | 1400000 accounts : accounts
The fund holds [half a million] accounts. | 500000 accounts : accounts
The fund holds [a quarter of a million] accounts. | 250000 accounts : accounts
The fund holds [two and a half million] accounts. | 2500000 accounts : accounts
The fund holds [three million and a half] accounts. | 3500000 accounts : accounts
The fund holds [1 250 000] accounts. | 1250000 accounts : accounts
The fund holds [12,34,567] accounts. | 1234567 accounts : accounts
The fund holds [4 crore] accounts. | 40000000 accounts : accounts
The fund holds [3 lakh] accounts. | 300000 accounts : accounts
The fund holds [10k] accounts. | 10000 accounts : accounts
The plant printed [7.2 trillion] vouchers. | 7200000000000 vouchers : vouchers
The farm keeps [three dozen] goats. | 36 goats : goats
The farm keeps [half a dozen] sheep. | 6 sheep : sheep
The league scored [2.7] goals per match. | 2.7 goals / match : goals
Women there bear [1.6] children on average. | 1.6 children : children
The clinic saw [4.1] cases per 10,000 residents. | 4.1 cases / 10,000 residents : cases
The clinic saw [40] patients a day. | 40 patients / day : patients
The line carries [300] trains each week. | 300 trains / week : trains
The blast left [nine] dead. | 9 people
The blast left [more than 30] wounded. | 30 people >=
The ferry sank with [eleven] crew aboard. | 11 crew : crew
The storm killed [at least 14], police say. | 14 people >=
Read how [at least seven] die. | 7 people >=
The depot lies within [40 miles] of the border. | 40 mile = 64373.76 m
The spool holds [40 miles] of rope. | 40 mile = 64373.76 m : rope
The poll asked [15 per cent] of all registered voters. | 15 percent : all registered voters
The poll asked [15 per cent] of the young who rent. | 15 percent : the young
Rents took [9 per cent] of Gen Q bound pay. | 9 percent : Gen Q bound pay
The state spent [$5 million] in March. | 5000000 USD
The state owes [tens of billions of dollars] abroad. | 20000000000 USD >=
The road runs for [hundreds of miles]. | 200 mile >= = 321868.8 m
The state bought [1,000 or more kilograms] of zinc. | 1000 kilogram >= = 1000 kg : zinc
[Six] other U.S. envoys left. | 6 other U.S. envoys : other U.S. envoys
It is said that [35] were rescued. | 35 people
The state spent [$5 million] in its ports. | 5000000 USD
The bridge carries [about 900] lorries. | 900 lorries ~ : lorries
The bridge carries [around 900] lorries. | 900 lorries ~ : lorries
The bridge carries [roughly 900] lorries. | 900 lorries ~ : lorries
The bridge carries [nearly 900] lorries. | 900 lorries ~ : lorries
The bridge carries [almost 900] lorries. | 900 lorries ~ : lorries
The bridge carries [an estimated 900] lorries. | 900 lorries ~ : lorries
The bridge carries [some 900] lorries. | 900 lorries ~ : lorries
The bridge carries [close to 900] lorries. | 900 lorries ~ : lorries
The bridge carries [just under 900] lorries. | 900 lorries ~ : lorries
The bridge carries [900 or so] lorries. | 900 lorries ~ : lorries
The bridge carries [at least 900] lorries. | 900 lorries >= : lorries
The bridge carries [more than 900] lorries. | 900 lorries >= : lorries
The bridge carries [over 900] lorries. | 900 lorries >= : lorries
The bridge carries [upwards of 900] lorries. | 900 lorries >= : lorries
The bridge carries [in excess of 900] lorries. | 900 lorries >= : lorries
The bridge carries [no fewer than 900] lorries. | 900 lorries >= : lorries
The bridge carries [a minimum of 900] lorries. | 900 lorries >= : lorries
The bridge carries [900-plus] lorries. | 900 lorries >= : lorries
The bridge carries [900 or more] lorries. | 900 lorries >= : lorries
The bridge carries [at least about 900] lorries. | 900 lorries >= : lorries
The bridge carries [at most 900] lorries. | 900 lorries <= : lorries
The bridge carries [up to 900] lorries. | 900 lorries <= : lorries
The bridge carries [as many as 900] lorries. | 900 lorries <= : lorries
The bridge carries [fewer than 900] lorries. | 900 lorries <= : lorries
The bridge carries [no more than 900] lorries. | 900 lorries <= : lorries
The bridge carries [a maximum of 900] lorries. | 900 lorries <= : lorries
The bridge carries [900 or fewer] lorries. | 900 lorries <= : lorries
The bridge carries [exactly 900] lorries. | 900 lorries : lorries
[Dozens] of barges waited. | 24 barges >= : barges
[Scores] of barges waited. | 40 barges >= : barges
[Tens of thousands] of pilgrims waited. | 20000 pilgrims >= : pilgrims
[Hundreds of thousands] of pilgrims waited. | 200000 pilgrims >= : pilgrims
[Millions] of pilgrims waited. | 2000000 pilgrims >= : pilgrims
The port has [four or five] berths. | 4..5 berths : berths
The port has [30 to 40] berths. | 30..40 berths : berths
The port has [30-40] berths. | 30..40 berths : berths
The port has [between 30 and 40] berths. | 30..40 berths : berths
The port has [from 30 to 40] berths. | 30..40 berths : berths
The port moves [two to three million] boxes. | 2000000..3000000 boxes : boxes
The rail plan costs [€3-4bn]. | 3000000000..4000000000 EUR
The rail plan costs [$5m-7m]. | 5000000..7000000 USD
The rail plan costs [between £2 million and £3 million]. | 2000000..3000000 GBP
A crowd [5,000 strong] came. | 5000 -
A [300-strong] garrison fled. | 300 -
It has [5] strong reasons. | 5 strong reasons : strong reasons
[A couple of dozen] barges waited. | 24 barges ~ : barges
[About a couple of hundred] barges waited. | 200 barges ~ : barges
[A few hundred] barges waited. | 200 barges >= : barges
[Several thousand] more welders waited. | 2000 welders >= : welders
[More than a few dozen] barges waited. | 24 barges >= : barges
The storm cost [several million dollars]. | 2000000 USD >=
The road runs for [a few hundred miles]. | 200 mile >= = 321868.8 m
[Dozens] more barges waited. | 24 barges >= : barges
[Hundreds] were injured. | 200 people >=
The dam frees [3,000 cubic metres a second]. | 3000 cubic metre = 3000 m³ / second
The dam frees [40 litres a second] into the canal. | 40 litre = 0.04 m³ / second
The probe flew at [7 kilometres a second]. | 7 kilometre per second = 7000 m/s
He drank [2 litres] a second time. | 2 litre = 0.002 m³
The field yields [1.2m b/d]. | 1200000 barrel per day = 2.20815687 m³/s
The field yields [900,000 bpd]. | 900000 barrel per day = 1.6561176555 m³/s
Rents fell by [10 to 15 per cent]. | 10..15 percent
The pipe lies [between 500 metres and 2 km] off. | 0.5..2 kilometre
The bag weighs [500 grams to 2 kg]. | 0.5..2 kilogram
The port has [20 or 30] berths. | 20..30 berths : berths
The port has [two or three dozen] berths. | 24..36 berths : berths
The port has [12-15,000] boxes. | 12000..15000 boxes : boxes
The port has [upward of 300] berths. | 300 berths >= : berths
The death toll rose to [37]. | 37 people
The official toll stood at [more than 1,200]. | 1200 people >=
The number of dead reached [40]. | 40 people
The number of captives reached [40]. | 40 captives
The dead numbered [14]. | 14 people
Turnout was [38 per cent]. | 38 percent
Turnout was [38 percent]. | 38 percent
Turnout was [38%]. | 38 percent
Turnout was [38.4 pct]. | 38.4 percent
Turnout was [.5 percent] lower. | 0.5 percent
Turnout was [thirty-eight point four per cent]. | 38.4 percent
Turnout was [15-20%]. | 15..20 percent
Support rose by [three percentage points]. | 3 percentage point
Support rose by [half a percentage point]. | 0.5 percentage point
The bank cut its rate by [25 basis points]. | 25 basis point
Output fell [4 per cent a year]. | 4 percent / year
The firm owns a [10-percent] stake. | 10 percent
The tax raised [$40 million]. | 40000000 USD
The tax raised [$40m]. | 40000000 USD
The tax raised [$40 m]. | 40000000 USD
The tax raised [$1.3bn]. | 1300000000 USD
The tax raised [$1.3b]. | 1300000000 USD
The tax raised [$2 trillion]. | 2000000000000 USD
The tax raised [US$40 million]. | 40000000 USD
The tax raised [40 million US dollars]. | 40000000 USD
The tax raised [40 million dollars]. | 40000000 USD
The tax raised [40 million bucks]. | 40000000 USD
The tax raised [A$40 million]. | 40000000 AUD
The tax raised [AU$40 million]. | 40000000 AUD
The tax raised [C$40 million]. | 40000000 CAD
The tax raised [HK$40 million]. | 40000000 HKD
The tax raised [NZ$40 million]. | 40000000 NZD
The tax raised [S$40 million]. | 40000000 SGD
The tax raised [NT$40 million]. | 40000000 TWD
The tax raised [R$40 million]. | 40000000 BRL
The tax raised [Mex$40 million]. | 40000000 MXN
The tax raised [EC$40 million]. | 40000000 XCD
The tax raised [€40 million]. | 40000000 EUR
The tax raised [40 million euros]. | 40000000 EUR
The tax raised [EUR 40 million]. | 40000000 EUR
The tax raised [40 MEUR]. | 40000000 EUR
The tax raised [£40 million]. | 40000000 GBP
The tax raised [40 million quid]. | 40000000 GBP
The tax raised [¥40 million]. | 40000000 JPY
The tax raised [40 million yuan]. | 40000000 CNY
The tax raised [40 million renminbi]. | 40000000 CNY
The tax raised [RMB 40 million]. | 40000000 CNY
The tax raised [Rs 40 crore]. | 400000000 INR
The tax raised [Rs.40 crore]. | 400000000 INR
The tax raised [Rs40,000]. | 40000 INR
The tax raised [₹40 lakh]. | 4000000 INR
The tax raised [Rs 2 crore 50 lakh]. | 25000000 INR
The tax raised [40 lakh rupees]. | 4000000 INR
The tax raised [R40 million]. | 40000000 ZAR
The tax raised [KSh40,000]. | 40000 KES
The tax raised [N40 billion]. | 40000000000 NGN
The tax raised [₦40 billion]. | 40000000000 NGN
The tax raised [GH₵40,000]. | 40000 GHS
The tax raised [LE 40 million]. | 40000000 EGP
The tax raised [40 million Egyptian pounds]. | 40000000 EGP
The tax raised [40 million Swiss francs]. | 40000000 CHF
The tax raised [CHF 40 million]. | 40000000 CHF
The tax raised [40 million zlotys]. | 40000000 PLN
The tax raised [40 million hryvnias]. | 40000000 UAH
The tax raised [40 million roubles]. | 40000000 RUB
The tax raised [₽40 million]. | 40000000 RUB
The tax raised [40 million Kazakh tenge]. | 40000000 KZT
The tax raised [40 million South Sudanese pounds]. | 40000000 SSP
The tax raised [40 million dinars]. | 40000000 dinar
The tax raised [40 million pesos]. | 40000000 peso
In Chile the tax raised [40 million pesos]. | 40000000 CLP
In Pakistan the tax raised [40 million rupees]. | 40000000 PKR
In Denmark the tax raised [40 million kroner]. | 40000000 DKK
In Sweden the tax raised [40 million kronor]. | 40000000 SEK
In Senegal the tax raised [40 million CFA francs]. | 40000000 XOF
In Gabon the tax raised [40 million CFA francs]. | 40000000 XAF
In China the tax raised [¥40 million]. | 40000000 CNY
In Zambia the tax raised [40 million kwacha]. | 40000000 ZMW
It is a [$40-million] plan. | 40000000 USD
The ticket costs [13 dollars 40 cents]. | 13.4 USD
The ticket costs [90 cents]. | 90 cent
The ticket costs [90 pence]. | 90 pence
The grant is [$900 per capita]. | 900 USD / capita
The grant is [$900 a month]. | 900 USD / month
The grant is [$900 monthly]. | 900 USD / month
The grant is [$900 per annum]. | 900 USD / year
Wheat sold at [$310 a tonne]. | 310 USD / tonne
Crude sold at [$71 a barrel]. | 71 USD / barrel
The bid is [$70-a-share]. | 70 USD / share
The state sent [$30 million] in food aid. | 30000000 USD : food aid
The state moved [$3 billion] worth of copper. | 3000000000 USD : copper
The state lost [-$5 million]. | -5000000 USD
The pipe is [90 miles] long. | 90 mile = 144840.96 m
The pipe is [90 km] long. | 90 kilometre = 90000 m
The pipe is [90km] long. | 90 kilometre = 90000 m
The pipe is [90m] long. | 90 metre = 90 m
It is a [90-mile] pipe. | 90 mile = 144840.96 m
It is a [6.5-kilometre] pipe. | 6.5 kilometre = 6500 m
It guards a [200-nautical-mile] zone. | 200 nautical mile = 370400 m
The reef lies [12 nautical miles] off. | 12 nautical mile = 22224 m
The shop is [half a mile] away. | 0.5 mile = 804.672 m
The shop is [three-quarters of a mile] away. | 0.75 mile = 1207.008 m
The shop is [2 1/2 miles] away. | 2.5 mile = 4023.36 m
The guard is [6 feet 3 inches] tall. | 6.25 foot = 1.905 m
The guard is [6’3″] tall. | 6.25 foot = 1.905 m
The fire burnt [700 acres]. | 700 acre = 2832799.49568 m²
The fire burnt [700 hectares]. | 700 hectare = 7000000 m²
The fire burnt [700 sq km]. | 700 square kilometre = 700000000 m²
The fire burnt [12 sq. miles]. | 12 square mile = 31079857.324 m²
The fire burnt [40 dunams]. | 40 dunam = 40000 m²
The lake holds [3 billion cubic metres] of water. | 3000000000 cubic metre = 3000000000 m³ : water
The well pumps [2 million barrels] of oil a day. | 2000000 barrel = 317974.589856 m³ / day : oil
The tank holds [500 gallons]. | 500 gallon = 1.892705892 m³
The tank holds [500 litres]. | 500 litre = 0.5 m³
The van held [34kg] of resin. | 34 kilogram = 34 kg : resin
The van held [3 tonnes] of resin. | 3 tonne = 3000 kg : resin
The van held [3 tons] of resin. | 3 ton = 2721.55422 kg : resin
The van held [40 lakh tonnes] of resin. | 4000000 tonne = 4000000000 kg : resin
The van held [600 pounds] of resin. | 600 pound = 272.155422 kg : resin
It dropped a [500-pound] bomb. | 500 pound = 226.796185 kg
The ring weighs [2 ounces]. | 2 ounce = 0.05669904625 kg
Mills vented [36 gigatonnes] of carbon dioxide. | 36 gigatonne = 36000000000000 kg : carbon dioxide
The air held [80 micrograms per cubic metre]. | 80 microgram = 0.00000008 kg / cubic metre
The boat made [22 knots]. | 22 knot = 11.3177777778 m/s
The wind blew at [90 mph]. | 90 mile per hour = 40.2336 m/s
The wind blew at [90 miles an hour]. | 90 mile per hour = 40.2336 m/s
The wind blew at [90 kilometres per hour]. | 90 kilometre per hour = 25 m/s
The sluice let through [400 cusecs]. | 400 cubic foot per second = 11.3267386368 m³/s
It was [86 degrees Fahrenheit]. | 86 degree Fahrenheit = 303.15 K
It was [30°C]. | 30 degree Celsius = 303.15 K
It was [minus 10 degrees Celsius]. | -10 degree Celsius = 263.15 K
It was [30 degrees] in the shade. | 30 degree
The crane turned [90 degrees]. | 90 degree = 1.57079632679 rad
The farm makes [400 MW]. | 400 megawatt = 400000000 W
The farm made [2 GWh]. | 2 gigawatt-hour = 7200000000000 J
The test yielded [20 kilotons]. | 20 kiloton = 83680000000000 J
The leak measured [12 millisieverts]. | 12 millisievert = 0.012 Sv
The line carries [400 kilovolts]. | 400 kilovolt = 400000 V
The mast sends at [700 megahertz]. | 700 megahertz = 700000000 Hz
The thieves copied [3 terabytes] of files. | 3 terabyte = 24000000000000 bit : files
The net runs at [100 Mbps]. | 100 megabit per second = 100000000 bit/s
Shells are [155mm] wide. | 155 millimetre = 0.155 m
"""


def parsed(row: str) -> tuple[str, str, str]:
    sentence, _, rest = row.partition(" | ")
    span = sentence[sentence.index("[") + 1 : sentence.index("]")]
    return sentence.replace("[", "").replace("]", ""), span, rest


def shown(figure: Figure) -> str:
    """A figure in the notation of the rows."""
    parts = [f"{figure.value:.12g}" if figure.value is not None else f"{figure.low:.12g}..{figure.high:.12g}"]
    parts.append(figure.unit or "-")
    parts.append({"exact": "", "at_least": ">=", "at_most": "<=", "about": "~"}[figure.bound])
    if figure.si_value is not None:
        parts.append(f"= {figure.si_value:.12g} {figure.si_unit}")
    parts += [f"/ {figure.per}" if figure.per else "", f": {figure.what.text}" if figure.what else ""]
    return " ".join(filter(None, parts))


def rounded(notation: str) -> list[str]:
    """The words of the notation, numbers to nine digits, which is what the rows are written with."""
    words = []
    for word in notation.split():
        try:
            words.append("..".join(f"{float(part):.9g}" for part in word.split("..")))
        except ValueError:
            words.append(word)
    return words


def test_there_are_enough() -> None:
    rows = ROWS.strip().splitlines()
    assert len(rows) == len(set(rows)) >= 150


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_one_figure(row: str) -> None:
    text, span, expected = parsed(row)
    [figure] = find_figures("d", text)
    assert figure.span.text == span == text[figure.span.start : figure.span.end]
    assert rounded(shown(figure)) == rounded(expected)


# Numbers that count nothing, and values that are wrong or nonsense: no figure, never a guess.
NOTHING = """
Turnout was 2,5 per cent or so said the slip.
The fund holds 1,23 euros.
Call 2990-6000 or 555-0134.
The server at 10.12.0.3 fell silent.
See https://example.org/a?id=30%25&n=400 for more.
Order 66 of Regulation 1408 applies to Flight 370 and Gate 12.
The Boeing 737-800, an F-35 and a T-72 took part.
The match ended 3-2, and the next 0-0.
The ratio is 4:1, and odds are 33/10.
One in five and nine out of ten agreed.
Two-thirds of them, a third of us, three quarters of you.
The quake had a magnitude of 5.4.
Ana Lima, 46, and Rui Lima (51) left; a 9-year-old stayed.
Nobody under 19 and nobody over 65 may enter.
It began in 1987, on 14/07/2022, at 7.30 pm, for the 45th time.
The 27-nation bloc and the four-member panel met.
The two sides and both leaders met these three times.
In the 1990s and the 2010s it grew fourfold and 3 times.
Channel 7 News and the custodian of the Two Holy Mosques spoke.
Three Mile Island and Ten Mile Creek are places.
It turned a 180-degree turn in 24-carat gold.
ALL 5 and TOP 10 are words in capitals.
They climbed it dozens of times.
The room is 12 by and of.
Item 4. Item 5. Chapter 6, pages 7-9.
COVID-19, SARS-CoV-2 and U-20 are names.
COP 27 and SDG 15 speak of one of every three rivers.
A 3D printer and a 5G mast near 36 Quai des Brumes met BA.5 after four nights.
Around the 5,0,0 and 9999999999999999999999 it ends.
"""


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_no_figure(text: str) -> None:
    assert [figure.span.text for figure in find_figures("d", text)] == []


def test_a_unit_that_is_not_known_is_not_guessed() -> None:
    [figure] = find_figures("d", "The tax raised 40 million pounds sterling and no more.")
    assert figure.unit == "GBP"
    [figure] = find_figures("d", "He put 40 pounds on the table.")
    assert (figure.unit, figure.si_value) == ("pound", None)  # of money or of weight: the text does not say
    [figure] = find_figures("d", "Chile and Mexico paid 40 million pesos.")
    assert figure.unit == "peso"
