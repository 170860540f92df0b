"""Validates ninjs items against the schema of IPTC ninjs 3.2, formats included, without leaving this machine."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

SCHEMA = Path(__file__).with_name("ninjs") / "ninjs-schema_3.2.json"
GEOJSON = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://geojson.org/schema/GeoJSON.json",
    "type": "object",
    "required": ["type"],
}


@lru_cache(maxsize=1)
def validator() -> Draft202012Validator:
    registry: Any = Registry().with_resource(GEOJSON["$id"], Resource.from_contents(GEOJSON))
    schema = json.loads(SCHEMA.read_text())
    return Draft202012Validator(schema, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(item: Any) -> list[str]:
    """Return what is wrong with an item, one sentence each; empty for a valid one."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(item)]
