/**
 * Sentence pairs from files and generators, split into training, validation and test, then cut into tokens and numbered.
 * Everything here is a function of the settings and the files: the same on every JVM, whatever the locale.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.corpus;
