import re

import ibis

from fengqiao.rulebook.bridge import to_polars
from fengqiao.rulebook.compile import compile_edition, spark_sql
from fengqiao.rulebook.model import Edition


def test_a_compiled_edition_is_also_one_spark_query(edition: Edition) -> None:
    text = re.sub(r"\s+", " ", spark_sql(edition))
    assert text.startswith("SELECT `t1`.`code`, ")
    assert text.endswith("FROM `facts` AS `t0` ) AS `t1`")
    assert "`t0`.`satisfaction` >= 95 AS `service.satisfaction:verdict`" in text
    assert "`t0`.`sw_correction` * 15" in text
    assert "`t0`.`point_notary` OR `t0`.`station_notary`" in text
    compiled = compile_edition(edition)
    for expression in [*compiled.by_item, *compiled.on_top]:
        assert f" AS `{expression.meta.output_name()}`" in text


def test_single_expressions_can_still_be_had_from_ibis() -> None:
    table = ibis.table({"a": "int64", "b": "boolean"}, name="facts")
    expression = to_polars((table.a > 1) | table.b, "found")
    assert expression.meta.output_name() == "found"
    assert set(expression.meta.root_names()) == {"a", "b"}


def test_an_edition_is_compiled_once(edition: Edition) -> None:
    assert compile_edition(edition) is compile_edition(edition)
