package org.contexture.setting;

import java.util.List;

/** Words that are only known at run time, such as the names of registered cells; needs a constructor without parameters. */
public interface Words {
    /** The words, in the order in which messages list them. */
    List<String> words();

    /** No words of its own: whatever else the setting says holds. */
    final class None implements Words {
        @Override
        public List<String> words() {
            return List.of();
        }
    }
}
