"""What a list shows of a judged office stands in narrow rows, the rest packed beside them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("standards", "0004_withdrawn")]

    operations = [
        migrations.AddField("judgedoffice", "row", models.PositiveIntegerField(null=True)),
        migrations.AddField("judgedoffice", "verdicts", models.TextField(default="")),
        migrations.CreateModel(
            name="JudgedDetail",
            fields=[
                (
                    "judged",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="detail",
                        serialize=False,
                        to="standards.judgedoffice",
                    ),
                ),
                ("packed", models.BinaryField()),
            ],
            options={"verbose_name": "司法所评定明细", "verbose_name_plural": "司法所评定明细"},
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveIntegerField()),
                ("district", models.CharField(blank=True, max_length=100, verbose_name="市(区)")),
                ("size", models.CharField(blank=True, max_length=10, verbose_name="分类")),
                ("offices", models.PositiveIntegerField(verbose_name="司法所")),
                ("met", models.PositiveIntegerField(verbose_name="达标")),
                ("unknown", models.PositiveIntegerField(verbose_name="未知")),
                ("targets", models.PositiveIntegerField(verbose_name="目标")),
                ("reached", models.PositiveIntegerField(verbose_name="已完成的目标")),
                ("short_by", models.PositiveIntegerField(verbose_name="尚差")),
                ("items", models.JSONField()),
                (
                    "judgement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tallies",
                        to="standards.judgement",
                    ),
                ),
            ],
            options={
                "verbose_name": "达标合计",
                "verbose_name_plural": "达标合计",
                "ordering": ["place", "pk"],
                "indexes": [
                    models.Index(fields=["judgement", "district"], name="tally_by_district")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["judgement", "place", "size"], name="tally_once"
                    )
                ],
            },
        ),
    ]
