from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('areas', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='turn',
            name='taken',
            field=models.PositiveBigIntegerField(default=0),
        ),
    ]
