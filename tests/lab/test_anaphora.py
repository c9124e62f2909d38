"""Reading coreference formats, on lines of our own."""

from __future__ import annotations

from lab.anaphora import _cases, _conllu, _table

CONLLU = """# newdoc id = own
# newpar
# sent_id = 1
1\tThe\t_\t_\t_\t_\t_\t_\t_\tEntity=(1-person-new-cf1-1-coref
2\tmayor\t_\t_\t_\t_\t_\t_\t_\tEntity=1)
3\tmet\t_\t_\t_\t_\t_\t_\t_\t_
4\tRoe\t_\t_\t_\t_\t_\t_\t_\tEntity=(2-person-new-cf2-1-sgl-Ada_Roe)|SpaceAfter=No
5\t.\t_\t_\t_\t_\t_\t_\t_\t_

# newpar
# sent_id = 2
1-2\tShe's\t_\t_\t_\t_\t_\t_\t_\t_
1\tShe\t_\t_\t_\t_\t_\t_\t_\tEntity=(1-person-giv:act-cf1-1-ana)|SpaceAfter=No
2\t's\t_\t_\t_\t_\t_\t_\t_\t_
3\tin\t_\t_\t_\t_\t_\t_\t_\t_
4\ther\t_\t_\t_\t_\t_\t_\t_\tEntity=(3-place-new-cf1-1-sgl(1-person-giv:act-cf1-1-ana)
5\toffice\t_\t_\t_\t_\t_\t_\t_\tEntity=3)
"""


def test_gum_gives_a_paragraph_a_line_and_each_entity_its_spans() -> None:
    text, spans = _conllu(CONLLU.splitlines())
    assert text == "The mayor met Roe.\nShe's in her office"
    named = {key: [text[a:b] for a, b in found] for key, found in spans.items()}
    assert named == {"1": ["The mayor", "She", "her"], "2": ["Roe"], "3": ["her office"]}


def test_each_pronoun_is_a_case_with_its_own_and_the_other_spans() -> None:
    text, spans = _conllu(CONLLU.splitlines())
    she, her = _cases("own", "gum", text, spans)
    assert [text[a:b] for a, b in she.same] == ["The mayor", "her"]
    assert [text[a:b] for a, b in her.same] == ["The mayor", "She"]
    assert {text[a:b] for a, b in she.others} == {"Roe", "her office"}


def test_meantime_is_joined_into_text_and_nested_entities_close_in_order() -> None:
    rows = [
        ("d", "0", "0", "Roe", "(A)"), ("d", "0", "1", ",", "-"), ("d", "0", "2", "its", "(B| (A)"),
        ("d", "0", "3", "rival", "B)"), ("d", "0", "4", ".", "-"),
    ]  # fmt: skip
    text, spans = _table(rows)
    assert text == "Roe, its rival."
    assert {key: [text[a:b] for a, b in found] for key, found in spans.items()} == {
        "A": ["Roe", "its"],
        "B": ["its rival"],
    }
