"""Dirty cells in the order of their rank: each is computed once its sources are, and only if one of them changed."""

from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from itertools import count

from fieldapp.errors import FormError
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.reading.place import at_place

# A form may hold expressions that feed each other through relevance; they settle or are stopped here.
MOST_RUNS = 40


class Cell:
    """One computed aspect of one node. `run` computes it and tells the graph what changed."""

    __slots__ = ("alive", "place", "queued", "run", "runs", "slot", "sources")

    def __init__(self, slot: Slot, rank: int, order: int, run: Callable[[], None]) -> None:
        self.slot = slot
        self.place = (rank, order, self)
        self.run = run
        self.queued = False
        self.alive = True
        self.runs = 0
        self.sources: list[dict[Cell, None]] = []

    def listen(self, readers: "dict[Cell, None]") -> None:
        """Be queued whenever the owner of `readers` changes."""
        readers[self] = None
        self.sources.append(readers)

    def kill(self) -> None:
        """Stop listening; a queued cell will not run."""
        self.alive = False
        for readers in self.sources:
            readers.pop(self, None)
        self.sources.clear()


class Graph:
    """The queue of dirty cells of one session and the slots that changed since it was last asked."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, int, Cell]] = []
        self._orders = count()
        self.changed: dict[Slot, None] = {}

    def cell(self, slot: Slot, rank: int, run: Callable[[], None]) -> Cell:
        """A new cell; it runs when queued."""
        made = Cell(slot, rank, next(self._orders), run)
        slot.cells.append(made)
        return made

    def queue(self, cell: Cell) -> None:
        """Mark a cell dirty."""
        if not cell.queued:
            cell.queued = True
            heappush(self._heap, cell.place)

    def queue_all(self, cells: Iterable[Cell]) -> None:
        """Mark cells dirty."""
        heap = self._heap
        for cell in cells:
            if not cell.queued:
                cell.queued = True
                heappush(heap, cell.place)

    def settle(self) -> None:
        """Run dirty cells until there is none. Raises FormError that names the node of the cell it came from."""
        ran: list[Cell] = []
        try:
            self._run(ran)
        except FormError as error:
            if "place" in error.params or not ran:
                raise
            raise at_place(error, ran[-1].slot.definition.path) from error
        finally:
            for cell in ran:
                cell.runs = 0

    def _run(self, ran: list[Cell]) -> None:
        heap = self._heap
        while heap:
            cell = heappop(heap)[2]
            cell.queued = False
            if not cell.alive or cell.runs >= MOST_RUNS:
                continue
            cell.runs += 1
            ran.append(cell)
            cell.run()

    def touch(self, slot: Slot) -> None:
        """What the slot shows changed."""
        slot.state = None
        self.changed[slot] = None

    def show(self, slot: Slot, text: str) -> None:
        """The text that expressions see changed: its readers become dirty."""
        slot.text = text
        slot.number = None
        if slot.readers:
            self.queue_all(slot.readers)
        if slot.family.readers:
            self.queue_all(slot.family.readers)
