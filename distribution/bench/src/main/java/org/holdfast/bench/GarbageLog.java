package org.holdfast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how full a server's heap was out of its log of collections ({@code -Xlog:gc}). */
final class GarbageLog {
    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final Path file;
    private int seen;

    GarbageLog(Path file) {
        this.file = file;
    }

    /**
     * The fullest heap of some time.
     *
     * @param used most MiB in use, garbage included
     * @param live most MiB that a collection left
     */
    record Peak(long used, long live) {
        @Override
        public String toString() {
            return "heap peak " + used + " MiB, " + live + " MiB after a collection";
        }
    }

    /** Returns the peak since the last call. */
    Peak next() {
        try {
            List<String> lines = Files.readAllLines(file);
            Peak peak = peak(lines.subList(Math.min(seen, lines.size()), lines.size()));
            seen = lines.size();
            return peak;
        } catch (IOException e) {
            throw new UncheckedIOException("The log of collections cannot be read", e);
        }
    }

    static Peak peak(List<String> lines) {
        long used = 0;
        long live = 0;
        for (String line : lines) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                used = Math.max(used, Long.parseLong(pause.group(1)));
                live = Math.max(live, Long.parseLong(pause.group(2)));
            }
        }
        return new Peak(used, live);
    }
}
