"""An office lays out its own papers."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from docx import Document

from fengqiao.duties.disputes.tests.made import accept, made
from fengqiao.kernel.accounts.enums import Role
from fengqiao.kernel.audit.models import Entry
from fengqiao.kernel.documents.models import Paper, Template
from fengqiao.kernel.files.models import StoredFile
from fengqiao.registers.people.tests.made import make_user

PAPER = "disputes.acceptance"
PROOF = "{{ 案号 }} {{ 校验码 }} {{ 核对码 }}"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def director(office, sign_in):
    return sign_in(office.director)


def address(office, name="template", document=PAPER):
    return reverse(f"documents:{name}", args=[office.area.pk, document])


def word(*lines):
    document, data = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(data)
    return data.getvalue()


def sent(data, on=None):
    file = SimpleUploadedFile("模板.docx", data)
    return {"file": file, "begins_on": (on or timezone.localdate()).isoformat()}


def text_of(answer):
    return answer.content.decode()


def test_the_list_says_which_papers_the_office_lays_out_itself(director, office):
    text = text_of(director.get(reverse("documents:templates")))
    assert "受理通知书" in text
    assert "本所模板" not in text.partition("<main")[2].partition("系统格式")[2]
    director.post(address(office), sent(word(PROOF, "{{ 当事人 }}")))
    assert "本所模板," in text_of(director.get(reverse("documents:templates"))).replace("，", ",")


def test_the_file_of_the_system_comes_back_as_it_was_taken(director, office):
    taken = director.get(address(office, "file")).content
    answer = director.post(address(office), sent(taken), follow=True)
    assert "已换用本所模板" in text_of(answer)
    assert "没有用到" not in text_of(answer)
    case = accept(made(office.area, office.clerk), office.clerk)
    assert Paper.objects.about(case).get(document=PAPER).template == Template.objects.get()
    entry = Entry.objects.get(act="documents.template_put")
    assert entry.label == "受理通知书"


def test_it_says_which_places_of_the_system_are_left_out(director, office):
    answer = director.post(address(office), sent(word(PROOF, "{{ 当事人 }}")), follow=True)
    assert "没有用到" in text_of(answer)
    assert "受理须知" in text_of(answer)


def with_macro():
    data = io.BytesIO(word(PROOF))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (word(PROOF, "{{ 生肖 }}"), "“生肖”不是这种文书的内容"),
        (word(PROOF, "{{ 协议内容 }}"), "“协议内容”不是这种文书的内容"),
        (word(PROOF, "{{ 当事人 }"), "没有写成"),
        (word("{{ 案号 }} {{ 校验码 }}"), "少了 {{ 核对码 }}"),
        (word("{{ 核对码 }} {{ 校验码 }}"), "少了 {{ 案号 }}"),
        (with_macro(), "有宏"),
        (b"PK nothing", "认不出"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused_at_its_field(director, office, data, said):
    answer = director.post(address(office), sent(data))
    assert answer.status_code == 400
    assert said in text_of(answer)
    assert not Template.objects.exists()
    assert not StoredFile.objects.exists()


def test_it_holds_from_a_day_on_and_never_from_yesterday(director, office):
    today = timezone.localdate()
    assert (
        director.post(address(office), sent(word(PROOF), today - timedelta(days=1))).status_code
        == 400
    )
    director.post(address(office), sent(word(PROOF), today + timedelta(days=3)))
    case = accept(made(office.area, office.clerk), office.clerk)
    assert Paper.objects.about(case).get(document=PAPER).template is None


def test_the_layout_of_the_system_comes_back(director, office):
    director.post(address(office), sent(word(PROOF)))
    director.post(address(office, "put_back"))
    text = text_of(director.get(address(office)))
    assert "恢复系统格式</button>" not in text
    case = accept(made(office.area, office.clerk), office.clerk)
    paper = Paper.objects.about(case).get(document=PAPER)
    assert paper.template is None or paper.template.file is None
    assert "现在用的就是系统格式" in text_of(
        director.post(address(office, "put_back"), follow=True)
    )


def test_only_the_head_of_the_office_may(clerk, office, sign_in):
    assert clerk.get(reverse("documents:templates")).status_code == 403
    assert clerk.post(address(office), sent(word(PROOF))).status_code == 403
    other = sign_in(make_user(office.stranger.grants.get().area, Role.DIRECTOR))
    assert other.get(address(office)).status_code == 404
    assert other.post(address(office, "put_back")).status_code == 404


def test_a_paper_without_a_layout_has_no_template(director, office):
    assert director.get(address(office, document="disputes.dossier")).status_code == 404
