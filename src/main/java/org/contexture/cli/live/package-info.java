/**
 * What is shown of a run while it is at work: a table that is drawn over on a terminal, plain lines elsewhere. The table is a
 * pure function from a {@code RunSnapshot} to lines; the only package that knows JLine.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.cli.live;
