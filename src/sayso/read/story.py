"""Which blocks of a page are the story: those that the extractor found, and what it lost between and beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator

from .blocks import Block, Element

# Words compared in threes: long enough that furniture rarely repeats the story's, short enough for a list item.
_SHINGLE = 3
_SHARE_FOUND = 0.6
# A block with more of its characters in links than this is a list of links.
_SHARE_LINKED = 0.6
_ALL_LINKED = 0.8
# How far above a block its home, an element that holds paragraphs of the story, may stand.
_CLIMB = 4
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PAGE = frozenset({"", "html", "body"})
# Classes and ids, in whole words, of what pages put between the paragraphs of a story.
_INSERTED = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|promo\w*|related\w*|recommend\w*|newsletter\w*|subscri\w*|shar(?:e|ing)\w*|social\w*|sponsor\w*"
    r"|comments?|disqus\w*|cookie\w*|consent\w*|paywall\w*|breadcrumbs?|tags?|toolbar|most-?(?:read|viewed|popular)|popular|trending"
    r"|more-?(?:on|from|stories)|read-?(?:more|next)|outbrain|taboola|sign-?up|teasers?|sidebar|pagination|copyright)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION = frozenset({"figure", "figcaption"})
_WHOLE = frozenset({"body", "html", "main", "article"})
_ENOUGH = 8


def chosen(blocks: list[Block], extracted: str | None) -> list[int]:
    """The indexes, in page order, of the blocks that make the story.

    `extracted` is the main text as the extractor gives it, or None when it found none: then every block that reads
    like running text is taken to start with.
    """
    inside = [not block.element.is_furniture for block in blocks]
    kept = _found(blocks, extracted, inside) if extracted else set()
    if extracted and not kept:
        kept = _found(blocks, extracted, [True] * len(blocks))
    if not kept:
        kept = {i for i, block in enumerate(blocks) if inside[i] and _reads_on(block)}
    if not kept:  # a page of a few words: all of them
        kept = {i for i in range(len(blocks)) if inside[i]} or set(range(len(blocks)))
    for _ in range(3):  # a post that was lost makes a home for its heading in the next round
        more = _lost(blocks, kept, inside)
        if not more:
            break
        kept |= more
    return sorted(kept - _doubled(blocks, kept))


def words(text: str) -> list[str]:
    """The words of `text` for comparing, without case."""
    return re.findall(r"\w+", text.casefold())


def _found(blocks: list[Block], extracted: str, inside: list[bool]) -> set[int]:
    whole = words(extracted)
    shingles = {tuple(whole[i : i + _SHINGLE]) for i in range(len(whole) - _SHINGLE + 1)}
    lines = {" ".join(words(cell)) for line in extracted.splitlines() for cell in (line, *line.split("|"))}
    kept = set()
    for i, block in enumerate(blocks):
        if not inside[i] or _is_pointer(block):
            continue
        own = words(block.text)
        own_shingles = [tuple(own[j : j + _SHINGLE]) for j in range(len(own) - _SHINGLE + 1)]
        if own and (
            sum(shingle in shingles for shingle in own_shingles) >= _SHARE_FOUND * len(own_shingles)
            if len(own_shingles) > 1
            else " ".join(own) in lines
        ):
            kept.add(i)
    return kept


def _is_pointer(block: Block) -> bool:
    """True for what is nothing but a link, and neither a heading nor a sentence: it points to another page."""
    is_link = block.linked >= _ALL_LINKED * len(block.text)
    return is_link and block.element.tag not in _HEADINGS and not re.search(r"[.!?][\"'”’)]*$", block.text)


def _reads_on(block: Block) -> bool:
    return (
        len(words(block.text)) >= _ENOUGH
        and block.linked < _SHARE_LINKED * len(block.text)
        and not _is_inserted(block.element)
    )


def _lost(blocks: list[Block], kept: set[int], inside: list[bool]) -> set[int]:
    """Blocks not kept that stand in a home of the story, or in an element shaped like one of its paragraphs."""
    first, last = min(kept), max(kept)
    homes = Counter(block.element.parent for block in (blocks[i] for i in kept) if block.element.parent)
    around = {above for home in homes for above in _above(home)}
    shapes = {blocks[i].element.shape for i in kept if blocks[i].element.depth > 3 and _reads_on(blocks[i])}
    more = set()
    for i, block in enumerate(blocks):
        if i in kept or not inside[i] or _is_inserted(block.element, around) or block.element.tag in _CAPTION:
            continue
        is_between = first < i < last
        if block.linked > _SHARE_LINKED * len(block.text) and not (is_between and block.element.tag in _HEADINGS):
            continue
        above = list(_above(block.element))
        is_home = any(element in homes and (is_between or element.tag not in _PAGE) for element in above)
        is_alike = block.element.shape in shapes and any(element in around for element in above)
        if is_home or is_alike or (is_between and any(element in around for element in above)):
            more.add(i)
    return more


def _above(element: Element) -> Iterator[Element]:
    """The element itself where it can hold blocks of its own, and up to four above it."""
    here: Element | None = element
    for _ in range(_CLIMB + 1):
        if here is None:
            return
        yield here
        here = here.parent


def _is_inserted(element: Element, around: Container[Element] = ()) -> bool:
    """True when it, or an element above it that holds nothing of the story (`around` it), is named as an insertion."""
    for above in _above(element):
        if above in around or above.tag in _WHOLE:
            return False
        if above.names and _INSERTED.search(above.names):
            return True
    return False


def _doubled(blocks: list[Block], kept: set[int]) -> set[int]:
    """Longer blocks that stand twice in the story (a version for small screens): all but the one at home in it."""
    homes = Counter[Element | None]()
    for i in kept:
        homes[blocks[i].element.parent] += blocks[i].weight
    best: dict[str, int] = {}
    doubled = set()
    for i in sorted(kept):
        own = words(blocks[i].text)
        if len(own) < _ENOUGH:
            continue
        other = best.setdefault(" ".join(own), i)
        if other != i:
            is_better = homes[blocks[i].element.parent] > homes[blocks[other].element.parent]
            doubled.add(other if is_better else i)
            best[" ".join(own)] = i if is_better else other
    return doubled
