"""What a package is made of, written file by file into a folder: payload first, then the manifests and the ZIP."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from forms.document import Reader
from forms.errors import UserError
from forms.facts import day, text
from forms.said import said
from forms.tracing import side_file
from reports.dossier import file_name, print_dossier
from reports.packaging import bag
from reports.packaging.archive import write_archive
from reports.packaging.cover import Cover, cover_file, email_text, responsible_participant
from reports.packaging.evidence import exhibits, plain_name
from reports.packaging.recipients import beyond_limits
from reports.proofreading import proofread
from reports.workbook import write_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from forms.document import Snapshot
    from forms.rules import CheckResult
    from reports.dossier import Dossier
    from reports.finish import Container
    from reports.layout import Progress
    from reports.packaging.recipients import Recipient

# A dossier carries the whole project with its files; above this they lie in the package once, beside the dossiers.
LARGEST_EMBEDDED = 10 * 1024**2
HAS_ERRORS = 1


@dataclass(frozen=True)
class Order:
    """What is to be packed, for whom and how; `kinds` are the dossiers that the recipient gets."""

    snapshot: Snapshot
    recipient: Recipient
    kinds: Sequence[Dossier]
    checked: CheckResult
    is_draft: bool
    container: Container
    program: str
    progress: Progress | None

    @property
    def read(self) -> Reader:
        """The project."""
        return Reader(self.snapshot)


@dataclass
class Making:
    """A package on its way: the files written so far, with their titles, and what the sender should know."""

    folder: Path
    payload: dict[str, bag.Entry] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def path(self, name: str) -> Path:
        """Where a file of the payload goes; its folder is made."""
        target = self.folder / bag.PAYLOAD / name
        target.parent.mkdir(parents=True, exist_ok=True)
        return target

    def take(self, name: str, title: str) -> None:
        """Enter a file that was written."""
        with self.path(name).open("rb") as stream:
            self._enter(name, title, bag.measure(stream))

    def write(self, name: str, content: bytes, title: str) -> None:
        """Write a file and enter it."""
        with self.path(name).open("wb") as target:
            self._enter(name, title, bag.copy_measured(BytesIO(content), target))

    def _enter(self, name: str, title: str, entry: bag.Entry) -> None:
        self.payload[f"{bag.PAYLOAD}{name}"] = entry
        self.titles[name] = title


def fill(making: Making, order: Order) -> None:
    """Write the payload.

    Raises:
        UserError: with exit code 1, a dossier does not read as it should, or a limit is not kept; not for a draft.
    """
    container = _container(making, order)
    for kind in order.kinds:
        # The design document carries the project; the others would only repeat it.
        _add_dossier(making, kind, order, container if kind.is_main(order.read) else "a2")
    workbook = f"workbook/{plain_name(text(order.read, 'P.title') or 'untitled')}.xlsx"
    write_workbook(order.snapshot, making.path(workbook))
    making.take(workbook, "Calculation with live formulas")
    for exhibit in exhibits(order.read):
        making.write(exhibit.name, exhibit.attachment.content, exhibit.title)
    making.write("figures.json", side_file(order.snapshot), "Every printed figure with what it rests on")
    _check_limits(making, order)
    contents = sorted(making.titles.items())
    cover = Cover(order.read, order.recipient, order.checked, contents, tuple(making.notes), order.is_draft)
    making.write("cover.json", cover_file(cover), "Cover data")
    making.write("e-mail.txt", email_text(cover), "Text of the e-mail")


def _container(making: Making, order: Order) -> Container:
    size = sum(carried.size for carried in order.snapshot.attachments.values())
    if order.container == "a3" and size > LARGEST_EMBEDDED:
        making.notes.append(
            f"The dossiers do not carry the project: its files have {size / 1024**2:.0f} MB and lie here once."
        )
        return "a2"
    return order.container


def _add_dossier(making: Making, kind: Dossier, order: Order, container: Container) -> None:
    name = f"dossiers/{file_name(kind, order.snapshot, is_draft=order.is_draft)}"
    built = print_dossier(
        kind, order.snapshot, making.path(name),
        draft=order.is_draft, container=container, progress=order.progress, checked=order.checked,
    )  # fmt: skip
    own = order.snapshot if kind.is_main(order.read) else None
    findings = proofread(built.path, own, is_draft=order.is_draft)
    certain = [item for item in findings if item.is_certain]
    if certain and not order.is_draft:
        listed = "".join(f"\n  page {item.page}: {item.message}" for item in certain)
        msg = said(
            "No package was written: the printed {kind} does not read as it should.{listed}",
            kind=kind.id,
            listed=listed,
        )
        raise UserError(
            msg, said("Mend the answers that are printed there, or write a DRAFT with --draft."), HAS_ERRORS
        )
    making.notes.extend(f"{name}, page {item.page}: {item.message}" for item in findings)
    making.take(name, kind.title)


def _check_limits(making: Making, order: Order) -> None:
    recipient = order.recipient
    beyond = [f"{words} ({recipient.limits_source})" for words in beyond_limits(recipient, making.payload)]
    if beyond and recipient.limits_bind and not order.is_draft:
        msg = "No package was written: it would not be accepted.\n  " + "\n  ".join(beyond)
        raise UserError(msg, said("Attach extracts, or smaller copies, of the files named."), HAS_ERRORS)
    making.notes.extend(beyond)


def seal(making: Making, order: Order) -> None:
    """Write the tag files."""
    read = order.read
    # The day of the document, not of the clock: the same project gives the same bytes.
    completed, contact = day(read, "P.completion_date"), responsible_participant(read)
    info = (
        ("Source-Organization", read.text(f"P.participants[{contact}].entity") if contact else "not stated"),
        ("External-Description", text(read, "P.title") or "untitled project"),
        ("External-Identifier", making.folder.name),
        ("Prepared-For", order.recipient.name),
        *((("Bagging-Date", completed.isoformat()),) if completed else ()),
        ("Bag-Software-Agent", order.program),
    )
    for name, content in bag.tag_files(making.payload, info).items():
        (making.folder / name).write_bytes(content)


def pack(making: Making) -> str:
    """Write the ZIP beside the folder; returns its SHA-256."""
    top, beside = making.folder.name, making.folder.parent
    names = [f"{top}/{name}" for name in (*making.payload, *bag.TAG_FILES, bag.TAG_MANIFEST)]
    with (beside / f"{top}.zip").open("w+b") as target:
        write_archive(target, names, lambda name: (beside / name).open("rb"))
        target.seek(0)
        return bag.measure(target).sha256
