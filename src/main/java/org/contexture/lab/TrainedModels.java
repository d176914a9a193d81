package org.contexture.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.contexture.chart.Chart;
import org.contexture.figure.Figures;
import org.contexture.setting.UserError;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Models that were trained in a notebook to be looked at side by side. */
public final class TrainedModels {
    private final Map<String, TrainedModel> models;

    TrainedModels(Map<String, TrainedModel> models) {
        this.models = new LinkedHashMap<>(models);
    }

    /** What they are called, in the order of the sweep. */
    public Set<String> names() {
        return models.keySet();
    }

    /**
     * One of them.
     *
     * @throws UserError if there is none of that name
     */
    public TrainedModel get(String name) {
        TrainedModel model = models.get(name);
        if (model == null) {
            throw new UserError(
                    "There is no model \"" + name + "\"; expected one of " + String.join(", ", names()) + ".");
        }
        return model;
    }

    /** Columns model, parameters, testLoss (nats per token), exactMatch. */
    public Table summary() {
        return Table.create(
                "models",
                StringColumn.create("model", names()),
                LongColumn.create(
                        "parameters",
                        models.values().stream()
                                .mapToLong(TrainedModel::parameters)
                                .toArray()),
                DoubleColumn.create(
                        "testLoss",
                        models.values().stream()
                                .mapToDouble(TrainedModel::testLoss)
                                .toArray()),
                DoubleColumn.create(
                        "exactMatch",
                        models.values().stream()
                                .mapToDouble(TrainedModel::exactMatch)
                                .toArray()));
    }

    /** How much of each one's context comes from each token of a sentence, a row for each model. */
    public Chart shares(String sentence) {
        List<String> tokens = models.values().iterator().next().tokens(sentence);
        double[][] shares =
                models.values().stream().map(model -> model.shares(sentence)).toArray(double[][]::new);
        return Figures.weights(tokens, List.copyOf(names()), shares);
    }

    /** Test loss by target position, a line for each model. */
    public Chart lossByPosition() {
        return Figures.lines(
                "Loss by target position", together(TrainedModel::lossByPosition), "position", "loss", "model");
    }

    /** Test loss by source length, a line for each model. */
    public Chart lossByLength() {
        return Figures.lines("Loss by source length", together(TrainedModel::lossByLength), "length", "loss", "model");
    }

    /** The tables of all models below one another, told apart by a column {@code model}. */
    private Table together(Function<TrainedModel, Table> part) {
        Table all = Table.create();
        models.forEach((name, model) -> {
            Table one = part.apply(model);
            StringColumn names = StringColumn.create("model", one.rowCount());
            for (int row = 0; row < one.rowCount(); row++) {
                names.set(row, name);
            }
            one.insertColumn(0, names);
            if (all.columnCount() == 0) {
                all.addColumns(one.columnArray());
            } else {
                all.append(one);
            }
        });
        return all;
    }

    /**
     * Asks linear probes for the words of random sentences of some lengths, see {@link ProbedWords}.
     *
     * @throws UserError if the models do not read the same words
     */
    public ProbedWords probe(int... lengths) {
        return Probing.words(models, lengths);
    }
}
