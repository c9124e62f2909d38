"""Which cues are nouns without a verb."""

from __future__ import annotations

import pytest

from lab.nominal import is_nominal


@pytest.mark.parametrize(
    ("marked", "is_noun"),
    [
        ("The hauliers[’s claim] that the toll was illegal", True),
        ("The hauliers’ [claim] that the toll was illegal", True),
        ("His [earlier claim] that he was abroad", True),
        ("The hauliers [claim] that the toll was illegal", False),
        ("The hauliers [also claim] that the toll was illegal", False),
        ("He has no right [to claim] that it was illegal", False),
        ("a fee that [demands] an answer", False),
        ("The board met amid [calls for] an inquiry", True),
        ("The board [calls for] an inquiry", False),
        ("The board [sounded a call for] restraint", False),
        ("It came under [withering criticism for] its silence", True),
        ("It [faced heavy criticism for] its silence", False),
        ("He spoke while [showing support for] the rebels", False),
        ("There were [growing concerns] that the dam would fail", True),
        ("The paper gave her [a glowing endorsement]", True),
        ("The paper [has made no statement] on the fire", False),
        ("Her [determination] to stay on", True),
        ("Her [best guess] is rain", False),
        ("They [can’t make a promise] now", False),
        ("[According to a statement], the pier is safe", False),
        ("It was [said] to be safe", False),
    ],
)
def test_a_cue(marked: str, is_noun: bool) -> None:
    before, _, rest = marked.partition("[")
    cue, _, after = rest.partition("]")
    assert is_nominal(before + cue + after, len(before), len(before) + len(cue)) == is_noun
