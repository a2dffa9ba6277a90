"""The one place that leans on a part of Ibis that it does not promise: single expressions for
Polars and Spark.

Ibis offers its Polars backend by whole tables, which would bind frames anew at every judging.
Translating each expression once and keeping it makes the judging of one office as cheap as that of
many. A test guards the two imports below; should they move, this module is what has to follow.
"""

import ibis
import ibis.expr.types as ir
import polars as pl
from ibis.backends.polars.compiler import translate
from ibis.backends.sql.compilers import PySparkCompiler
from ibis.config import Config

TYPES: dict[str, pl.DataType] = {
    "string": pl.String(),
    "int64": pl.Int64(),
    "float64": pl.Float64(),
    "boolean": pl.Boolean(),
    "date": pl.Date(),
}


class _SparkOptions(Config):
    """What the Spark backend would set itself if it were installed."""

    treat_nan_as_null: bool = False


def to_polars(value: ir.Value, name: str) -> pl.Expr:
    """The expression for Polars, under this name."""
    expression: pl.Expr = translate(value.op(), ctx=None)
    return expression.alias(name)


def to_spark_sql(table: ir.Table) -> str:
    """The text that Spark would run; needs no Spark."""
    if ibis.options.pyspark is None:
        ibis.options.pyspark = _SparkOptions()
    return str(PySparkCompiler().to_sqlglot(table).sql(dialect="spark", pretty=True))
