/**
 * Experiment files: YAML read into located trees, bound to the settings records, and laid out as a plan of trials.
 * Every mistake in a file is collected in one pass and reported with its line and column.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.experiment;
