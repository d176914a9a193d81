/** What a set of hypotheses or a loss is worth: BLEU, exact match, token accuracy, perplexity. Strings and numbers in, scores with their parts out. */
@org.jspecify.annotations.NullMarked
package org.contexture.metrics;
