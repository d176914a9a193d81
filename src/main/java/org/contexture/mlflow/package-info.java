/** Copies a folder of results to an MLflow tracking server over its REST interface. */
@org.jspecify.annotations.NullMarked
package org.contexture.mlflow;
