"""What a worker says about an answer beside the answer itself: that it is right all the same, and a remark.

In a draft `<ref>#confirmed` holds the answer that was confirmed, `<ref>#remark` the remark. In a submission both are
attributes in our own namespace, which every other reader of ODK submissions passes over.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

FIELDAPP = "urn:fieldapp:xforms"
CONFIRMED, REMARK = "#confirmed", "#remark"
YES = "yes"


def kept_marks(answers: Mapping[str, str], ref: str, text: str) -> tuple[bool, str]:
    """Whether a draft holds this very text as confirmed, and its remark on the node."""
    return bool(text) and answers.get(ref + CONFIRMED) == text, answers.get(ref + REMARK, "")


def written_marks(element: "etree._Element") -> tuple[bool, str]:
    """Whether the answer of a submission's element was confirmed, and the remark on it."""
    confirmed = element.get(f"{{{FIELDAPP}}}confirmed") == YES
    return confirmed, element.get(f"{{{FIELDAPP}}}remark") or ""


def prefix_for(namespaces: Mapping[str, str]) -> str:
    """The prefix of our namespace in a submission: the form's own, else one that the form gives to nothing else."""
    own = next((prefix for prefix, uri in namespaces.items() if uri == FIELDAPP), "")
    return own or ("fieldapp" if "fieldapp" not in namespaces else "fieldapp-marks")
