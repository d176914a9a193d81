/** Where a result comes from: the engine's digest, the repositories, the machine and the command. Uses no other package. */
@org.jspecify.annotations.NullMarked
package org.contexture.provenance;
