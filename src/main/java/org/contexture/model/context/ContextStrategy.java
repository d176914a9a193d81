package org.contexture.model.context;

/**
 * What a context is: c = q(h_1, …, h_T). Strategies are found by their name through {@link java.util.ServiceLoader}; how
 * they are used depends on their kind, of which {@link ConstantContext} (the same c at every output step) is one.
 */
public interface ContextStrategy {
    /** The word that names this strategy in an experiment file. */
    String name();
}
