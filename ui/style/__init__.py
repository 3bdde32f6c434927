"""How the program looks: the theme puts palette, letters and style sheet on the application."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from ui.style.icons import icon, picture
from ui.style.palette import Look, Palette, palette_for
from ui.style.sheet import BODY, style_sheet

SCALES = (0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)


class Theme(QObject):
    """The look in force. Whoever paints by hand listens to `changed` and reads `palette`."""

    changed = Signal()

    def __init__(self, application: QApplication, family: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._family = family
        self._look = Look.SYSTEM
        self._scale = 1.0
        self._folder = TemporaryDirectory(prefix="cerulean-look-")
        self.palette = self._wanted()
        application.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.apply()

    @property
    def look(self) -> Look:
        """What the user chose."""
        return self._look

    @property
    def scale(self) -> float:
        """Size of the type; 1.0 is normal."""
        return self._scale

    def px(self, size: float) -> int:
        """A length of the design in device-independent pixels, grown with the type."""
        return round(size * self._scale)

    def choose(self, look: Look) -> None:
        """Change to another look."""
        self._look = look
        self.apply()

    def resize(self, steps: int) -> None:
        """Larger (1) or smaller (-1) type; 0 goes back to normal."""
        place = SCALES.index(self._scale) + steps if steps else SCALES.index(1.0)
        self.set_scale(SCALES[max(0, min(place, len(SCALES) - 1))])

    def set_scale(self, scale: float) -> None:
        """A size of type; the nearest of `SCALES` is taken."""
        self._scale = min(SCALES, key=lambda known: abs(known - scale))
        self.apply()

    def apply(self) -> None:
        """Put palette, letters and style sheet on the application, and tell those who paint by hand."""
        self.palette = self._wanted()
        font = QFont(self._family or self._application.font().family())
        font.setPixelSize(round(BODY * self._scale))
        self._application.setStyle("Fusion")
        self._application.setFont(font)
        self._application.setPalette(_qt_palette(self.palette))
        self._application.setStyleSheet(self._sheet())
        self.changed.emit()

    def _wanted(self) -> Palette:
        dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return palette_for(self._look, system_is_dark=dark)

    def _follow_system(self) -> None:
        if self._look is Look.SYSTEM and self._wanted() is not self.palette:
            self.apply()

    def _sheet(self) -> str:
        """QSS takes pictures from files only, so the few that it needs are written, tinted, to a private folder."""
        return style_sheet(self.palette, scale=self._scale, picture=self._picture_file)

    def _picture_file(self, name: str, colour: str) -> str:
        file = Path(self._folder.name) / f"{name}-{colour.strip('#')}.png"
        if not file.exists():
            picture(name, colour, 28).save(str(file))
        return file.as_posix()


def _qt_palette(colours: Palette) -> QPalette:
    made = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.field),
        (role.AlternateBase, colours.panel),
        (role.Text, colours.text),
        (role.Button, colours.panel),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.panel),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.accent_text),
        (role.PlaceholderText, colours.quiet),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Mid, colours.hairline),
    ):
        made.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.quiet))
    return made


def current_theme() -> Theme:
    """The theme of the running application; made on first use, so that a widget can be shown alone."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        msg = "There is no application yet; make the theme after it."
        raise RuntimeError(msg)
    found = application.findChild(Theme)
    return found if isinstance(found, Theme) else Theme(application, parent=application)


def brush(name: str) -> QBrush:
    """A colour of the palette in force, for items of lists and trees."""
    return QBrush(QColor(getattr(current_theme().palette, name)))


__all__ = ["Look", "Palette", "Theme", "brush", "current_theme", "icon"]
