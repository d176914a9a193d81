package org.contexture.model;

/** How {@link Feed#INIT} makes the decoder's first state. */
public enum Bridge {
    /** s_0 = tanh(W c + b); an LSTM's memory starts at zero. */
    DENSE,
    /** s_0 is the encoder's last h and, for an LSTM, its last memory; no parameters. */
    COPY
}
