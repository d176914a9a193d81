/**
 * The algebra of sweeps: grids, zipped settings, points, random draws, conditions, exclusion, inclusion and unions, read from YAML
 * and laid out as points, each a setting of values at dotted paths. What the values mean is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.contexture.experiment.sweep;
