package org.contexture.lab;

import org.contexture.chart.Chart;
import org.contexture.figure.Figures;
import org.contexture.setting.UserError;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.Table;

/**
 * Which words a linear probe reads from contexts.
 *
 * @param table columns model, length (of sentences), position (from 1), accuracy (the share of sentences whose word at this position
 *     the probe names)
 */
public record ProbedWords(Table table) {
    /** The mean over positions, by the length of sentences: a line for each model. */
    public Chart byLength() {
        Table means = table.summarize("accuracy", AggregateFunctions.mean).by("model", "length");
        means.column("Mean [accuracy]").setName("accuracy");
        return Figures.lines("Words that a probe reads", means, "length", "accuracy", "model");
    }

    /**
     * By position in sentences of one length: a line for each model.
     *
     * @throws UserError if no sentence was that long
     */
    public Chart byPosition(int length) {
        Table those = table.where(table.longColumn("length").isEqualTo(length));
        if (those.isEmpty()) {
            throw new UserError("No sentence of " + length + " tokens was probed; expected one of "
                    + table.longColumn("length").unique().asList() + ".");
        }
        return Figures.lines("Words of " + length + " that a probe reads", those, "position", "accuracy", "model");
    }
}
