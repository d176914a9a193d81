/**
 * The kernels of a training step, timed one by one with JMH; compiled in the Maven profile {@code jmh} alone. JMH fills and
 * sets up every field, so nothing here is marked for null checks.
 */
package org.contexture.benchmark.jmh;
