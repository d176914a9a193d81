/**
 * Contexture in Jupyter: a Java kernel, how tables and figures show in a cell, and where Jupyter looks for kernels. The only
 * package that knows Jupyter's protocol; nothing depends on it but the command line.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.notebook;
