package org.contexture.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputSenderTest {
    private final OutputSender sender = new OutputSender();

    @Test
    void outputsAreSentInTheirOrder() throws Exception {
        List<Integer> sent = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
            int number = k;
            var sending = sender.send(() -> sent.add(number));
            if (k % 100 == 99) sending.get();
        }
        assertEquals(IntStream.range(0, 1000).boxed().toList(), sent);
    }

    /** As a kernel ends a cell that prints without end. */
    @Test
    void aThreadThatIsStoppedAnywhereLeavesTheWayFreeForOthers() throws Exception {
        for (int k = 0; k < 1000; k++) {
            AtomicLong count = new AtomicLong();
            Thread printing = new Thread(() -> print(count));
            printing.setUncaughtExceptionHandler((thread, death) -> {});
            printing.start();
            while (count.get() < k % 50) {
                Thread.onSpinWait();
            }
            stop(printing);
            printing.join();
            boolean[] sent = {false};
            sender.send(() -> sent[0] = true).get(30, TimeUnit.SECONDS);
            assertTrue(sent[0]);
        }
    }

    private void print(AtomicLong count) {
        try {
            while (true) {
                sender.send(count::incrementAndGet).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The way that JShell has on this Java: since 20 a thread can only be interrupted. */
    @SuppressWarnings({"deprecation", "removal"})
    private static void stop(Thread thread) {
        if (Runtime.version().feature() < 20) {
            thread.stop();
        } else {
            thread.interrupt();
        }
    }
}
