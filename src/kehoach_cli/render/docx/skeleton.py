"""An empty .docx made from the style table: styles, settings, the two headers; nothing binary is kept in git."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from kehoach_cli.render.docx.xml import twips
from kehoach_cli.render.styles import PAGE_NUMBER_STYLE, Align
from kehoach_cli.wordfile.names import R, W

if TYPE_CHECKING:
    from kehoach_cli.location import Located
    from kehoach_cli.render.styles import Style, StyleTable

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PARTS = {"styles": "styles", "settings": "settings", "header1": "header", "header2": "header"}
PAGE_HEADER, FIRST_PAGE_HEADER = "rId3", "rId4"
_JUSTIFICATION = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}


def skeleton(table: StyleTable) -> bytes:
    """Return an empty .docx in Word 2013 mode with every style of the table."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships({
            f"rId{number}": (kind, f"{name}.xml") for number, (name, kind) in enumerate(_PARTS.items(), 1)
        }),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body/></w:document>',
        "word/styles.xml": _styles(table),
        "word/settings.xml": _settings(),
        "word/header1.xml": _header(_PAGE_FIELD),
        "word/header2.xml": _header(""),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, _HEAD + text)
    return stream.getvalue()


def _content_types() -> str:
    overrides = {"document": "document.main"} | _PARTS
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}{kind}+xml"/>'
            for name, kind in overrides.items()
        )
        + "</Types>"
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    rows = (
        f'<Relationship Id="{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def _header(content: str) -> str:
    return f'<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="{PAGE_NUMBER_STYLE}"/></w:pPr>{content}</w:p></w:hdr>'


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _styles(table: StyleTable) -> str:
    font = quoteattr(table.font.value)
    fonts = f"<w:rFonts w:ascii={font} w:hAnsi={font} w:eastAsia={font} w:cs={font}/>"
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(table.size.value)}'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + "".join(_style(name, style) for name, style in table.styles.items())
        + "</w:styles>"
    )


def _on(tag: str, value: Located[bool]) -> str:
    return f"<w:{tag}/>" if value.value else ""


def _style(name: str, style: Style) -> str:
    line = f'w:line="{round((style.line.value if style.line else 1) * 240)}" w:lineRule="auto"'
    if style.exact:
        line = f'w:line="{round(style.exact.value * 20)}" w:lineRule="exact"'
    indent = f'<w:ind w:firstLine="{twips(style.first_line.value)}"/>' if style.first_line.value else ""
    outline = f'<w:outlineLvl w:val="{style.outline.value - 1}"/>' if style.outline else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId={quoteattr(name)}>'
        f'<w:name w:val={quoteattr(style.name.value)}/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_on('keepNext', style.keep_next)}{_on('keepLines', style.keep_lines)}"
        f'<w:spacing w:before="{round(style.before.value * 20)}" w:after="{round(style.after.value * 20)}" {line}/>'
        f'{indent}<w:jc w:val="{_JUSTIFICATION[style.align.value]}"/>{outline}</w:pPr>'
        f"<w:rPr>{_on('b', style.bold)}{_on('bCs', style.bold)}"
        f"{_on('i', style.italic)}{_on('iCs', style.italic)}{_size(style.size.value)}</w:rPr></w:style>"
    )


def core_properties(title: str, creator: str, subject: str, day: str, identifier: str) -> str:
    """Return docProps/core.xml; `day` (ISO) is the document's own date, never the clock's."""
    stamp = f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms'
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:subject>{escape(subject)}</dc:subject>"
        f"<dc:creator>{escape(creator)}</dc:creator>"
        f"<dc:identifier>{escape(identifier)}</dc:identifier><dc:language>vi-VN</dc:language>"
        f"<dcterms:created {stamp}:created><dcterms:modified {stamp}:modified></cp:coreProperties>"
    )
