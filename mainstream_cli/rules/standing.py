"""How a sign-off stands today: what it froze, block by block, against what the project says now."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from mainstream_cli.model.edition import BlockChange, BlockPart, KeptEdition, Manifest, Standing, StandingCode
from mainstream_cli.model.journal import Frozen, SignOff
from mainstream_cli.model.registers import REGISTERS
from mainstream_cli.model.registers.definition import Role
from mainstream_cli.rules.blocks import Digests, cited, digests

if TYPE_CHECKING:
    from mainstream_cli.rules.case import Case

ROLES: tuple[Role, ...] = ("decided", "known")
Approved = frozenset[tuple[BlockPart, str]]
"""Parts of blocks with the digests under which a later sign-off approved them."""


def standing_of(case: "Case", sign_off: SignOff) -> Standing:
    """Return how a sign-off stands: replaced, withdrawn, of an earlier plan, damaged, or by what was changed since."""
    id_ = case.entry_id(sign_off)
    if sign_off.is_before(case.project.settings.plan.start):
        return Standing("of_an_earlier_plan")
    if id_ in case.project.withdrawn:
        return Standing("withdrawn")
    if not any(case.sign_offs.get(stage) is sign_off for stage in sign_off.signs):
        return Standing("superseded")
    frozen = frozen_by(case, sign_off)
    if frozen is None:
        return Standing("amended_since" if case.outgrew_seal(sign_off) else "holds")
    kept = kept_edition(case, frozen)
    if kept is None:
        return Standing("seal_broken")
    changes = tuple(changes_since(case, kept.manifest, _approved_after(case, sign_off)))
    return Standing(_code(changes), changes)


def frozen_by(case: "Case", sign_off: SignOff) -> Frozen | None:
    """Return what says which edition a sign-off approved: itself, or what ``upgrade`` noted of it; None of neither."""
    return sign_off if sign_off.edition_id else case.kept_later.get(case.entry_id(sign_off))


def kept_edition(case: "Case", frozen: Frozen) -> KeptEdition | None:
    """Return the edition that an entry names, None where it is missing or does not match the seal of the entry."""
    kept = case.project.editions.get(frozen.edition_id or "")
    return kept if kept is not None and kept.seal == frozen.covers else None


def _code(changes: tuple[BlockChange, ...]) -> StandingCode:
    if any(change.role == "decided" for change in changes):
        return "amended_since"
    if any(change.how != "added" for change in changes):
        return "facts_updated"
    return "holds_with_additions" if changes else "holds"


def _approved_after(case: "Case", sign_off: SignOff) -> Approved:
    """Return what was approved with another stage on the same day or later, as it stood there."""
    found: set[tuple[BlockPart, str]] = set()
    for later in {id(other): other for other in case.sign_offs.values()}.values():
        frozen = frozen_by(case, later)
        if later is not sign_off and later.date >= sign_off.date and frozen and (kept := kept_edition(case, frozen)):
            found.update(kept.manifest.parts.items())
    return frozenset(found)


def changes_since(case: "Case", manifest: Manifest, approved: Approved = frozenset()) -> Iterator[BlockChange]:
    """Yield every block that is not as a manifest has it; one that could not be read has not changed.

    An answer to a question that a release retired has not changed; one that national content switched off has. A change
    or an addition that was approved with another stage is a fact that was updated, not an open decision.
    """
    then: dict[tuple[str, str], dict[str, str]] = {}
    for (role, kind, id_), digest in manifest.parts.items():
        known_as = case.catalogue.now(id_) or id_ if kind == "answers" else id_
        then.setdefault((kind, known_as), {})[role] = digest
    unread = {(ref.kind, ref.id) for ref in case.project.unread}
    retired = {id_ for id_ in case.project.set_aside if case.catalogue.is_earlier(id_)}
    for kind in ("settings", "answers", *REGISTERS):
        frozen = {id_: roles for (other, id_), roles in then.items() if other == kind}
        whole = kind == "answers" or kind in manifest.scope.own | manifest.scope.also
        if (frozen or whole) and (kind, "") not in unread:
            today = todays(case, kind)
            for id_ in sorted({*frozen, *(today if whole else ())}):
                change = _change(case, manifest, (kind, id_), frozen.get(id_, {}), today.get(id_, {}), approved)
                if change and (kind, id_) not in unread and id_ not in retired:
                    yield change


def _change(
    case: "Case",
    manifest: Manifest,
    block: tuple[str, str],
    then: Mapping[str, str],
    now: Mapping[Role, str],
    approved: Approved,
) -> BlockChange | None:
    if not then:
        return _addition(case, manifest, block, now, approved)
    if "cited" in then:
        same = bool(now) and cited(now) == then["cited"]
        return None if same else BlockChange("known", *block, "changed" if now else "removed")
    changed = [role for role in ROLES if then.get(role) != now.get(role)]
    if not changed:
        return None
    role = changed[0]
    if role == "decided" and now.get(role) and ((role, *block), now[role]) in approved:
        role = "known"
    return BlockChange(role, *block, "changed" if now else "removed")


def _addition(
    case: "Case", manifest: Manifest, block: tuple[str, str], now: Mapping[Role, str], approved: Approved
) -> BlockChange | None:
    """Return what was added: it needs an approval where it is decided, and the scope has it for its own."""
    kind, id_ = block
    name = f"answers/{case.catalogue.questions[id_].home}" if kind == "answers" else kind
    if not now or name not in manifest.scope.own | manifest.scope.also:
        return None
    needs = "decided" in now and name in manifest.scope.own
    role: Role = "decided" if needs and (("decided", *block), now["decided"]) not in approved else "known"
    return BlockChange(role, kind, id_, "added")


def todays(case: "Case", kind: str) -> Digests:
    """Return the digests of a kind as the project stands today, worked out once for the gates of all."""
    key = f"blocks/{kind}"
    if key not in case.kept:
        case.kept[key] = digests(case.public, case.catalogue, kind)
    found: Digests = case.kept[key]
    return found
