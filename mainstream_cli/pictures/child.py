"""What the drawing process does: a picture as a line of JSON comes in, a line with its PNG goes out."""

import base64
import json
import sys

from mainstream_cli.pictures.draw import draw
from mainstream_cli.pictures.fonts import unshown


def main() -> None:
    """Answer until nobody asks any more."""
    for line in sys.stdin.buffer:
        picture = json.loads(line)
        reasons = unshown(picture)
        image = "" if reasons else base64.b64encode(draw(picture)).decode("ascii")
        sys.stdout.buffer.write(json.dumps({"image": image, "reasons": reasons}).encode() + b"\n")
        sys.stdout.buffer.flush()
