"""`python -m seed DIR` writes the fictitious region into a folder."""

from pathlib import Path

import click

from seed import SEED, RegionSize, generate


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--number", default=1, show_default=True, help="Which region, 1 to 60.")
@click.option("--scale", default=1, show_default=True, help="How many times the demo's size, 1 to 12.")
@click.option("--seed", default=SEED, show_default=True, help="The same seed gives the same files.")
def main(folder: Path, number: int, scale: int, seed: int) -> None:
    """Write the four files of a fictitious region into FOLDER."""
    made = generate(folder, RegionSize(number, scale), seed)
    click.echo(f"{made.name} ({made.code}): {made.people_count} people, in {folder}")


main()
