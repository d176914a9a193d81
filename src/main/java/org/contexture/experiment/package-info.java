/**
 * Experiment files: trees of YAML bound to the settings records and laid out as a plan of trials, each run in one folder.
 * Every mistake in a file is collected in one pass and reported with its line and column.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.experiment;
