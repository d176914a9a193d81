/** Contexture, a laboratory for recurrent sequence-to-sequence research: what should an encoder hand to a decoder? */
@org.jspecify.annotations.NullMarked
package org.contexture;
