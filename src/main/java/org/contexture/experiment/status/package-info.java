/**
 * What is known of a run while it is at work: collected from its trials in {@code RunProgress}, told to others in status.json, and
 * read back, with the folders of trials, by whoever asks.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.experiment.status;
