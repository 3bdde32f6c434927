"""Every command there is, with what it is given when all is well: for tests that ask something of all of them."""

from pathlib import Path

from desktop.__main__ import main
from desktop.samples import content
from forms.store import Author, create

PROJECT, OUT, FOLDER = "PROJECT", "OUT", "FOLDER"
# Command by its words; then what follows them. PROJECT is a project file, IN:name a file beside it, OUT.x a file to be
# written, FOLDER one or more files to be written.
COMMANDS = {
    "new": (OUT + ".cerulean", "--form", "cdm_pdd:12.0"),
    "demo": (FOLDER, "--no-window"),
    "sample": ("sudenai", OUT + ".cerulean"),
    "import": ("IN:project.json", OUT + ".cerulean"),
    "export": (PROJECT, OUT + ".json"),
    "upgrade": (PROJECT, OUT + ".cerulean"),
    "series": (PROJECT, "facts", "P.sites", "IN:series.csv"),
    "check": (PROJECT,),
    "calculate": (PROJECT,),
    "dossier": (PROJECT, "--kind", "check-report", "--out", FOLDER),
    "workbook": (PROJECT, OUT + ".xlsx"),
    "docx": (PROJECT, OUT + ".docx", "--kind", "check-report"),
    "redline": (PROJECT, FOLDER, "--base", "IN:project.cerulean", "--kind", "check-report", "--format", "docx"),
    "package": (PROJECT, "--for", "jisc", "--out", FOLDER),
    "verify": ("IN:dossier.pdf",),
    "sign": ("IN:dossier.pdf", "--certificate", "IN:key.p12", "--out", OUT + ".pdf"),
    "diff": (PROJECT, "IN:project.cerulean"),
    "merge": (PROJECT, "IN:project.cerulean", "IN:project.cerulean", OUT + ".cerulean"),
    "compare": (PROJECT, "IN:series.xlsx"),
    "revision list": (PROJECT,),
    "revision freeze": (PROJECT,),
    "revision mark": (PROJECT, "1", "published"),
    "revision compare": (PROJECT, "1"),
    "revision restore": (PROJECT, "1", "--section", "A"),
    "log": (PROJECT,),
    "review export": (PROJECT, OUT + ".cerulean-review"),
    "review import": (PROJECT, "IN:notes.cerulean-review"),
    "findings": (PROJECT,),
    "checklist": (PROJECT,),
    "redact": (PROJECT, OUT + ".cerulean"),
    "extract": (PROJECT, OUT + ".cerulean", "--section", "A"),
    "library scan": ("IN:.",),
    "library list": (),
    "library check": (),
    "library print": ("--out", FOLDER, "--kind", "check-report"),
    "library forget": ("IN:.",),
    "library trash": (),
    "library remove": (PROJECT,),
    "library bring-back": ("nothing",),
    "list": ("forms",),
}
# What they need first is another package, which is not here.
NEEDS_MORE = {"sign"}


def arguments(name, folder, *, project="project.cerulean", other=None, out="out"):
    """The words of a command, with files in this folder."""
    first, _, verb = name.partition(" ")
    words = [_word(word, folder, project, other, out) for word in COMMANDS[name]]
    # The revisions of a project are asked for behind its name.
    return [first, words[0], verb, *words[1:]] if first == "revision" else [*name.split(), *words]


def _word(word, folder, project, other, out):
    if word == PROJECT:
        return folder / project
    if word.startswith("IN:"):
        return folder / (other or word.removeprefix("IN:"))
    if word == FOLDER or word.startswith(f"{OUT}."):
        return folder / f"{out}{word.removeprefix(OUT) if word != FOLDER else ''}"
    return word


def write_subjects(folder: Path) -> None:
    """A sample project and a series, which most commands are content with."""
    create(folder / "project.cerulean", content("sudenai"), Author("Ana", "desk-1", "Cerulean"))
    (folder / "series.csv").write_text("Time;MWh\n2013-01-01;1\n")


def write_all_subjects(folder: Path) -> None:
    """Also what the other commands are given, each written by one of them."""
    write_subjects(folder)
    project = folder / "project.cerulean"
    for words in (
        ("export", project, folder / "project.json"),
        ("workbook", project, folder / "series.xlsx"),
        ("review", "export", project, folder / "notes.cerulean-review"),
        ("revision", project, "freeze"),
        ("dossier", project, "--kind", "check-report", "--out", folder / "print"),
    ):
        assert main([str(word) for word in words]) == 0
    next((folder / "print").iterdir()).rename(folder / "dossier.pdf")
