package org.contexture.tensor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void whoWaitsForItFindsItEnded() {
        WarmUp.begin();
        WarmUp.await();
        assertTrue(WarmUp.isOver());
    }

    /** A run that is stopped early must not lose the request. */
    @Test
    void anInterruptedWaitEndsAtOnceAndIsRemembered() {
        Thread.currentThread().interrupt();
        WarmUp.begin();
        WarmUp.await();
        assertTrue(Thread.interrupted());
        WarmUp.await(); // the next test begins another
    }
}
