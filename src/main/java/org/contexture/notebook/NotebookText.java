package org.contexture.notebook;

import org.contexture.results.Comparison;
import org.contexture.results.EffectsTable;
import org.contexture.results.PaperTable;

/** What a front end without HTML shows. */
final class NotebookText {
    private static final int WIDTH = 120;

    private NotebookText() {}

    static String of(Comparison comparison) {
        return String.join("\n", comparison.sentences())
                + "\n\n"
                + comparison.table().text(PaperTable.Format.TEXT, WIDTH)
                + String.join("\n", comparison.notes());
    }

    static String of(EffectsTable effects) {
        return effects.effects().text(PaperTable.Format.TEXT, WIDTH)
                + (effects.interactions().rows() == 0
                        ? ""
                        : "\n" + effects.interactions().text(PaperTable.Format.TEXT, WIDTH));
    }
}
