"""Tracked changes resolved as a word processor does: by the rules of ISO/IEC 29500-1, 17.13.5, and by LibreOffice."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

OFFICE = shutil.which("soffice")
needs_writer = pytest.mark.skipif(
    not OFFICE or not (Path(OFFICE).resolve().parent / "libswlo.so").exists(),
    reason="LibreOffice Writer is not installed (apt: libreoffice-writer-nogui libreoffice-math-nogui)",
)


def body(word: bytes) -> etree._Element:
    """The body of a Word file."""
    with ZipFile(BytesIO(word)) as archive:
        return parse_xml(archive.read("word/document.xml"))[0]


def accepted(word: bytes) -> etree._Element:
    """The body with all changes accepted."""
    return _resolved(body(word), stays="ins", goes="del")


def rejected(word: bytes) -> etree._Element:
    """The body with all changes rejected."""
    return _resolved(body(word), stays="del", goes="ins")


def paragraphs(element: etree._Element) -> list[str]:
    """The words of each paragraph that has any, in order; formulas as their signs."""
    texts = ("".join(found.itertext(qn("w:t"), qn("w:delText"), qn("m:t"))) for found in element.iter(qn("w:p")))
    return [text for text in map(str.strip, texts) if text]


def _resolved(root: etree._Element, *, stays: str, goes: str) -> etree._Element:
    for row in list(root.iter(qn("w:tr"))):
        look = row.find(qn("w:trPr"))
        if look is not None and look.find(qn(f"w:{goes}")) is not None:
            row.getparent().remove(row)
    for table in [found for found in root.iter(qn("w:tbl")) if found.find(qn("w:tr")) is None]:
        table.getparent().remove(table)
    joined = [found for found in root.iter(qn("w:p")) if _mark(found, goes) is not None]
    for change in list(root.iter(qn(f"w:{goes}"))):
        if change.getparent().tag not in (qn("w:rPr"), qn("w:trPr")):
            change.getparent().remove(change)
    for change in list(root.iter(qn(f"w:{stays}"))):
        parent = change.getparent()
        at = parent.index(change)
        parent[at : at + 1] = list(change)
    # A paragraph whose mark goes runs on into the next one, from the last to the first.
    for found in reversed(joined):
        following = found.getnext()
        content = [child for child in found if child.tag != qn("w:pPr")]
        if following is not None and following.tag == qn("w:p"):
            look = following.find(qn("w:pPr"))
            at = 0 if look is None else following.index(look) + 1
            following[at:at] = content
            found.getparent().remove(found)
        elif not content:
            found.getparent().remove(found)
    return root


def _mark(paragraph: etree._Element, kind: str) -> etree._Element | None:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{kind}')}")


# -- LibreOffice ----------------------------------------------------------------------------------------------------


def converted(file: Path, kind: str, profile: Path) -> Path:
    """The file in another format, written beside it."""
    target = file.with_suffix(f".{kind.partition(':')[0]}")
    _office(profile, "--convert-to", kind, "--outdir", str(file.parent), str(file))
    return target


def resolved_by_office(file: Path, profile: Path, *, accept: bool) -> str:
    """The text that LibreOffice leaves when it accepts or rejects all changes."""
    target = file.with_name(f"{file.stem}-{'accepted' if accept else 'rejected'}.txt")
    command = ".uno:AcceptAllTrackedChanges" if accept else ".uno:RejectAllTrackedChanges"
    _install_macro(profile, file, target, command)
    _office(profile, "macro:///Standard.Changes.Resolve")
    return target.read_text(encoding="utf-8-sig")


def _office(profile: Path, *arguments: str) -> None:
    command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
    subprocess.run(command, check=True, timeout=240, capture_output=True)


_MACRO = """Sub Resolve
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, "{command}", "", 0, Array())
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF,,,"
  document.storeToURL("{target}", plain())
  document.close(True)
  StarDesktop.terminate()
End Sub
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Changes"/></library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Changes"
 script:language="StarBasic">{macro}</script:module>
"""


def _install_macro(profile: Path, source: Path, target: Path, command: str) -> None:
    macro = _MACRO.format(source=source.as_uri(), target=target.as_uri(), command=command)
    basic = profile / "user" / "basic"
    if not (basic / "script.xlc").exists():
        _office(profile, "--terminate_after_init")
    (basic / "Standard" / "script.xlb").write_text(_LIBRARY)
    (basic / "Standard" / "Changes.xba").write_text(_MODULE.format(macro=escape(macro)))
