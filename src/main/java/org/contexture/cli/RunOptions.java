package org.contexture.cli;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.contexture.experiment.State;
import org.contexture.experiment.executor.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How an experiment is run.
 *
 * @param inProcess whether trials run in this JVM
 * @param failFast whether the first bad end stops the run
 * @param retry ends after which a trial is run again
 * @param facts what is known of the run, for the provenance of its trials; gathered beside other work
 */
record RunOptions(
        Limits limits,
        boolean inProcess,
        boolean failFast,
        Set<State> retry,
        CompletableFuture<Map<String, @Nullable Object>> facts) {}
