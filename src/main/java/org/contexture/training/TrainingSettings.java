package org.contexture.training;

import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** The training part of an experiment file. */
public record TrainingSettings(
        @Setting(value = "Passes over the training set.", byDefault = "10", min = 1, max = 1_000_000) int epochs,
        @Setting(value = "Sentences a step.", byDefault = "32", min = 1, max = 1_000_000) int batch,
        @Setting(value = "adam (Kingma and Ba, 2015) or sgd (with momentum).", byDefault = "adam")
                OptimizerKind optimizer,
        @Setting(value = "Step size of the optimizer.", byDefault = "0.001", min = 0, aboveMin = true, max = 1e6)
                double learningRate,
        @Setting(value = "Momentum of sgd.", byDefault = "0.9", min = 0, max = 1) double momentum,
        @Setting(value = "Largest global gradient norm; 0 clips nothing.", byDefault = "1.0", min = 0) double clip,
        @Setting(
                        value =
                                "Threads of one trial; results do not depend on it. Sweeps scale across trials instead.",
                        byDefault = "1",
                        min = 1,
                        max = 1024)
                int threads,
        @Setting(
                        value = "Epochs without a better validation loss after which training stops early.",
                        min = 1,
                        max = 1_000_000)
                @Nullable Integer patience) {}
