"""Short exchanges, each with the answers that a reader sees in it, and those that he must not be told of."""

from __future__ import annotations

import pytest

from sayso.link import respond
from sayso.link.candidates import ANSWERS, candidates
from sayso.link.framing import is_compared
from sayso.link.view import look
from tests.link.exchanges import staged

# name, the exchange, its answers: (number of the later statement, relation, number of the earlier one)
ANSWERED = [
    ("denial names the speaker", """
        Brel; allege; said; Sudmark had buried waste near the lake
        Velk; deny; said; the remarks by Brel were completely false""", (1, "denies", 0)),
    ("denial dismisses the charge", """
        Norland; allege; accused; Sudmark of jamming its radars
        Sudmark's army; deny; dismissed; the charge""", (1, "denies", 0)),
    ("denial by pronoun", """
        Brel; allege; said; Sudmark had shelled a border post
        Velk; deny; told reporters; it was "a lie from start to finish\"""", (1, "denies", 0)),
    ("denial of the claim it holds", """
        Velk; deny; rejected; Brel's claim that Sudmark was jamming radars
        > Brel; allege; claim; that Sudmark was jamming radars""", (0, "denies", 1)),
    ("denial of an unsourced idea it holds", """
        Velk; deny; dismissed; the suggestion that Sudmark was preparing a blockade
        > -; allege; suggestion; that Sudmark was preparing a blockade""", (0, "denies", 1)),
    ("denial of a forecast it holds", """
        Velk; deny; brushed aside; the prediction that his government would fall
        > -; predict; prediction; that his government would fall""", (0, "denies", 1)),
    ("denial of reports it holds", """
        Velk; deny; said; Reports that a vote had been scheduled are wrong
        > -; state; Reports; that a vote had been scheduled""", (0, "denies", 1)),
    ("denial of a doing by the accused", """
        Brel; allege; accused; Sudmark of cutting the undersea cable
        Sudmark; deny; denied; that it had cut the cable""", (1, "denies", 0)),
    ("denial reaches over a bystander", """
        Brel; allege; said; Sudmark had poisoned the river
        /Orvania; state; said; it was following the matter
        Velk; deny; called; Minister Brel's allegation absurd""", (2, "denies", 0)),
    ("denial after a run of charges answers the first", """
        Brel; allege; said; Sudmark had moved missiles to the coast
        /she=Brel; allege; put; the number of launchers at forty
        Velk; deny; said; Minister Brel's claims were baseless""", (2, "denies", 0)),
    ("denial before the claim is told", """
        Velk; deny; said; the accusations by Minister Brel were fabricated
        /Brel; allege; had alleged; that Sudmark had armed the rebels""", (0, "denies", 1)),
    ("denial of a threat to others", """
        Brel; warn; warned; that Sudmark would soon close the strait
        Sudmark; deny; said; the warning from Norland was nonsense""", (1, "denies", 0)),
    ("counterclaim of innocence", """
        Brel; condemn; blamed; Sudmark for the collision at sea @Sudmark
        Sudmark; deny; denied; any blame for the collision""", (1, "denies", 0)),
    ("rejection of a demand", """
        Brel; demand; demanded that; Sudmark withdraw from the islands
        Velk; reject; rejected; the demand""", (1, "rejects", 0)),
    ("rejection of requests by owner", """
        Norland; demand; called for; Sudmark to open its archives
        Velk; reject; ruled out; some of Norland's requests""", (1, "rejects", 0)),
    ("rejection of a proposal", """
        Brel; propose; proposed; a joint patrol of the strait
        Velk; reject; turned down; the proposal""", (1, "rejects", 0)),
    ("rejection in other words", """
        Norland; demand; wants; Sudmark to dismantle the dam
        Sudmark; reject; said; Norland's demands were a non-starter""", (1, "rejects", 0)),
    ("rejection of an appeal", """
        Brel; urge; urged; Sudmark to return to the talks @Sudmark
        Velk; reject; said; he would not accept Minister Brel's appeal""", (1, "rejects", 0)),
    ("rejection of a decision", """
        Sudmark; announce; announced; the start of drilling in the bay
        Norland; reject; said; it categorically rejected the decision by Sudmark""", (1, "rejects", 0)),
    ("rejection of the demand it holds", """
        Velk; reject; rejected; Norland's demand that he resign
        > Norland; demand; demand; that he resign""", (0, "rejects", 1)),
    ("the nearer of two demands", """
        Orvania; demand; demanded; an inquiry by the Union
        Brel; demand; demanded that; Sudmark free the crew @Sudmark
        /Velk; reject; refused; Minister Brel's demand""", (2, "rejects", 1)),
    ("demand of the one named", """
        Brel; demand; demanded that; Sudmark free the crew @Sudmark
        Orvania; demand; demanded; an apology from Sudmark @Sudmark
        Velk; reject; rejected; the demand by Minister Brel""", (2, "rejects", 0)),
    ("acceptance of a proposal", """
        Brel; propose; proposed; a truce of thirty days
        Velk; agree; accepted; Minister Brel's proposal""", (1, "accepts", 0)),
    ("acceptance of a demand", """
        Norland; demand; demanded that; Sudmark admit inspectors @Sudmark
        Sudmark; agree; agreed to; the demand by Norland""", (1, "accepts", 0)),
    ("acceptance of an offer", """
        Norland; propose; offered; to mediate between the parties
        Sudmark; agree; welcomed; the offer from Norland and accepted it""", (1, "accepts", 0)),
    ("confirmation of a charge", """
        Brel; allege; said; Sudmark had paid the smugglers
        Velk; acknowledge; acknowledged; that Minister Brel's claim was true""", (1, "confirms", 0)),
    ("question and silence", """
        a reporter; ask; asked; whether Velk would resign @Velk
        /he=Velk; decline_comment; declined to answer;""", (1, "answers", 0)),
    ("question and answer", """
        a reporter; ask; asked; how the army could be sure @Velk
        /Velk; state; replied; that there were photographs""", (1, "answers", 0)),
    ("question without an asker", """
        -; ask; Asked; whether the talks would go on @Velk
        /he=Velk; predict; said; they would resume within days""", (1, "answers", 0)),
    ("question in a transcript", """
        a reporter; ask; :; Is the treaty under review @Mirkova
        Mirkova; state; :; The treaty is in force and will remain so""", (1, "answers", 0)),
    ("a denial answers the question as well", """
        a reporter; ask; asked; whether the army had crossed the border @Velk
        /he=Velk; deny; answered; that no such thing had happened""", (1, "answers", 0)),
    ("the second reply to a question", """
        -; ask; Asked; about the arrest of the editor @Velk
        /he=Velk; decline_comment; did not answer directly;
        /he=Velk; state; said; the courts were free""", (2, "answers", 0)),
    ("the headline is told again", """
        #Norland; allege; says; Sudmark poisoned the river
        Brel; allege; said; the river had been poisoned by Sudmark""", (1, "same_utterance", 0)),
    ("spokesman and body deny one claim in the headline", """
        #Sudmark; deny; calls; Norland's claim of river poison 'false'
        Velk; deny; said; the claim of river poison was false""", (1, "same_utterance", 0)),
    ("the claim that a denial holds was told before", """
        Brel; allege; said; Sudmark had sold forged passports to smugglers
        Velk; deny; rejected; Brel's claim that Sudmark had sold forged passports
        > Brel; allege; claim; that Sudmark had sold forged passports""", (2, "repeats", 0)),
    ("the claim without a source that a denial holds was told before", """
        Brel; allege; said; Sudmark had sold forged passports to smugglers
        Velk; deny; dismissed; the suggestion that Sudmark had sold forged passports
        > -; allege; suggestion; that Sudmark had sold forged passports""", (2, "repeats", 0)),
    ("the same speaker says it again", """
        Brel; allege; said; Sudmark had sold forged passports to smugglers
        Orvania; assess; said; it was worried
        Brel; allege; repeated; that Sudmark had sold forged passports""", (2, "repeats", 0)),
]  # fmt: skip

# name, the exchange, the number of the statement that answers nothing
SILENT = [
    ("denial of what nobody here said", """
        Orvania; praise; praised; the Union for its patience
        Mirkova; deny; denied; that she had taken bribes from a builder""", 1),
    ("denial of something else", """
        Brel; announce; announced; a new railway to the coast
        Mirkova; deny; denied; that the opera house had lost its licence""", 1),
    ("a similar claim of another time", """
        Brel; allege; said; Sudmark had jammed its radars
        /Velk; deny; dismissed; a similar claim years ago""", 1),
    ("rejection of another demand", """
        Brel; demand; demanded that; Orvania lower its tariffs @Orvania
        Mirkova; reject; refused; to sell her share of the vineyard to the brewery""", 1),
    ("praise for the same person", """
        Brel; allege; said; Sudmark had hidden the report
        Orvania; praise; praised; Minister Brel for her long service""", 1),
    ("two speakers of one side", """
        Brel; allege; said; Sudmark had hidden the report
        Hask; state; said; the harvest would be good""", 1),
    ("one side does not deny its own charge", """
        Brel; allege; accused; Sudmark of spying on the port
        Norland's foreign ministry; deny; denied; that fuel was short""", 1),
    ("a speaker does not answer himself", """
        Velk; demand; demanded; new elections
        /he=Velk; reject; ruled out; a coalition""", 1),
    ("an announcement after an announcement", """
        Norland; announce; announced; a new budget
        Sudmark; announce; announced; a holiday in May""", 1),
    ("silence asked by nobody", """
        Mirkova; announce; announced; a tour of twelve cities
        Hask; state; said; the roads were icy""", 1),
    ("a claim passed on", """
        Hask; state; said; that Velk had promised to build a bridge
        > Velk; promise; promised; to build a bridge""", 0),
    ("a question to another", """
        a reporter; ask; asked; Brel whether she would stand again @Brel
        Orvania; state; said; the weather had delayed the summit""", 1),
    ("a claim does not answer a claim from elsewhere", """
        Mirkova; predict; forecast; a mild winter in the hills
        Orvania; allege; accused; the Union of wasting money""", 1),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "answer"), [case[1:] for case in ANSWERED], ids=[case[0] for case in ANSWERED])
def test_answers_what_a_reader_sees(lines: str, answer: tuple[int, str, int]) -> None:
    exchange = staged(lines)
    place = {statement.id: i for i, statement in enumerate(exchange.statements)}
    found = [
        (place[r.from_id], r.relation, place[r.to_id])
        for r in respond(exchange.document, exchange.statements, exchange.actors)
    ]
    assert answer in found
    assert [link for link in found if link[:2] == answer[:2]] == [answer]


@pytest.mark.parametrize(("lines", "number"), [case[1:] for case in SILENT], ids=[case[0] for case in SILENT])
def test_answers_nothing(lines: str, number: int) -> None:
    exchange = staged(lines)
    silent = exchange.statements[number].id
    responses = respond(exchange.document, exchange.statements, exchange.actors)
    assert [(r.relation, r.to_id, r.reasons) for r in responses if r.from_id == silent] == []


# What stands before a saying, and whether a thing is only set against it.
COMPARED = [
    ("beyond anything the Union had said it would accept", True),
    ("more than what the Union had said it would accept", True),
    ("whatever the Union had said it would accept", True),
    ("a sum that the Union had said it would accept", False),
    ("worth nothing, as the Union had said it would accept", False),
]


@pytest.mark.parametrize(("words", "is_so"), COMPARED)
def test_what_a_thing_is_only_compared_with_answers_nothing(words: str, is_so: bool) -> None:
    exchange = staged(f"""
        Norland; demand; demanded; a tenth of the catch
        Brel; assess; called; the demand {words}
        > the Union; agree; said; it would accept""")
    (view,) = look(exchange.document, exchange.statements, exchange.actors)
    assert view.marks["compared"].tolist() == [False, False, is_so]
    pairs = candidates(view)
    assert any(pairs[way][2].any() for way in ANSWERS) is not is_so


def test_without_source_and_cue_nothing_is_compared() -> None:
    (statement,) = staged("-; state; ; worth more than anything else").statements
    assert not is_compared("worth more than anything else.", statement)
