/**
 * What can be said of numbers that vary: summaries and intervals over seeds, effects of factors, paired comparisons, and the
 * random numbers that resampling draws. Plain arrays in, records out; nothing here knows of trials, tables or text.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.statistics;
