"""The pieces a lesson is made of. Each says how it becomes parts; a part is what delivery needs and nothing more."""

from wagtail import blocks

from courses.catalogue.blocks.activities import CaseActivityBlock, QuizBlock
from courses.catalogue.blocks.case import CaseBlock
from courses.catalogue.blocks.law import CitationBlock, DeadlineBlock
from courses.catalogue.blocks.lists import CalloutBlock, ChecklistBlock
from courses.catalogue.blocks.media import DownloadBlock, ImageBlock, VideoBlock
from courses.catalogue.blocks.national import NationalBlock
from courses.catalogue.blocks.question import QuestionBlock
from courses.catalogue.blocks.reader import Part, Reader
from courses.catalogue.blocks.rows import MatchingBlock, OrderingBlock
from courses.catalogue.blocks.simulation import SimulationBlock
from courses.catalogue.blocks.table import TableBlock
from courses.catalogue.blocks.text import TextBlock


class BodyBlock(blocks.StreamBlock):
    text = TextBlock()
    case = CaseBlock()
    callout = CalloutBlock()
    citation = CitationBlock()
    deadline = DeadlineBlock()
    table = TableBlock()
    checklist = ChecklistBlock()
    image = ImageBlock()
    video = VideoBlock()
    question = QuestionBlock()
    matching = MatchingBlock()
    ordering = OrderingBlock()
    national = NationalBlock()
    simulation = SimulationBlock()
    download = DownloadBlock()


class ClosingBlock(blocks.StreamBlock):
    """What follows the lessons: practice cases and the final test, each an activity with the block's own uuid."""

    simulation = CaseActivityBlock()
    quiz = QuizBlock()


__all__ = ["BodyBlock", "ClosingBlock", "Part", "Reader"]
