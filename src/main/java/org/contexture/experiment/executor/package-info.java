/** Ways of running a plan's trials; all of them start the same {@code TrialRunner}. The one here runs them in this JVM. */
@org.jspecify.annotations.NullMarked
package org.contexture.experiment.executor;
