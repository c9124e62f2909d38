"""Which cases of Recognizers-Text no news report can hold, and why: (reason, pattern of the case's text)."""

from __future__ import annotations

NUMBER = (
    ("an exponent, as programmers and calculators write it", r"\^|\d[eE][+-]?\d"),
    ("a single letter for a scale, or a dozen cut short", r"\d ?[GM]$|^- 10  k$|^ 2\.33 k$|\b(dzs|dozs)\b"),
    ("a network address or a day in figures", r"\d+\.\d+\.\d+\.\d+|\d/\d+/\d{4}"),
    ("a comma for the decimal point", r"(?<![\d,])\d,\d{1,2}\b(?!,)|\d\.\d{3},\d"),
    ("a fraction of a schoolbook: over one", r"(?i)\b(twenty|thirty|hundred)(( and|-| )\w+)*[ -](fifths?|firsts?)\b"),
    (
        "a fraction of a schoolbook: a denominator past ten",
        r"(?i)hundredth|trillionth|thirtieth|twenty-f|thousand fifths",
    ),
    (
        "a fraction of a schoolbook: a division or a sum in words",
        r"(?i)\d+ over \d|\bover (\d|one|three|twenty)|and three fifths|hundred three f",
    ),
    (
        "a sum of two scales in words that nobody writes",
        r"(?i)billion and .* million|hundred and two dozens|(trillion|crore) and \w+ hundred|thousand 3 hundred",
    ),
)
PERCENT = (("no number before the word", r"(?i)^per ?cents? of"), ("“percentage” for “per cent”", r"(?i)percentage$"))
CURRENCY = (
    ("money of a game or a chat", r"credit points|kuai|USD50|1 \$ ?10 "),
    ("a script that English reports do not print, or a coin before its sum", r"ரூ|\bsen 1"),
)
DIMENSION = (
    ("brackets round the unit, as in a table", r"[\[({<]kg[\])}>]"),
    ("a measure of a kitchen or a drawing", r"(?i)\bcup\b|turns?\b|0\.8rad|drachma| \" "),
    ("units that nobody uses, as the case itself says", r"picometer|non-standard"),
)
TEMPERATURE = (("a misspelt unit", r"centigrate"),)
