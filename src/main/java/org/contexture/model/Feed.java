package org.contexture.model;

/** Where the context c enters the decoder; any non-empty set of these is a model. */
public enum Feed {
    /** s_0 = tanh(W c + b), or a copy of the encoder's last state with {@link Bridge#COPY}. */
    INIT,
    /** c joins every decoder input: s_t = g([embedding(y_{t-1}); c], s_{t-1}). */
    STEP,
    /** c and the embedding of y_{t-1} join the output layer: logits = W [s_t; embedding(y_{t-1}); c] + b. */
    OUTPUT
}
