"""L12 to L17: the words of content. The measures are simple on purpose, so that a finding can be explained."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from mainstream_cli.language import Text, count, say
from mainstream_cli.model.catalogue import Catalogue, Question
from mainstream_cli.model.finding import Finding
from mainstream_cli.rules.lint.case import LintCase, at, found, questions, terms, texts

ALIKE = 0.7
WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SMALL_WORDS = (
    "a an and any are as at be by can did do does each for from had has have how if in into is it its of on or that "
    "the their them there these they this to was were what when where which who whom whose will with would"
)
SMALL = frozenset(SMALL_WORDS.split())
QUESTION_WORD = "who|whom|what|which|when|where|why|how|by whom|to whom"
VERB_AND_SUBJECT = (
    "(?:is|are|was|were|does|do|did|has|have|can|could|will|would|should) "
    "(?:it|they|he|she|we|you|there|the|this|that|these|those|its|their|any|each|every|some|all)"
)
DOUBLE = (
    re.compile(r"\?.*\?", re.DOTALL),
    re.compile(r"\band/or\b", re.IGNORECASE),
    re.compile(rf"\b(?:and|or|but)\s+(?:{QUESTION_WORD}|{VERB_AND_SUBJECT})\b(?!\s+not\b)", re.IGNORECASE),
    re.compile(r"\band\s+(?:if so|whether|in what way)\b|\bif so\b", re.IGNORECASE),
)
LEADING = (
    re.compile(r"\b(?:do|does|did|is|are|was|were|has|have|should|would|could|can|will)n['’]t\b", re.IGNORECASE),
    re.compile(r"\b(?:do|would) you (?:not )?agree\b|\bis it not\b|\bare not\b.{0,500}\?", re.IGNORECASE),
    re.compile(
        r"\b(?:obviously|of course|surely|clearly|naturally|needless to say|as everyone knows)\b", re.IGNORECASE
    ),
    re.compile(
        r"^(?:how|why) (?:important|useful|harmful|serious|essential|good|bad|necessary) (?:is|are)\b", re.IGNORECASE
    ),
    re.compile(r"^why (?:is|are|do|does|did|has|have)\b.*\b(?:not|fail|failed|so little|so much)\b", re.IGNORECASE),
    re.compile(r"^should\b", re.IGNORECASE),
)
LONGEST_QUESTION = 25
FEWEST_WORDS = {"why": 8, "example": 6}
LONGEST_TITLE = 5
HARDEST = 70


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return WORDS.findall(text)


def near_duplicates(case: LintCase) -> Iterator[Finding]:
    """Two questions ask nearly the same: seven tenths or more of their telling words are shared.

    Small words such as "the" or "which" do not count. The questions of one pattern on two sectors may resemble each
    other: their ids end alike.

    Passes: "Who leads the core team?" beside "Who advises the core team on data?"
    Fails:  "Which institution leads the core team?" beside "Which institution is leading the core team today?"
    """
    seen: list[tuple[Question, frozenset[str]]] = []
    for ref, question in questions(case.catalogue):
        telling = frozenset(_stem(word) for word in words_of(question.text.casefold()) if word not in SMALL)
        for other, others in seen:
            if telling.isdisjoint(others):  # so are most pairs, and this is said fastest
                continue
            shared = len(telling & others)
            if shared >= ALIKE * len(telling | others) and not _one_pattern(case.catalogue, question, other):
                message = say(
                    'asks nearly the same as {number} {id}: "{text}"', number=other.number, id=other.id, text=other.text
                )
                action = say("Keep one of the two, or say what differs.")
                yield found("L12", "warning", at(ref, "text"), message, action)
        seen.append((question, telling))


def _stem(word: str) -> str:
    """Cut an ending, so that "lead", "leads" and "leading" count as one word."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:  # noqa: PLR2004
            return word.removesuffix(ending)
    return word


def _one_pattern(catalogue: Catalogue, one: Question, other: Question) -> bool:
    sectors = {sector.id for sector in catalogue.sectors}
    ends = [question.id.removeprefix(f"{question.home}_") for question in (one, other)]
    return {one.home, other.home} <= sectors and one.home != other.home and ends[0] == ends[1]


def double_barrelled(case: LintCase) -> Iterator[Finding]:
    """A question seems to ask two things, so that one answer cannot say which of them it means.

    Signs: two question marks, "and/or", "if so", or "and" before another question word.

    Passes: "Who advises the team?"
    Fails:  "Who advises the team, and how often does it meet?"
    """
    for ref, question in questions(case.catalogue):
        sign = next((match[0].strip() for pattern in DOUBLE if (match := pattern.search(question.text))), "")
        if sign:
            message = say("seems to ask two things at once (two question marks).")
            if len(sign) < 40:  # noqa: PLR2004
                message = say('seems to ask two things at once ("{words}").', words=sign)
            action = say("Make two questions of it, or leave one out.")
            yield found("L13", "warning", at(ref, "text"), message, action)


def leading(case: LintCase) -> Iterator[Finding]:
    """A question seems to say which answer is wanted.

    Signs: a negated verb ("Isn't..."), "of course", "Would you agree", "How important is", "Should".

    Passes: "How far does the plan deal with migration?"
    Fails:  "Shouldn't the plan deal with migration?"
    """
    for ref, question in questions(case.catalogue):
        sign = next((match[0].strip() for pattern in LEADING if (match := pattern.search(question.text))), "")
        if sign:
            message = say('seems to lead to one answer ("{words}").', words=sign[:40])
            action = say("Ask so that every answer is equally easy to give.")
            yield found("L14", "warning", at(ref, "text"), message, action)


def thin(case: LintCase) -> Iterator[Finding]:
    """A question lacks what a team needs to answer it: a reason, a concrete example, a question mark, a short title.

    Passes: a ``why`` that says what goes wrong without the question, an ``example`` of a good answer
    Fails:  ``why: Important.``
    """
    for ref, question in questions(case.catalogue):
        for part, fewest in FEWEST_WORDS.items():
            words = words_of(getattr(question, part))
            if len(words) < fewest:
                message = count(
                    "'{part}' has {n} word; that is too little to help.",
                    "'{part}' has {n} words; that is too little to help.",
                    n=len(words),
                    part=part,
                )
                action = count("Write at least {n} word.", "Write at least {n} words.", n=fewest)
                yield found("L15", "warning", at(ref, part), message, action)
        if question.why.strip() == question.example.strip():
            message, action = say("'example' repeats 'why'."), say("Give a concrete answer.")
            yield found("L15", "warning", at(ref, "example"), message, action)
        if not question.text.rstrip().endswith("?"):
            message, action = say("'text' is no question."), say("End it with a question mark.")
            yield found("L15", "warning", at(ref, "text"), message, action)
        if len(question.title.split()) > LONGEST_TITLE:
            message, action = say("'title' is long."), say("Use two to four words.")
            yield found("L15", "warning", at(ref, "title"), message, action)


def hard_to_read(case: LintCase) -> Iterator[Finding]:
    """A text is hard to read aloud, or a question is longer than 25 words.

    The measure is Björnsson's LIX: words for each sentence, plus the share of words of more than six letters in per
    cent. About 40 is a newspaper, 50 a report, above 60 a legal text.

    Passes: "Partners can advise and pay, but only a national body can put the result into the plan."
    Fails:  one sentence of forty words on institutionalisation
    """
    for ref, question in questions(case.catalogue):
        length = len(words_of(question.text))
        if length > LONGEST_QUESTION:
            message = count(
                "'text' has {n} word; nobody keeps that in mind while listening.",
                "'text' has {n} words; nobody keeps that in mind while listening.",
                n=length,
            )
            action = count("Use at most {n} word.", "Use at most {n} words.", n=LONGEST_QUESTION)
            yield found("L16", "warning", at(ref, "text"), message, action)
        for part in ("why", "example"):
            level = lix(getattr(question, part))
            if level > HARDEST:
                message = say(
                    "'{part}' is hard to read (LIX {level}, at most {most}).", part=part, level=level, most=HARDEST
                )
                yield found("L16", "warning", at(ref, part), message, say("Shorter sentences, shorter words."))


def lix(text: str) -> int:
    """Return Björnsson's reading index of a text."""
    words = words_of(text)
    sentences = max(1, len([part for part in re.split(r"[.!?:;]+(?:\s|[\"”']|$)", text) if words_of(part)]))
    long = sum(len(word) > 6 for word in words)  # noqa: PLR2004
    return round(len(words) / sentences + 100 * long / max(1, len(words)))


def word_to_avoid(case: LintCase) -> Iterator[Finding]:
    """A text uses words that hurt people, or that take a side, without quotation marks around them.

    The words stand in ``checklists/words.yaml``, each with what to say instead. In quotation marks they are allowed:
    sometimes a text has to speak about a word.

    Passes: "migrants in an irregular situation", or: the word "flood" in a speech
    Fails:  "illegal migrants"
    """
    told = (
        item
        for ref, term in terms(case.glossary)
        for item in ((at(ref, "term"), term.term), (at(ref, "meaning"), term.meaning))
    )
    for ref, text in (*texts(case.catalogue), *told):
        for word, action in avoided(case.avoid, text):
            yield found("L17", "warning", ref, to_avoid(word), action)


def to_avoid(word: str) -> Text:
    """Say that a word should not be used."""
    return say('"{word}" is a word to avoid.', word=word)


def avoided(avoid: Mapping[str, str], text: str) -> Iterator[tuple[str, Text]]:
    """Yield every word of a text that should not be used, with what to do; one in quotation marks is spoken of."""
    matches = list(_pattern(tuple(avoid)).finditer(text)) if avoid else []
    spoken = {_one_space(word): instead for word, instead in avoid.items()} if matches else {}
    for match in matches:
        word = spoken[_one_space(match[1])]
        if word:
            yield match[0], say('Say "{word}", or put it in quotation marks.', word=word)
        else:
            yield match[0], say("Find other words, or put it in quotation marks.")


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\"“‘'\w-])({forms})(s|es)?(?![\w-])(?![\"”’])", re.IGNORECASE)


def _one_space(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words).casefold()
