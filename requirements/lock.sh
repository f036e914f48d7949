#!/usr/bin/env bash
# Renew the lock files. Needs uv (pip install uv). No package address goes into them.
set -euo pipefail
cd "$(dirname "$0")/.."
common=(--universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-find-links)
uv pip compile pyproject.toml "${common[@]}" -o requirements/base.lock
uv pip compile pyproject.toml --group dev "${common[@]}" -o requirements/dev.lock
