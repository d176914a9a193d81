/**
 * Charts as data, and how they are drawn: interactively by Plotly, and as SVG and PNG without a browser. It knows nothing of
 * experiments; {@code figure} says what is charted.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.chart;
