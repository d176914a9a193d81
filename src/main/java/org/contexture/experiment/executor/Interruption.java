package org.contexture.experiment.executor;

import java.util.ArrayList;
import java.util.List;

/**
 * The wish to stop. The first one is gentle: trials save a checkpoint after the step they are at, and no further one starts. The
 * second one ends them at once, back to their last checkpoint.
 */
public final class Interruption {
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile int requests;

    /** Asks for it, more urgently each time. */
    public void request() {
        List<Runnable> told;
        synchronized (this) {
            requests++;
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    public boolean isRequested() {
        return requests > 0;
    }

    public boolean isAtOnce() {
        return requests > 1;
    }

    /** Is told of every request from now on, and of one that was there before. */
    void tell(Runnable listener) {
        synchronized (this) {
            listeners.add(listener);
        }
        if (isRequested()) listener.run();
    }

    synchronized void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
