"""How far a document is: draft, ready for signature, signed, or changed since."""

from mainstream_cli.documents.words.scribe import Scribe
from mainstream_cli.documents.words.wording import day_in_words, listed

DRAFT = "Draft for consultation"
READY = "Ready for signature; not yet signed"
SAMPLE = "Training sample"
NOT_FOR_SIGNATURE = "Complete; not for signature"
NOT_TO_SIGN = "Training sample: this block shows the roles and is not to be signed in the name of any institution."


def standing(scribe: Scribe) -> str:
    """Say in a sentence how far the document is, for page one."""
    dossier = scribe.dossier
    if dossier.sign_off is None:
        return _ready(scribe) if dossier.ready else DRAFT
    sign_off = dossier.sign_off
    role, day = scribe.actor(sign_off.by, short=False), day_in_words(sign_off.date)
    signed = f"igned by {role} on {day} ({sign_off.reference})"
    if dossier.stale:
        return f"{DRAFT}: what was s{signed} has changed since and needs a new signature"
    return f"S{signed}"


def running(scribe: Scribe) -> str:
    """Say the same in a few words, for the head of every page."""
    dossier = scribe.dossier
    if dossier.sign_off is None:
        short = _ready(scribe) if dossier.ready else DRAFT
    else:
        short = (
            f"{DRAFT}; changed since signature" if dossier.stale else f"Signed {day_in_words(dossier.sign_off.date)}"
        )
    return listed((SAMPLE if dossier.project.settings.sample else "", short), ". ")


def _ready(scribe: Scribe) -> str:
    """Say what comes next; nothing is to be signed in the name of a real country's institutions."""
    return NOT_FOR_SIGNATURE if scribe.project.settings.sample == "real_country" else READY


def signature_note(scribe: Scribe) -> str:
    """Say of a sample why its signature block is not to be signed."""
    return NOT_TO_SIGN if scribe.project.settings.sample else ""
