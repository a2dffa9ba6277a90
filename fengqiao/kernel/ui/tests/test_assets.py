from fengqiao.kernel.ui import assets


def test_names_of_files_that_are_not_copied_are_cut_out():
    css = "@font-face{src:url(a.woff2),url(a.ttf)}.x{}\n/*# sourceMappingURL=x.map */"
    assert assets.clean("tabler-icons.min.css", css) == assets.ICON_FONT + ".x{}\n"
    assert assets.clean("echarts.min.js", "f()\n//# sourceMappingURL=x.map") == "f()\n"


def test_files_are_copied_and_what_is_text_also_compressed(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "MODULES", tmp_path / "modules")
    monkeypatch.setattr(assets, "TARGET", tmp_path / "target")
    for source in assets.FILES.values():
        path = tmp_path / "modules" / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assets.copy()
    for name in assets.FILES:
        assert (tmp_path / "target" / name).read_text() == "x"
    assert (tmp_path / "target" / "tabler.min.css.gz").is_file()
    assert not (tmp_path / "target" / "fonts/tabler-icons.woff2.gz").exists()
