"""python -m quartet_peers FRAMEWORK FOLDER: runs the job in a worker's folder. The harness starts it."""

import sys

from quartet_peers.worker import main

sys.exit(main(sys.argv[1], sys.argv[2]))
