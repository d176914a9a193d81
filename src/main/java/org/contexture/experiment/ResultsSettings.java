package org.contexture.experiment;

import org.contexture.setting.Setting;

/** The results part of an experiment file: how much a trial keeps. */
public record ResultsSettings(
        @Setting(
                        value = "Test sentences whose loss is kept token by token in tokens.csv.",
                        byDefault = "500",
                        min = 0,
                        max = 1_000_000_000)
                int tokenSentences) {}
