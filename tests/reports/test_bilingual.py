"""The application to the host country on paper, in the two languages of the Dominican Republic."""

import pypdfium2
import pytest
from docx.oxml.ns import qn

from desktop.samples import content
from reports.dossier import dossier, print_dossier
from reports.word.dossier import word_dossier
from tests.reports.tracked import body

APPLICATION = dossier("host-application")


@pytest.fixture(scope="module")
def snapshot():
    return content("los_cocos").snapshot


def test_headings_labels_and_texts_are_printed_in_both(snapshot, tmp_path):
    printed = print_dossier(APPLICATION, snapshot, tmp_path / "application.pdf")
    with pypdfium2.PdfDocument(printed.path) as pdf:
        words = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    for expected in (
        "A.2. Cover letter · Carta de presentación",
        "We apply for the letter of approval of the Los Cocos Wind Farm Project, a wind farm of 25.2 MW",
        "Texto de la carta Solicitamos la carta de aprobación del Los Cocos Wind Farm Project, un parque eólico",
        "Society: Jobs Sociedad: Empleo",
        "Consejo Nacional para el Cambio Climático y el Mecanismo de Desarrollo Limpio",
    ):
        assert expected in words


def test_word_says_the_same_in_both(snapshot):
    text = ["".join(found.itertext(qn("w:t"))) for found in body(word_dossier(APPLICATION, snapshot)).iter(qn("w:p"))]
    assert "A.2. Cover letter · Carta de presentación" in text
    assert "Texto de la carta" in text
