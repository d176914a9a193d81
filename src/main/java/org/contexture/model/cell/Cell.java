package org.contexture.model.cell;

/**
 * A recurrent cell, h_t = f(x_t, h_{t-1}), as its pointwise equations; {@code RecurrentLayer} owns the loop over time and
 * the matrix products.
 *
 * <p>For each gate k the layer computes a_k = x_k + u_k, with x_k = W_ih,k x_t + b_ih,k and u_k = W_hh,k h_{t-1} + b_hh,k; the
 * cell combines them into h_t. Every array of a {@link Tape} is packed alike, [N, H], and a step is the same range of each.
 * So equations are short loops over one index, which is what the JIT vectorises. An offset between two arrays would cost a factor of ten, and
 * so would reading anything after something was written in the same loop.
 *
 * <p>A cell is stateless and found by its name through {@link java.util.ServiceLoader}.
 */
public interface Cell {
    /** The word that names this cell in an experiment file. */
    String name();

    /** Gates: blocks of H rows in the weights W_ih [gates·H, I] and W_hh [gates·H, H]. */
    int gates();

    /** How many of the last gates need x_k and u_k apart instead of their sum. */
    int apart();

    /** Whether a memory c_t runs beside the state h_t. */
    boolean hasMemory();

    /** How many arrays of its own the cell keeps for its backward pass, beside the gates. */
    int saved();

    /** Whether h_t depends on h_{t-1} other than through u, so that {@link #backward} leaves a gradient in the place of dh. */
    boolean carriesState();

    /** Computes h (and c) at [from, to) from the gates' inputs, which it may overwrite, hPrev (and cPrev). */
    void forward(Tape tape, int from, int to);

    /**
     * From dh (and dc) at [from, to) to other gradients, each in the place of what it needs no longer, since fewer arrays stay in a core's caches: by the gates'
     * inputs where these are, by cPrev in that of dc, and by hPrev other than through u, where the cell carries its state, in that of dh.
     */
    void backward(Tape tape, int from, int to);
}
