package org.contexture.experiment.executor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.contexture.experiment.FrozenTrial;
import org.contexture.experiment.Trial;
import org.contexture.experiment.TrialListener;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials in JVMs of their own, so that one that exhausts its memory, crashes, hangs or is killed takes no other with it. A
 * worker's JVM runs one trial after the other, which saves its start; it is replaced after a trial that ended badly.
 */
public final class ChildProcesses implements Executor, AutoCloseable {
    private final Path trialsFolder;
    private final Path base;
    private final Limits limits;
    private final Interruption interruption;
    private final Supplier<Map<String, @Nullable Object>> run;
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param trialsFolder where each trial has a folder
     * @param base the folder that paths of corpora are relative to
     * @param run what is known of the run, for the provenance of its trials
     */
    public ChildProcesses(
            Path trialsFolder,
            Path base,
            Limits limits,
            Interruption interruption,
            Supplier<Map<String, @Nullable Object>> run) {
        this.trialsFolder = trialsFolder.toAbsolutePath();
        this.base = base.toAbsolutePath();
        this.limits = limits;
        this.interruption = interruption;
        this.run = run;
    }

    /**
     * Starts processes for some trials, which takes as long as reading a corpus: better beside it than after it. They read it too, if it is the same for
     * all.
     */
    public void prepare(List<Trial> trials) {
        boolean same = trials.stream().map(Trial::corpus).distinct().count() == 1;
        for (int w = 0; w < Math.min(limits.workers(), trials.size()); w++) {
            Worker worker = new Worker(limits, interruption);
            worker.prepare(same ? new Message.Corpus(trials.get(0), base) : null);
            idle.add(worker);
        }
    }

    /** The processes stay, for further trials. */
    @Override
    public void run(List<FrozenTrial> trials, int until, TrialListener listener) {
        Queue<FrozenTrial> queue = new ConcurrentLinkedQueue<>(trials);
        Map<String, @Nullable Object> facts = run.get();
        List<Thread> threads = new ArrayList<>();
        for (int w = 1; w <= Math.min(limits.workers(), trials.size()); w++) {
            Thread thread = new Thread(() -> work(queue, until, listener, facts), "contexture-worker-" + w);
            thread.start();
            threads.add(thread);
        }
        threads.forEach(ChildProcesses::join);
    }

    private void work(
            Queue<FrozenTrial> queue, int until, TrialListener listener, Map<String, @Nullable Object> facts) {
        Worker free = idle.poll();
        Worker worker = free == null ? new Worker(limits, interruption) : free;
        for (FrozenTrial next = queue.poll(); next != null && !interruption.isRequested(); next = queue.poll()) {
            Message.Request request = new Message.Request(
                    next, base, trialsFolder.resolve(next.folder()), until, limits.checkpointEvery(), facts);
            listener.started(next.trial());
            listener.ended(next.trial(), worker.run(request, listener));
        }
        idle.add(worker);
    }

    /** Ends all processes. */
    @Override
    public void close() {
        for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.close();
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
