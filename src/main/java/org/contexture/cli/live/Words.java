package org.contexture.cli.live;

import java.util.Locale;

/** Numbers as people read them while they wait. */
public final class Words {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Words() {}

    /** A time in its two largest units, such as {@code 2 h 5 min}; {@code ?} if it is not known. */
    public static String time(double seconds) {
        if (!Double.isFinite(seconds)) {
            return "?";
        }
        long whole = Math.max(0, Math.round(seconds));
        if (whole < MINUTE) {
            return whole + " s";
        } else if (whole < HOUR) {
            return whole / MINUTE + " min " + whole % MINUTE + " s";
        } else if (whole < DAY) {
            return whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
        }
        return whole / DAY + " d " + whole % DAY / HOUR + " h";
    }

    /** A loss with three decimals, {@code -} if it is not known. */
    static String loss(double loss) {
        return Double.isFinite(loss) ? String.format(Locale.ROOT, loss < 1000 ? "%.3f" : "%.3g", loss) : "-";
    }

    /** A rate without decimals, {@code -} if it is not known. */
    static String rate(double rate) {
        return Double.isFinite(rate) ? String.format(Locale.ROOT, "%.0f", rate) : "-";
    }

    /** Whole percents, cut off: 100 % is only what is done. */
    static String percent(double share) {
        return (int) Math.floor(100 * share) + " %";
    }

    /** Such as {@code [###---]}. */
    static String bar(double share, int width) {
        int full = (int) Math.floor(Math.max(0, Math.min(1, share)) * width);
        return "[" + "#".repeat(full) + "-".repeat(width - full) + "]";
    }
}
