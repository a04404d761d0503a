package org.holdfast.core.surveys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.jspecify.annotations.Nullable;

/**
 * What a closed round came to. What is too small to be shown is not in it, so that nobody can find it here either.
 *
 * @param invited how many were asked
 * @param all everybody's answers, null where there are too few
 * @param units the departments the answers are split by, with null for those that are not shown
 */
record Results(int invited, @Nullable Figures all, Map<UUID, @Nullable Figures> units) {
    static final int VERSION = 1;

    /** Copies the map. */
    Results {
        units = Collections.unmodifiableMap(new TreeMap<>(units));
    }

    byte[] write() {
        ByteSink out = new ByteSink(512);
        out.unsigned(invited);
        write(out, all);
        out.unsigned(units.size());
        units.forEach((unit, figures) -> {
            out.text(unit.toString());
            write(out, figures);
        });
        return out.toBytes();
    }

    static Results read(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        int invited = (int) in.unsigned();
        Figures all = figures(in);
        Map<UUID, @Nullable Figures> units = new HashMap<>();
        for (int left = (int) in.unsigned(); left > 0; left--) {
            units.put(UUID.fromString(in.text()), figures(in));
        }
        return new Results(invited, all, units);
    }

    private static void write(ByteSink out, @Nullable Figures figures) {
        out.unsigned(figures == null ? 0 : figures.answers());
        if (figures == null) {
            return;
        }
        out.unsigned(figures.counts().size());
        figures.counts().forEach(values -> {
            out.unsigned(values.size());
            values.forEach(out::unsigned);
        });
        write(out, figures.keeps());
        write(out, figures.leaves());
    }

    private static void write(ByteSink out, Map<String, Integer> needs) {
        out.unsigned(needs.size());
        new TreeMap<>(needs).forEach((need, count) -> {
            out.text(need);
            out.unsigned(count);
        });
    }

    private static @Nullable Figures figures(ByteSource in) {
        int answers = (int) in.unsigned();
        if (answers == 0) {
            return null;
        }
        List<List<Integer>> counts = new ArrayList<>();
        for (int items = (int) in.unsigned(); items > 0; items--) {
            List<Integer> values = new ArrayList<>();
            for (int left = (int) in.unsigned(); left > 0; left--) {
                values.add((int) in.unsigned());
            }
            counts.add(values);
        }
        return new Figures(answers, counts, needs(in), needs(in));
    }

    private static Map<String, Integer> needs(ByteSource in) {
        Map<String, Integer> needs = new HashMap<>();
        for (int left = (int) in.unsigned(); left > 0; left--) {
            needs.put(in.text(), (int) in.unsigned());
        }
        return needs;
    }
}
