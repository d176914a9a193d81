/**
 * What a notebook calls: {@link org.contexture.lab.Lab} opens results, trains a model in a cell and looks into it. Nothing here
 * knows a kernel.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.lab;
