/** What trials left behind as tables: trial folders in, CSV files through Tablesaw out, and one line of Java to load them again. The only package that knows Tablesaw's readers and writers. */
@org.jspecify.annotations.NullMarked
package org.contexture.results;
