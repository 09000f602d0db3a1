"""The first column of a wide table stays in sight while the others scroll sideways: whose row it is must be seen."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView


class FrozenColumn(QTableView):
    """Lies over the table's first column and shows the same rows, the same cursor, the same scroll. Takes no focus."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("role", "frozen")
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(lambda _: self.place())
        table.horizontalHeader().sectionResized.connect(lambda *_: self.place())
        table.viewport().installEventFilter(self)
        self.hide()

    def place(self) -> None:
        """Over the first column, with the table's heights; only while something is scrolled away under it."""
        table = self._table
        self.setVisible(table.horizontalScrollBar().value() > 0)
        if self.isHidden():
            return
        header, rows = table.horizontalHeader(), table.verticalHeader()
        self.horizontalHeader().setFixedHeight(header.height())
        self.verticalHeader().setDefaultSectionSize(rows.defaultSectionSize())
        for column in range(1, self.model().columnCount()):
            self.setColumnHidden(column, True)
        self.setColumnWidth(0, table.columnWidth(0))
        frame = table.frameWidth()
        self.setGeometry(frame, frame, table.columnWidth(0), header.height() + table.viewport().height())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def covered(self) -> int:
        """How many pixels of the table's left edge are under this column while it is scrolled."""
        return self._table.columnWidth(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As high as the table."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False
