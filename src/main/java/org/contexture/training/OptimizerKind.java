package org.contexture.training;

/** The optimizers an experiment file can name. */
public enum OptimizerKind {
    ADAM,
    SGD
}
