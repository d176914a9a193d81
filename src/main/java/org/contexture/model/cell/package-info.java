/** Recurrent cells: one file each, only the pointwise equations. The layer that owns time and the matrix products is in the package above. */
@org.jspecify.annotations.NullMarked
package org.contexture.model.cell;
