package org.contexture.decoding;

import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** The decoding part of an experiment file: how test sentences are translated. */
public record DecodingSettings(
        @Setting(
                        value = "Longest output in tokens; by default twice the longest training target.",
                        min = 1,
                        max = 100_000)
                @Nullable Integer maxLength) {}
