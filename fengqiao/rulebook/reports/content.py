"""The report of a judgement as a list of parts, the same for Word, page and print."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fengqiao.rulebook.columns import OFFICES

from . import charts, columns, points, sentences, summary
from .blocks import (
    Annex,
    AnnexList,
    Block,
    Grid,
    Letterhead,
    OfficePage,
    Paragraph,
    Picture,
    Section,
    Signature,
    Title,
)
from .heading import Heading
from .sources import legend
from .tables import Table, fill
from .wording import NUMERALS, OFFICE_VERDICTS, UNSIZED, day

if TYPE_CHECKING:
    from fengqiao.lib.faults import Fault
    from fengqiao.rulebook.about import About
    from fengqiao.rulebook.judgement import Judgement
    from fengqiao.rulebook.results import OfficeResult

SIGNED_BY = "(单位名称、印章)"
SIGNED_ON = "    年  月  日"
SENT_TO = "_" * 16  # to be filled in
COLON = "\uff1a"  # typesetting leaves it half-width after what may be no Chinese
OFFICES_ANNEX, ITEMS_ANNEX, LEFT_OUT_ANNEX = (
    "各司法所达标情况一览表",
    "各司法所逐项对照表",
    "未予采用的名册数据",
)


class Report:
    """Puts the parts in order and numbers sections, tables, figures and annexes."""

    def __init__(
        self, judgement: "Judgement", heading: Heading, left_out: "Sequence[Fault]" = ()
    ) -> None:
        self.judgement, self.heading, self.left_out = judgement, heading, left_out
        self.title = sentences.title(judgement)
        items = summary.item_totals(judgement)
        self.lacked = summary.most_lacked(items)
        self.unknown = summary.most_unknown(items)
        self._sections = self._tables = self._pictures = 0

    def blocks(self) -> Iterator[Block]:
        """All parts in their order."""
        self._sections = self._tables = self._pictures = 0
        yield from self._head()
        yield from self._overview()
        yield from self._districts()
        yield from self._reasons()
        yield from self._wanted()
        yield from self._nearest()
        yield from self._remarks()
        yield from self._end()
        yield from self._annexes()

    def _head(self) -> Iterator[Block]:
        if self.heading.issuer and self.heading.number:
            yield Letterhead(self.heading.issuer, self.heading.number)
        yield Title(self.title)
        addressee = self.heading.addressee.rstrip(f":{COLON}") or SENT_TO
        yield Paragraph(addressee + COLON, "plain")

    def _overview(self) -> Iterator[Block]:
        judgement = self.judgement
        yield self._section("总体情况")
        yield Paragraph(sentences.scope(judgement) + sentences.outcome(judgement))
        if judgement.districts:
            yield Paragraph(sentences.sizes(judgement) + sentences.goals(judgement))
        if summary.totals(judgement.offices).unknown:
            yield Paragraph(sentences.counting(judgement))
        if judgement.about.classes:
            yield self._grid("各类司法所达标情况", columns.sizes(judgement))

    def _districts(self) -> Iterator[Block]:
        if not self.judgement.districts:
            return
        yield self._section("各市(区)达标情况")
        yield Paragraph(sentences.districts(self.judgement))
        for chart in charts.rates(self.judgement):
            yield self._picture(chart)
        rows = fill(columns.DISTRICTS, summary.district_rows(self.judgement))
        yield self._grid("各市(区)各类司法所达标情况", rows)

    def _reasons(self) -> Iterator[Block]:
        yield self._section("未达标主要原因")
        yield Paragraph(sentences.reasons(self.judgement, self.lacked))
        if self.lacked:
            yield self._picture(charts.reasons(self.lacked))
            yield self._grid("未达标项目", columns.lacked(self.judgement, self.lacked))

    def _wanted(self) -> Iterator[Block]:
        yield self._section("尚需补充资料")
        yield Paragraph(sentences.wanted(self.judgement, self.unknown))
        if self.unknown:
            yield self._grid("资料不全的项目", columns.ranked(columns.UNKNOWN, self.unknown))
        if offices := summary.undecided(self.judgement):
            yield self._grid(
                "补齐资料后即可作出结论的司法所", columns.ranked(columns.UNDECIDED, offices)
            )

    def _nearest(self) -> Iterator[Block]:
        offices = summary.nearest(self.judgement)
        yield self._section(self.own("距达标最近的司法所"))
        yield Paragraph(sentences.nearest(self.judgement, len(offices)))
        if offices:
            yield self._grid("距达标最近的司法所", columns.ranked(columns.NEAREST, offices))

    def _remarks(self) -> Iterator[Block]:
        yield self._section("有关说明")
        yield Paragraph(sentences.basis(self.judgement))
        for text in sentences.readings(self.judgement):
            yield Paragraph(text)
        if self.left_out:
            yield Paragraph(
                f"名册中有{len(self.left_out)}处数据有误,所在行未予采用,见附件3;"
                "这些数据改正后,结果可能变化。"
            )

    def _end(self) -> Iterator[Block]:
        titles = [self.own(OFFICES_ANNEX), self.own(ITEMS_ANNEX), LEFT_OUT_ANNEX]
        yield AnnexList(titles if self.left_out else titles[:2])
        signed_on = day(self.heading.day) if self.heading.day else SIGNED_ON
        yield Signature(self.heading.issuer or SIGNED_BY, signed_on)
        if self.heading.taken:
            yield Paragraph(self.heading.taken, "note")

    def _annexes(self) -> Iterator[Block]:
        offices = self.judgement.offices
        yield Annex("附件1", self.own(OFFICES_ANNEX))
        yield Grid("", columns.offices(self.judgement))
        yield Annex("附件2", self.own(ITEMS_ANNEX))
        for place, office in enumerate(offices):
            yield from _office(office, self.judgement.about, new_page=place > 0)
        if self.left_out:
            yield Annex("附件3", LEFT_OUT_ANNEX)
            yield Grid("", fill(columns.LEFT_OUT, self.left_out))

    def _section(self, text: str) -> Section:
        self._sections += 1
        return Section(f"{NUMERALS[self._sections - 1]}、{text}")

    def _grid(self, caption: str, table: Table) -> Grid:
        self._tables += 1
        return Grid(f"表{self._tables} {self.own(caption)}", self.named(table))

    def _picture(self, chart: charts.Chart) -> Picture:
        self._pictures += 1
        caption = self.own(chart.caption)
        own = replace(chart, caption=caption, short=self.own(chart.short))
        return Picture(f"图{self._pictures} {caption}", own)

    def own(self, text: str) -> str:
        """A heading of ours in the words of a standard that judges something else than offices."""
        return text.replace(OFFICES, self.judgement.about.unit)

    def named(self, table: Table) -> Table:
        """The same for the titles of the columns."""
        titled = (replace(column, title=self.own(column.title)) for column in table.columns)
        return replace(table, columns=tuple(titled))


def _office(office: "OfficeResult", about: "About", *, new_page: bool) -> Iterator[Block]:
    unmet, unknown = (len(summary.lacking(office, name)) for name in ("unmet", "unknown"))
    facts = (
        f"编码{office.code},{office.district},{office.kind},{office.size or UNSIZED}。"
        f"{OFFICE_VERDICTS[office.meets]}:应评{len(office.items)}项,未达标{unmet}项,待补充{unknown}项"
    )
    if office.scored is not None:
        facts = f"{facts};{points.sentence(office.scored)}"
    yield OfficePage(columns.anchor(office), office.title, facts, new_page)
    yield Grid("", columns.annex(office, about), small=True)
    if sources := legend(office):
        yield Paragraph(f"数据来源:{';'.join(sources)}。", "note")
