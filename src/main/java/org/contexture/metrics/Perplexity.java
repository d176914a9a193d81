package org.contexture.metrics;

/** Perplexity: e to the mean loss, the number of equally likely tokens the model is as unsure as. */
public final class Perplexity {
    private Perplexity() {}

    /**
     * exp(loss). {@link StrictMath} because {@code Math.exp} may differ in the last bit between JVMs.
     *
     * @param lossInNatsPerToken mean negative log-likelihood in nats per target token, without label smoothing
     * @return the perplexity, infinite above a loss of about 709.78
     */
    public static double of(double lossInNatsPerToken) {
        return StrictMath.exp(lossInNatsPerToken);
    }
}
