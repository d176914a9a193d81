/** Turns a trained model and a source sentence into words. It knows nothing of training. */
@org.jspecify.annotations.NullMarked
package org.contexture.decoding;
