package org.contexture.experiment;

import org.contexture.setting.Setting;

/** The form {@code seeds: { until: … }}. */
record SeedSettings(@Setting("When there are seeds enough.") SeedRule until) {}
