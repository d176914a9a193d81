/** Charts of results, each in one call: {@link org.contexture.figure.Figures} lists them. How a chart is drawn is {@code chart}'s business. */
@org.jspecify.annotations.NullMarked
package org.contexture.figure;
