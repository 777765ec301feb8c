"""Options that several commands have: what a single text does not tell of itself."""

from datetime import datetime
from typing import Annotated

import typer

Published = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Day on which the text was published."),
]
Outlet = Annotated[str, typer.Option(metavar="NAME", help="Who published it.", show_default=False)]
OutletCountry = Annotated[
    str, typer.Option(metavar="CODE", help="State of the outlet, ISO 3166-1 alpha-3.", show_default=False)
]
