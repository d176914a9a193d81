/** Runs one trial in its folder, from the corpus to the scores, and takes it up again where it was interrupted. */
@org.jspecify.annotations.NullMarked
package org.contexture.experiment.trial;
