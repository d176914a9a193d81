/**
 * What every part needs to declare its settings: defaults, bounds and words, written where a setting is defined.
 * It also holds the one exception whose message is meant for the user.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.setting;
