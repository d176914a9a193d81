/**
 * Context strategies: one file each, what c is made of. Where c is fed is the decoder's business.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.model.context;
