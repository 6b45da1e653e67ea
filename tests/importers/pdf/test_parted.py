"""Words that Tesseract parts or runs together."""

from __future__ import annotations

from importers.pdf.hocr import Seen, SeenLine
from importers.pdf.parted import mend_words


def words(*texts: str, gap: int = 10) -> list[str]:
    """What becomes of words of 20 pixels a letter with `gap` pixels between them, set in a size of 40."""
    seen: list[Seen] = []
    for text in texts:
        x0 = seen[-1].x1 + gap if seen else 0
        seen.append(Seen(text, x0, 0, x0 + 20 * len(text), 28, 90))
    (line,) = mend_words([SeenLine(tuple(seen), 0.0, 28.0)])
    assert all(one.x1 <= other.x0 for one, other in zip(line.words, line.words[1:], strict=False))
    return [word.text for word in line.words]


def test_a_bodys_name_is_one_word_where_it_stands_as_close_as_one() -> None:
    assert words("att", "kommun", "fullmäktige", "beslutar") == ["att", "kommunfullmäktige", "beslutar"]
    assert words("Region", "styrelsens", "förslag") == ["Regionstyrelsens", "förslag"]
    assert words("Kommun", "styrelsen", gap=60) == ["Kommun", "styrelsen"]
    assert words("KOMMUN", "FULLMÄKTIGE") == ["KOMMUNFULLMÄKTIGE"]
    assert words("Älnsjö", "kommun", "Styrelsen") == ["Älnsjö", "kommun", "Styrelsen"]
    assert words("varje", "kommun", "beslutar") == ["varje", "kommun", "beslutar"]


def test_there_is_a_blank_between_words_whose_boxes_touch() -> None:
    words = (Seen("bilaga", 0, 0, 120, 28, 90), Seen("4", 121, 0, 150, 28, 90), Seen("i", 300, 0, 306, 28, 90))
    (line,) = mend_words([SeenLine(words, 0.0, 28.0)])
    assert [(word.text, word.x0) for word in line.words] == [("bilaga", 0), ("4", 128), ("i", 300)]
