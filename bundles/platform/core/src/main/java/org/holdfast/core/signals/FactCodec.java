package org.holdfast.core.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.holdfast.core.signals.Fact.Detail;
import org.holdfast.core.signals.SignalAppender.Arrival;

/**
 * The compact columnar record of facts, version 1.
 *
 * <p>A byte with the version; the number of facts; the second at which the record was written; three dictionaries
 * (signals, sources, texts); then one column after the other: signal, source and text as numbers in their dictionary,
 * days as differences from the day before, moments as seconds from their day's begin in UTC, one bit for whether the
 * moment was said, and values. Numbers are of variable length, seven bits a byte, signed ones folded so that small
 * ones stay short. A value is a byte that says how, then the value: 0 none (NaN), 1 to 5 a whole number divided by 1,
 * 10, 100, 1,000 or 10,000, 6 the eight bytes of a double. Moments are kept in whole seconds.
 */
final class FactCodec {
    static final int VERSION = 1;

    private static final int SECONDS_A_DAY = 86_400;
    private static final int RAW = 6;
    private static final double[] SCALES = {1, 10, 100, 1_000, 10_000};
    private static final double LARGEST_SCALED = 1e14;

    private FactCodec() {}

    /**
     * A plain record.
     *
     * @param writtenAt when it was written; counts for corrections whose moment was not said
     * @param arrivals the facts
     */
    record Plain(Instant writtenAt, List<Arrival> arrivals) {}

    static byte[] encode(Plain plain) {
        List<Arrival> arrivals = plain.arrivals();
        ByteSink out = new ByteSink(64 + 16 * arrivals.size());
        out.single(VERSION);
        out.unsigned(arrivals.size());
        out.signed(plain.writtenAt().getEpochSecond());
        Dictionary signals = new Dictionary();
        Dictionary sources = new Dictionary();
        Dictionary texts = new Dictionary();
        for (Arrival arrival : arrivals) {
            signals.add(arrival.fact().signal());
            sources.add(arrival.fact().detail().source());
            texts.add(arrival.fact().detail().text());
        }
        signals.write(out);
        sources.write(out);
        texts.write(out);
        days(arrivals, out);
        values(arrivals, out);
        return out.toBytes();
    }

    private static void days(List<Arrival> arrivals, ByteSink out) {
        long before = 0;
        BitSet said = new BitSet(arrivals.size());
        for (Arrival arrival : arrivals) {
            long day = arrival.fact().date().toEpochDay();
            out.signed(day - before);
            before = day;
        }
        for (int i = 0; i < arrivals.size(); i++) {
            Fact fact = arrivals.get(i).fact();
            out.signed(fact.knownAt().getEpochSecond() - fact.date().toEpochDay() * SECONDS_A_DAY);
            said.set(i, arrivals.get(i).knownAtSaid());
        }
        byte[] bits = said.toByteArray();
        out.unsigned(bits.length);
        out.bytes(bits);
    }

    private static void values(List<Arrival> arrivals, ByteSink out) {
        for (Arrival arrival : arrivals) {
            value(arrival.fact().value(), out);
        }
    }

    private static void value(double value, ByteSink out) {
        if (Double.isNaN(value)) {
            out.single(0);
            return;
        }
        for (int i = 0; i < SCALES.length && Math.abs(value) < LARGEST_SCALED; i++) {
            long scaled = Math.round(value * SCALES[i]);
            if (Double.doubleToLongBits(scaled / SCALES[i]) == Double.doubleToLongBits(value)) {
                out.single(i + 1);
                out.signed(scaled);
                return;
            }
        }
        out.single(RAW);
        out.eight(Double.doubleToLongBits(value));
    }

    static Plain decode(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        int version = in.single();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "A record of facts has version " + version + ": a newer server wrote it, start that one");
        }
        int count = in.length();
        Instant writtenAt = Instant.ofEpochSecond(in.signed());
        String[] signals = column(in, count);
        String[] sources = column(in, count);
        String[] texts = column(in, count);
        long[] days = days(in, count);
        long[] moments = new long[count];
        for (int i = 0; i < count; i++) {
            moments[i] = in.signed() + days[i] * SECONDS_A_DAY;
        }
        BitSet said = BitSet.valueOf(in.bytes(in.length()));
        List<Arrival> arrivals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Detail detail = new Detail(sources[i], texts[i]);
            Instant knownAt = Instant.ofEpochSecond(moments[i]);
            arrivals.add(new Arrival(
                    new Fact(signals[i], LocalDate.ofEpochDay(days[i]), knownAt, value(in), detail), said.get(i)));
        }
        return new Plain(writtenAt, arrivals);
    }

    private static long[] days(ByteSource in, int count) {
        long[] days = new long[count];
        long day = 0;
        for (int i = 0; i < count; i++) {
            day += in.signed();
            days[i] = day;
        }
        return days;
    }

    private static double value(ByteSource in) {
        int how = in.single();
        if (how == 0) {
            return Double.NaN;
        }
        return how == RAW ? Double.longBitsToDouble(in.eight()) : in.signed() / SCALES[how - 1];
    }

    private static String[] column(ByteSource in, int count) {
        String[] words = new String[in.length()];
        for (int i = 0; i < words.length; i++) {
            words[i] = in.text();
        }
        String[] column = new String[count];
        for (int i = 0; i < count; i++) {
            column[i] = words[in.length()];
        }
        return column;
    }

    /** Words in the order in which they first come, and the column of their numbers. */
    private static final class Dictionary {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final List<Integer> column = new ArrayList<>();

        void add(String word) {
            Integer known = numbers.get(word);
            if (known == null) {
                known = numbers.size();
                numbers.put(word, known);
            }
            column.add(known);
        }

        void write(ByteSink out) {
            out.unsigned(numbers.size());
            numbers.keySet().forEach(out::text);
            column.forEach(out::unsigned);
        }
    }
}
