package org.holdfast.core.risk.training;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.Metrics;
import org.holdfast.core.risk.training.ModelCard.AtAlert;
import org.holdfast.core.risk.training.ModelCard.CalibrationBin;
import org.holdfast.core.risk.training.ModelCard.Figures;
import org.jspecify.annotations.Nullable;

/** Computes the figures of a model card. */
public final class CardFigures {
    private static final int BINS = 10;

    private CardFigures() {}

    /**
     * Puts figures on one block together.
     *
     * @param metrics the engine's metrics
     * @param probabilities one per row
     * @param labels one per row
     * @param alertProbability from which probability on an alert opens
     * @return the figures
     */
    public static Figures of(Metrics metrics, double[] probabilities, double[] labels, double alertProbability) {
        Map<String, Double> values = new TreeMap<>();
        metrics.values().forEach((metric, value) -> values.put(metric.code(), value));
        double baseRate = metrics.rows() == 0 ? 0 : (double) metrics.positives() / metrics.rows();
        return new Figures(
                metrics.rows(),
                metrics.positives(),
                baseRate,
                metrics.alwaysStayAccuracy(),
                values,
                atAlert(probabilities, labels, alertProbability));
    }

    private static AtAlert atAlert(double[] probabilities, double[] labels, double threshold) {
        int flagged = 0;
        int right = 0;
        int positives = 0;
        for (int i = 0; i < labels.length; i++) {
            boolean exit = labels[i] > 0.5;
            boolean flag = probabilities[i] >= threshold;
            flagged += flag ? 1 : 0;
            right += flag && exit ? 1 : 0;
            positives += exit ? 1 : 0;
        }
        return new AtAlert(threshold, flagged, share(right, flagged), share(right, positives));
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /**
     * Returns the calibration curve.
     *
     * @param probabilities one per row
     * @param labels one per row
     * @return at most ten bins of equal count, by rising probability
     */
    public static List<CalibrationBin> bins(double[] probabilities, double[] labels) {
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<CalibrationBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int from = (int) ((long) order.length * bin / BINS);
            int to = (int) ((long) order.length * (bin + 1) / BINS);
            double predicted = 0;
            double observed = 0;
            for (int i = from; i < to; i++) {
                predicted += probabilities[order[i]];
                observed += labels[order[i]];
            }
            if (to > from) {
                bins.add(new CalibrationBin(predicted / (to - from), observed / (to - from), to - from));
            }
        }
        return bins;
    }

    static String hash(LabelledMatrix... matrices) {
        MessageDigest digest = sha256();
        for (LabelledMatrix matrix : matrices) {
            update(digest, matrix.features().values());
            update(digest, matrix.labels());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
