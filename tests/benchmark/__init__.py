"""How fast articles go through each stage, on volumes that are made up as needed.

One core means one thread, which the linear algebra must be told before it is loaded.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
