/**
 * A report of an experiment's results, for whoever did not run it: the question, the answer with its uncertainty, tables, charts,
 * failures and where it all comes from. {@link org.contexture.report.Report} is what it says, once for HTML and for Markdown.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.report;
