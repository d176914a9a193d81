/** Steps, epochs and optimizers: how parameters follow gradients. It decides nothing about what a model computes. */
@org.jspecify.annotations.NullMarked
package org.contexture.training;
