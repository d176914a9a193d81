/** What a training step and a decoded sentence cost: synthetic work, timed, beside the arithmetic it cannot do without. Nothing here is used by a run. */
@org.jspecify.annotations.NullMarked
package org.contexture.benchmark;
