"""The contract: records as JSON, version 1, and the schema that states it."""

from kawat.contract.as_json import RECORD_VERSION, record_to_dict, record_to_line
from kawat.contract.reasons import Reason, explained, reasons_of
from kawat.contract.schema import record_schema, schema_problems

__all__ = [
    "RECORD_VERSION",
    "Reason",
    "explained",
    "reasons_of",
    "record_schema",
    "record_to_dict",
    "record_to_line",
    "schema_problems",
]
