import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('areas', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='时间')),
                ('act', models.CharField(max_length=60, verbose_name='事项')),
                ('via', models.CharField(choices=[('page', '页面'), ('command', '命令行'), ('job', '后台任务'), ('api', '接口')], max_length=10, verbose_name='途径')),
                ('city', models.CharField(blank=True, max_length=4)),
                ('district', models.CharField(blank=True, max_length=8)),
                ('subject_kind', models.CharField(blank=True, max_length=60)),
                ('subject_id', models.PositiveBigIntegerField(blank=True, null=True)),
                ('label', models.CharField(blank=True, max_length=200, verbose_name='对象')),
                ('payload_hash', models.CharField(blank=True, max_length=64)),
                ('salt', models.CharField(max_length=32)),
                ('digest', models.CharField(max_length=64)),
                ('area', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.area', verbose_name='区域')),
                ('by', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='操作人')),
            ],
            options={
                'verbose_name': '操作记录',
                'verbose_name_plural': '操作记录',
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Payload',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, serialize=False, to='audit.entry')),
                ('salt', models.CharField(max_length=32)),
                ('body', models.TextField()),
            ],
            options={
                'verbose_name': '操作详情',
                'verbose_name_plural': '操作详情',
            },
        ),
        migrations.CreateModel(
            name='Pending',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='+', serialize=False, to='audit.entry')),
            ],
            options={
                'verbose_name': '待封存记录',
                'verbose_name_plural': '待封存记录',
            },
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('position', models.PositiveBigIntegerField(primary_key=True, serialize=False, verbose_name='位置')),
                ('previous', models.CharField(max_length=64)),
                ('hash', models.CharField(max_length=64, verbose_name='链值')),
                ('sealed_at', models.DateTimeField(verbose_name='封存时间')),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='audit.entry')),
            ],
            options={
                'verbose_name': '封存记录',
                'verbose_name_plural': '封存记录',
            },
        ),
        migrations.CreateModel(
            name='Forgotten',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='+', serialize=False, to='audit.entry')),
                ('order', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='audit.entry')),
            ],
            options={
                'verbose_name': '已删去的详情',
                'verbose_name_plural': '已删去的详情',
            },
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['-at', '-id'], name='entry_latest'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['district', '-at', '-id'], name='entry_district'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['area', '-at', '-id'], name='entry_area'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['act', '-at', '-id'], name='entry_act'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['by', '-at', '-id'], name='entry_by'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(condition=models.Q(('subject_id__isnull', False)), fields=['subject_kind', 'subject_id', '-at', '-id'], name='entry_subject'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('via__in', ['page', 'command', 'job', 'api'])), name='entry_via_known'),
        ),
    ]
