package org.contexture.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.contexture.corpus.Batch;
import org.contexture.corpus.Example;
import org.contexture.corpus.SentencePair;
import org.contexture.tensor.Parameter;
import org.contexture.training.OptimizerKind;

/** One file of expected values, see {@code pytorch/README.md}. */
record Golden(JsonNode json) {
    static Golden read(Path file) throws IOException {
        return new Golden(new ObjectMapper().readTree(file.toFile()));
    }

    boolean isTraining() {
        return json.has("optimizer");
    }

    OptimizerKind optimizer() {
        return OptimizerKind.valueOf(json.get("optimizer").asText().toUpperCase(Locale.ROOT));
    }

    double clip() {
        return json.get("clip").asDouble();
    }

    int steps() {
        return json.get("steps").size();
    }

    double stepLoss(int k) {
        return json.get("steps").get(k).get("loss_per_token").asDouble();
    }

    double[] stepParameter(int k, String name) {
        return flat(json.get("steps").get(k).get("parameters").get(name));
    }

    int hidden() {
        return json.get("parameters").get("encoder.w_hh").get(0).size();
    }

    int targetVocabulary() {
        return json.get("parameters").get("embedding.target").size();
    }

    /** A model with the file's weights. */
    Seq2Seq model(Tiling tiling) {
        JsonNode parameters = json.get("parameters");
        int embedding = parameters.get("embedding.source").get(0).size();
        List<Feed> feed = StreamSupport.stream(json.get("feed").spliterator(), false)
                .map(f -> Feed.valueOf(f.asText().toUpperCase(Locale.ROOT)))
                .toList();
        ModelSettings settings = new ModelSettings(
                json.get("cell").asText(), json.get("context").asText(), feed, Bridge.DENSE, embedding, hidden());
        int source = parameters.get("embedding.source").size();
        Seq2Seq model = new Seq2Seq(settings, source, targetVocabulary(), 1, tiling);
        if (model.parameters().size() != parameters.size()) {
            throw new AssertionError("The file has " + parameters.size() + " parameters, the model "
                    + model.parameters().size());
        }
        model.parameters().forEach(p -> load(p, flat(parameters.get(p.name()))));
        return model;
    }

    private static void load(Parameter parameter, double[] values) {
        float[] floats = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            floats[k] = (float) values[k];
        }
        if (floats.length != parameter.value().size()) {
            throw new AssertionError(parameter.name() + " has " + floats.length + " values in the file");
        }
        parameter.value().writeFlat(0, floats, floats.length);
    }

    Batch batch() {
        List<Example> examples = new ArrayList<>();
        for (int s = 0; s < json.get("source").size(); s++) {
            int[] output = tokens(json.get("target_out").get(s));
            int[] target = java.util.Arrays.copyOf(output, output.length - 1); // without </s>, which a batch adds
            examples.add(new Example(
                    new SentencePair("", ""), tokens(json.get("source").get(s)), target));
        }
        return Batch.of(examples);
    }

    private static int[] tokens(JsonNode padded) {
        return StreamSupport.stream(padded.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .filter(id -> id != 0)
                .toArray();
    }

    int targetInput(int sentence, int t) {
        return json.get("target_in").get(sentence).get(t).asInt();
    }

    int targetLength(int sentence) {
        return tokens(json.get("target_out").get(sentence)).length;
    }

    double[] context(int sentence) {
        return flat(json.get("contexts").get(sentence).get(0));
    }

    double[] logits(int sentence, int t) {
        return flat(json.get("logits").get(sentence).get(t));
    }

    double loss() {
        return json.get("loss").asDouble();
    }

    int tokens() {
        return json.get("tokens").asInt();
    }

    double[] gradient(String name) {
        return flat(json.get("gradients").get(name));
    }

    private static double[] flat(JsonNode node) {
        if (node.isNumber()) {
            return new double[] {node.asDouble()};
        }
        return StreamSupport.stream(node.spliterator(), false)
                .flatMapToDouble(child -> java.util.Arrays.stream(flat(child)))
                .toArray();
    }
}
