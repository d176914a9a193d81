package org.contexture.experiment.executor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.TrialListener;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials in JVMs of their own, so that one that exhausts its memory, crashes, hangs or is killed takes no other with it. A
 * worker's JVM runs one trial after the other, which saves its start; it is replaced after a trial that ended badly.
 */
public final class ChildProcesses implements Executor {
    private final Path trialsFolder;
    private final Path base;
    private final Limits limits;
    private final DearestFirst order;
    private final Interruption interruption;
    private final Map<String, @Nullable Object> run;

    /**
     * @param trialsFolder where each trial has a folder
     * @param base the folder that paths of corpora are relative to
     * @param order which trial starts first
     * @param run what is known of the run, for the provenance of its trials
     */
    public ChildProcesses(
            Path trialsFolder,
            Path base,
            Limits limits,
            DearestFirst order,
            Interruption interruption,
            Map<String, @Nullable Object> run) {
        this.trialsFolder = trialsFolder.toAbsolutePath();
        this.base = base.toAbsolutePath();
        this.limits = limits;
        this.order = order;
        this.interruption = interruption;
        this.run = run;
    }

    @Override
    public void run(List<FrozenTrial> trials, int until, TrialListener listener) {
        Queue<FrozenTrial> queue = new ConcurrentLinkedQueue<>(order.order(trials));
        List<Thread> threads = new ArrayList<>();
        for (int w = 1; w <= Math.min(limits.workers(), trials.size()); w++) {
            Thread thread = new Thread(() -> work(queue, until, listener), "contexture-worker-" + w);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(ChildProcesses::join);
    }

    private void work(Queue<FrozenTrial> queue, int until, TrialListener listener) {
        try (Worker worker = new Worker(limits, interruption)) {
            for (FrozenTrial next = queue.poll(); next != null && !interruption.isRequested(); next = queue.poll()) {
                Message.Request request = new Message.Request(
                        next, base, trialsFolder.resolve(next.folder()), until, limits.checkpointEvery(), run);
                listener.started(next.trial());
                listener.ended(next.trial(), worker.run(request, listener));
            }
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // its trials are interrupted through the Interruption, and it ends
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }
}
