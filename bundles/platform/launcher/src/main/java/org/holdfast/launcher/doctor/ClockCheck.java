package org.holdfast.launcher.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.launcher.config.Configuration;

/** A clock that stands wrong gives facts the wrong day. It cannot be before what the server itself has written. */
final class ClockCheck implements Check {
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final Clock clock;

    ClockCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Configuration configuration) {
        Instant now = clock.instant();
        Optional<Instant> latest = Stream.of(
                        configuration.home().resolve("lib"),
                        configuration.dataDirectory().resolve("logs"),
                        configuration.dataDirectory().resolve("lock"))
                .filter(Files::exists)
                .map(ClockCheck::written)
                .max(Instant::compareTo);
        return List.of(
                latest.isPresent() && latest.get().isAfter(now.plus(TOLERANCE))
                        ? Finding.failed("clock", "doctor.clock.behind", now, latest.get())
                        : Finding.ok("clock", "doctor.clock", now));
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
