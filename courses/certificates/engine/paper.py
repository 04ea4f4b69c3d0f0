"""The paper: a tagged PDF (PDF/UA-1) set by typst with the fonts it carries: alike on every machine."""

import io
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import qrcode
import qrcode.image.svg
import typst

TEMPLATE = Path(__file__).parent / "paper.typ"


@dataclass(frozen=True)
class Paper:
    """Every word on the paper, in one language; nothing is decided here."""

    lang: str
    site: str
    title: str
    heading: str
    holder_line: str
    holder: str
    course_line: str
    course: str
    facts: tuple[tuple[str, str], ...]
    competencies_line: str
    competencies: tuple[str, ...]
    check_line: str
    check_url: str
    qr_description: str
    serial_label: str
    serial: str
    issued_at: datetime


def render(paper: Paper) -> bytes:
    """The same words give the same bytes."""
    words = {name: value for name, value in asdict(paper).items() if name != "issued_at"}
    return bytes(
        typst.compile(
            TEMPLATE.read_bytes(),
            sys_inputs={"words": json.dumps(words), "qr": qr_svg(paper.check_url)},
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=int(paper.issued_at.timestamp()),
        )
    )


def qr_svg(text: str) -> str:
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    picture = io.BytesIO()
    code.make_image(image_factory=qrcode.image.svg.SvgPathImage).save(picture)
    return picture.getvalue().decode()
