"""What the rich text editor lets a writer do. What may be kept is decided in `summaries.body`, never here."""

from typing import Any

TEXT_EXTENSIONS: dict[str, Any] = {
    "Bold": True, "Italic": True, "Heading": {"levels": [2, 3]}, "BulletList": True, "OrderedList": True,
    "ListItem": True, "Blockquote": True, "HardBreak": True, "History": True, "FigureRef": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
}  # fmt: skip
LINE_EXTENSIONS: dict[str, Any] = {"Italic": True, "History": True, "FigureRef": True}
MENU_GROUPS = [
    {"group": "blockType -lists"}, {"group": "marks"}, {"group": "link"}, {"group": "lists"}, {"group": "figures"},
    {"group": "history"},
]  # fmt: skip


def process_figure_ref(config: Any, shared: dict[str, Any]) -> None:
    """Tell the editor's own allow list about figure nodes."""
    shared["tags"].add("data")
    shared["attributes"].setdefault("data", set()).update({"data-figure", "data-wording"})
