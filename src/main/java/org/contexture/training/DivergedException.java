package org.contexture.training;

/** Training met a loss or gradient that is not finite; the trial ends there and the sweep goes on. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedException(double loss, double norm) {
        super("loss " + loss + " nats per token, gradient norm " + norm);
    }
}
