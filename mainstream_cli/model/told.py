"""Whether a free text says something, by its form alone: no list of words decides, in any language."""

import unicodedata

LETTERS, WORDS = 20, 4
WITHOUT_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
SIGNS, DIFFERENT = 8, 6


def told(value: object) -> bool:
    """Tell whether a text says something: 20 letters or digits in 4 different words, or 8 signs, 6 of them different.

    The second is for scripts that part no words. Only texts beside which no day, document or institution stands are
    looked at like this, and what fails is short of evidence, never refused.
    """
    text = unicodedata.normalize("NFKC", str(value or "")).casefold()
    signs = [sign for sign in text if sign.isalnum()]
    dense = sum(unicodedata.name(sign, "").startswith(WITHOUT_SPACES) for sign in signs)
    if dense * 2 > len(signs):
        return len(signs) >= SIGNS and len(set(signs)) >= DIFFERENT
    words = {"".join(filter(str.isalnum, word)) for word in text.split()} - {""}
    return len(signs) >= LETTERS and len(words) >= WORDS


def has_word(value: str | None) -> bool:
    """Tell whether a text has a letter, of whatever script."""
    return any(map(str.isalpha, value or ""))


def letters(value: object) -> str:
    """Return the letters and digits of a text in small, by which two texts are the same."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", str(value or "")).casefold()))
