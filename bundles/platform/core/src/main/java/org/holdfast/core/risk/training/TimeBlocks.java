package org.holdfast.core.risk.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Monthly origins in three blocks of time with an embargo of one horizon between them, so that no label of an earlier
 * block looks into the days of a later one.
 *
 * @param fit origins to fit on
 * @param calibrate later origins to calibrate and choose on
 * @param test latest origins, for the figures that are published
 */
record TimeBlocks(List<LocalDate> fit, List<LocalDate> calibrate, List<LocalDate> test) {
    private static final int SHARE_OF_TEST = 6;
    private static final int SHARE_OF_CALIBRATION = 8;

    TimeBlocks {
        fit = List.copyOf(fit);
        calibrate = List.copyOf(calibrate);
        test = List.copyOf(test);
    }

    /** Splits origins, or is empty where there are too few for three blocks. */
    static Optional<TimeBlocks> split(List<LocalDate> origins, int horizonDays) {
        int tests = Math.max(1, origins.size() / SHARE_OF_TEST);
        int calibrations = Math.max(1, origins.size() / SHARE_OF_CALIBRATION);
        List<LocalDate> test = latest(origins, tests);
        List<LocalDate> calibrate = latest(before(origins, test, horizonDays), calibrations);
        List<LocalDate> fit = before(origins, calibrate, horizonDays);
        return fit.isEmpty() || calibrate.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeBlocks(fit, calibrate, test));
    }

    /** The blocks of the model that goes into use: the same recipe, moved up to the newest outcomes. */
    TimeBlocks movedUp(List<LocalDate> origins, int horizonDays) {
        List<LocalDate> newest = latest(origins, calibrate.size());
        return new TimeBlocks(before(origins, newest, horizonDays), newest, test);
    }

    private static List<LocalDate> latest(List<LocalDate> origins, int count) {
        return origins.subList(Math.max(0, origins.size() - count), origins.size());
    }

    private static List<LocalDate> before(List<LocalDate> origins, List<LocalDate> block, int horizonDays) {
        if (block.isEmpty()) {
            return List.of();
        }
        LocalDate end = block.get(0).minusDays(horizonDays);
        return origins.stream().filter(origin -> !origin.isAfter(end)).toList();
    }
}
