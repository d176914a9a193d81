package org.contexture.experiment;

/**
 * How far a trial has come.
 *
 * @param epoch under way, from 1
 * @param share of the whole training done, 0 to 1
 * @param loss training loss of the epoch so far, in nats per token
 * @param tokensPerSecond target tokens trained on in a second, since the trial was started or taken up again
 */
public record TrialProgress(int epoch, double share, double loss, double tokensPerSecond) {}
