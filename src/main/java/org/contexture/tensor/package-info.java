/** The numbers: row-major float32 matrices over ND4J's memory, their products, and the loops that stay in Java. Nothing here knows what a sentence is. */
@org.jspecify.annotations.NullMarked
package org.contexture.tensor;
