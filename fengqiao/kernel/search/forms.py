from django import forms
from django.utils.translation import gettext_lazy as _

from fengqiao.kernel.search.words import LONGEST


class SearchForm(forms.Form):
    """The box. What is longer than it takes is cut, not refused."""

    words = forms.CharField(
        label=_("案号、姓名、姓名首字母、证件或电话号码(全号或后四位)、机构名称"),
        required=False,
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "maxlength": LONGEST}
        ),
    )

    def clean_words(self) -> str:
        return str(self.cleaned_data["words"]).strip()[:LONGEST]
