package org.contexture.notebook;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that sends what others hand over, in their order. Before JDK 20 these may be stopped between any two instructions; in the middle
 * of a blocking queue that would leave a lock taken, or a number counted and nobody woken, for good. So they hand over by one compare-and-set,
 * and the thread looks again now and then even if nobody has woken it.
 */
final class OutputSender {
    private static final long NOW_AND_THEN = 20_000_000; // nanoseconds

    private final Queue<FutureTask<?>> handedOver = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "outputs");

    OutputSender() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands something over to be sent. */
    Future<?> send(Runnable sending) {
        FutureTask<?> task = new FutureTask<>(sending, null);
        handedOver.add(task);
        LockSupport.unpark(thread);
        return task;
    }

    private void run() {
        while (true) {
            FutureTask<?> next = handedOver.poll();
            if (next == null) {
                LockSupport.parkNanos(this, NOW_AND_THEN);
            } else {
                next.run();
            }
        }
    }
}
