/**
 * YAML to settings records: text read strictly into trees that know where everything stands, bound to records whose components
 * say what they take. Every mistake is collected and told with its line and column.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.experiment.yaml;
