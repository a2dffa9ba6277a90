"""Foreign keys written as strings escape the import checker; here they are held to its order."""

import itertools

from django.apps import apps

RINGS = ["lib", "rulebook", "kernel", "registers", "duties", "oversight", "front", "config"]
KERNEL = [
    {"areas", "crypto"},
    {"accounts"},
    {"audit"},
    {"files", "jobs"},
    {"imports"},
    {"ui"},
    {"access", "trail"},
    {"search", "api"},
    {"deadlines", "documents", "indicators", "notices"},
    {"workflow"},
]
REGISTERS = [{"organisations"}, {"protection"}, {"mediation"}, {"people"}, {"referrals"}]
LAYERS = {"kernel": KERNEL, "registers": REGISTERS}


def ours(model):
    return model.__module__.startswith("fengqiao.")


def relations():
    """(from, to) for every relation between two of our models that live in different apps."""
    for model in filter(ours, apps.get_models(include_auto_created=True)):
        for field in model._meta.get_fields():
            target = field.related_model
            if field.concrete and target not in (None, "self") and ours(target):
                yield model.__module__.split(".")[1:3], target.__module__.split(".")[1:3]


def level(ring, app):
    """Where an app stands: the ring first, the layer inside the ring second."""
    inside = [at for at, layer in enumerate(LAYERS.get(ring, [])) if app in layer]
    return RINGS.index(ring), inside[0] if inside else 0


def test_every_relation_points_downwards():
    upward = [
        (source, target)
        for source, target in relations()
        if source != target and level(*source) <= level(*target)
    ]
    assert upward == []


def test_every_kernel_and_register_app_has_its_layer():
    for ring, layers in LAYERS.items():
        installed = {
            config.name.split(".")[2]
            for config in apps.get_app_configs()
            if config.name.startswith(f"fengqiao.{ring}.")
        }
        assert installed <= set(itertools.chain(*layers))
