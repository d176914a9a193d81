package org.contexture.training;

/** Training met a loss or gradient that is not finite; the trial ends there and the sweep goes on. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int step;

    /** @param step the first bad step of the training, from 1; 0 where it is not known */
    DivergedException(String message, int step) {
        super(message);
        this.step = step;
    }

    /** A divergence that showed only when the trained model was tested. */
    public DivergedException(String message) {
        this(message, 0);
    }

    /** The first bad step of the training, from 1. */
    public int step() {
        return step;
    }
}
