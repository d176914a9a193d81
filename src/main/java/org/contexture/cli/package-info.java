/** The command line: what a user types, what the terminal shows, which exit code tells how it went. */
@org.jspecify.annotations.NullMarked
package org.contexture.cli;
