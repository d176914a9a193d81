/** The numbers: row-major float32 matrices on the heap, their products, the same bits on every CPU, and the loops that stay in Java. Nothing here knows what a sentence is. */
@org.jspecify.annotations.NullMarked
package org.contexture.tensor;
