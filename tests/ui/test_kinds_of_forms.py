"""Which forms a new project is offered, and in which order."""

import pytest

from forms.catalogue import design_forms
from ui.new_project import by_kind
from ui.starting import fitting
from ui.welcome import Welcome


@pytest.mark.parametrize(("mechanism", "scale"), [("cdm", "large"), ("cdm", "small"), ("ji", "large"), ("ji", "small")])
def test_a_project_design_document_is_offered_first(mechanism, scale):
    offered = by_kind(fitting(design_forms(), mechanism, scale))
    assert offered[0].activity == ""
    kinds = [form.activity for form in offered]
    assert kinds == sorted(kinds)


def test_forms_for_forests_and_programmes_say_so(qtbot):
    page = Welcome(design_forms)
    qtbot.addWidget(page)
    page.new.mechanism.choose("cdm")
    page.new.scale.choose("large")
    names = [page.new.form.itemText(place) for place in range(page.new.form.count())]
    assert page.new.form.currentText() == "CDM-PDD-FORM 12.0"
    assert any(name.startswith("CDM-AR-PDD 05") and "Forestry" in name for name in names)
    assert any(name.startswith("CDM-PoA-DD 03.0") and "Programme" in name for name in names)
