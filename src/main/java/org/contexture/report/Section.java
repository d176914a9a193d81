package org.contexture.report;

import java.util.List;

/**
 * A part of a report under its own title.
 *
 * @param id letters and hyphens, once in a report
 */
record Section(String id, String title, List<Block> blocks) {
    Section {
        blocks = List.copyOf(blocks);
    }
}
