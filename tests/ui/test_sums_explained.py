"""The sum of all components opens in the working panel, each part by its name."""

from __future__ import annotations

from tests.forms.test_components_together import stoves, with_own_calculation
from ui.panels.step_tree import STEP
from ui.panels.working import WorkingPanel


def opened(qtbot, scenario, name: str) -> WorkingPanel:
    panel = WorkingPanel()
    qtbot.addWidget(panel)
    panel.show_snapshot(scenario.project.snapshot)
    panel.show()
    panel.explain(name)
    return panel


def shown(panel: WorkingPanel) -> list[str]:
    top = panel.tree.topLevelItem(0)
    return [top.data(0, STEP).name, *(top.child(at).data(0, STEP).name for at in range(top.childCount()))]


def test_a_printed_sum_opens_with_its_components(qtbot):
    assert shown(opened(qtbot, stoves(), "components[2015]")) == ["components[2015]", "Kibale[2015]", "Bwindi[2015]"]


def test_beside_a_methodology_the_sum_is_found_too(qtbot):
    panel = opened(qtbot, with_own_calculation(), "components")
    assert shown(panel) == ["components", "Wind"]
    panel.explain("ER[2010]")
    assert shown(panel)[0] == "ER[2010]"
