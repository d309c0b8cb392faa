"""Reads a .docx as Word would: effective values through docDefaults, style, paragraph and run; element order."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TWIPS_PER_MM = 1440 / 25.4

# Child order in the transitional schema (ECMA-376 part 4, wml.xsd).
_BORDERS = "top start left bottom end right insideH insideV"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath rPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
    "sectPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
    "headers cellIns cellDel cellMerge tcPrChange",
    "tblBorders": _BORDERS,
    "tblCellMar": "top start left bottom end right",
    "pBdr": "top left bottom right between bar",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
    "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
    "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
    "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
    "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr "
    "attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade "
    "captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol "
    "listSeparator",
}


NEEDS_LIBREOFFICE = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="LibreOffice (soffice) and poppler (pdftotext) are not installed",
)


def to_pdf(document: Path, folder: Path) -> Path:
    """The PDF that LibreOffice makes, with a profile of its own."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(words, capture_output=True, check=True, timeout=120)
    return folder / f"{document.stem}.pdf"


def disorder(element: Element) -> Iterator[str]:
    """Children that the schema knows in another order, twice, or not at all."""
    for parent in element.iter(*(f"{W}{name}" for name in ORDER)):
        kind = etree.QName(parent).localname
        places = {name: place for place, name in enumerate(ORDER[kind].split())}
        children = [etree.QName(child).localname for child in parent]
        yield from (f"<{kind}> holds <{child}>" for child in children if child not in places)
        for one, other in pairwise(child for child in children if child in places):
            if places[one] > places[other] or (one == other != "headerReference"):
                yield f"<{kind}>: <{one}> before <{other}>"


def value(element: Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(f"{W}{name}")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its effective form; sizes and distances in pt, indents in mm, spacing in single lines."""

    text: str
    style: str
    fonts: frozenset[str]
    sizes: frozenset[float]
    bold: bool
    italic: bool
    align: str
    first: float
    left: float
    right: float
    before: float
    after: float
    spacing: float
    keep_next: bool
    ruled: bool
    element: Element = field(repr=False)


class WordFile:
    """The parts of a .docx, and what their elements come to."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.document = self.part("word/document.xml")
        self.styles = self.part("word/styles.xml")
        self.body = self.document[0]
        self.by_id = {value(style, "styleId"): style for style in self.styles.iter(f"{W}style")}

    def part(self, name: str) -> Element:
        return etree.fromstring(self.parts[name])

    @property
    def sections(self) -> list[Element]:
        return list(self.document.iter(f"{W}sectPr"))

    @property
    def tables(self) -> list[Element]:
        return list(self.document.iter(f"{W}tbl"))

    def header(self, section: Element, kind: str) -> Element:
        """The root of the header part that a section shows on pages of this kind."""
        (number,) = [h.get(f"{R}id") for h in section.iter(f"{W}headerReference") if value(h, "type") == kind]
        relations = self.part("word/_rels/document.xml.rels")
        (target,) = [relation.get("Target") for relation in relations if relation.get("Id") == number]
        return self.part(f"word/{target}")

    def lines(self, within: Element | None = None) -> list[Line]:
        return [self.line(one) for one in (self.body if within is None else within).iter(f"{W}p")]

    def line(self, paragraph: Element) -> Line:
        own = paragraph.find(f"{W}pPr")
        style = value(paragraph.find(f"{W}pPr/{W}pStyle")) or "Normal"
        chain = self._chain(style)
        sources = [self.styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")]
        sources += [part.find(f"{W}pPr") for part in chain] + [own]
        spacing, indent = self._attributes(sources, "spacing"), self._attributes(sources, "ind")
        faces = [self._face(chain, run.find(f"{W}rPr")) for run in paragraph.iter(f"{W}r")] or [self._face(chain, None)]
        return Line(
            text="".join(leaf.text or "" for leaf in paragraph.iter(f"{W}t")),
            style=style,
            fonts=frozenset(font for face in faces for font in face[0]),
            sizes=frozenset(face[1] for face in faces),
            bold=all(face[2] for face in faces),
            italic=all(face[3] for face in faces),
            align=self._attributes(sources, "jc").get("val", "left"),
            first=float(indent.get("firstLine", 0)) / TWIPS_PER_MM,
            left=float(indent.get("left", 0)) / TWIPS_PER_MM,
            right=float(indent.get("right", 0)) / TWIPS_PER_MM,
            before=float(spacing.get("before", 0)) / 20,
            after=float(spacing.get("after", 0)) / 20,
            spacing=float(spacing.get("line", 240)) / 240 if spacing.get("lineRule") == "auto" else 0,
            keep_next=self._on(sources, "keepNext"),
            ruled=paragraph.find(f"{W}pPr/{W}pBdr/{W}top") is not None,
            element=paragraph,
        )

    def _chain(self, style: str) -> list[Element]:
        """The style and those that it is based on, the base first."""
        element = self.by_id[style]
        base = value(element.find(f"{W}basedOn"))
        return [*(self._chain(base) if base else []), element]

    def _face(self, chain: list[Element], own: Element | None) -> tuple[set[str], float, bool, bool]:
        sources = [self.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")]
        sources += [part.find(f"{W}rPr") for part in chain] + [own]
        fonts = self._attributes(sources, "rFonts")
        size = float(self._attributes(sources, "sz")["val"]) / 2
        return set(fonts.values()), size, self._on(sources, "b"), self._on(sources, "i")

    @staticmethod
    def _attributes(sources: list[Element | None], name: str) -> Mapping[str, str]:
        """The attributes of a property, each from the last source that sets it."""
        found: dict[str, str] = {}
        for source in sources:
            element = None if source is None else source.find(f"{W}{name}")
            if element is not None:
                found |= {etree.QName(str(key)).localname: str(text) for key, text in element.attrib.items()}
        return found

    @staticmethod
    def _on(sources: list[Element | None], name: str) -> bool:
        """Whether the last source that speaks of an on-off property turns it on."""
        spoken = [source.find(f"{W}{name}") for source in sources if source is not None]
        last = next((element for element in reversed(spoken) if element is not None), None)
        return last is not None and (value(last) or "1") not in {"0", "false", "off"}
