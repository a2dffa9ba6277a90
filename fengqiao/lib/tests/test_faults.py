"""How a fault is told: our words set as Chinese, what stands in the file as it stands there."""

from fengqiao.lib.faults import Fault


def test_headers_and_found_values_are_shown_as_the_file_has_them():
    fault = Fault("司法所", 6, "市(区)", "海陵区(新),", "应为市(区)名称,不能重复")
    assert str(fault) == "司法所 第6行 市(区)：现为“海陵区(新),”，应为市（区）名称，不能重复"


def test_where_nothing_was_found_only_what_is_expected_is_said():
    assert str(Fault("司法所", 6, "市(区)", "", "不能为空")) == "司法所 第6行 市(区)：不能为空"
