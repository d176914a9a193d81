package org.contexture.decoding;

import java.util.List;
import org.contexture.corpus.Example;
import org.contexture.setting.Setting;
import org.jspecify.annotations.Nullable;

/** The decoding part of an experiment file: how test sentences are translated. */
public record DecodingSettings(
        @Setting(
                        value = "Longest output in tokens; by default twice the longest training target.",
                        min = 1,
                        max = 100_000)
                @Nullable Integer maxLength) {
    /** The longest output that is decoded, in tokens. */
    public int limit(List<Example> train) {
        int longest = train.stream()
                .mapToInt(example -> example.target().length)
                .max()
                .orElse(1);
        return maxLength == null ? 2 * longest : maxLength;
    }
}
