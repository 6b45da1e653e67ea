"""Make the files that anybody can fetch, of the installation that the environment names: `serve` starts this."""

from __future__ import annotations

import os

from app.bulk.keeping import keep
from app.installation.opening import public_reader
from app.settings import settings

if __name__ == "__main__":
    os.nice(10)
    reader = public_reader(settings())
    try:
        keep(reader, settings().data_dir)
    finally:
        reader.dispose()
