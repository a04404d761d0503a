package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.insight.effect.Flag.Held;
import org.jspecify.annotations.Nullable;

/** A made-up past of a subsidiary, told with few words. */
final class History {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final UUID id = UUID.randomUUID();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();

    /** Somebody who left on a day, or is here. */
    Worker worker(@Nullable LocalDate left, boolean voluntary, boolean keyPost, String family) {
        Worker worker = new Worker(UUID.randomUUID(), LONG_AGO, left, voluntary, keyPost, family);
        workers.add(worker);
        return worker;
    }

    Worker stays() {
        return worker(null, false, false, "rd");
    }

    Worker resigns(LocalDate day) {
        return worker(day, true, false, "rd");
    }

    Worker dismissed(LocalDate day) {
        return worker(day, false, false, "rd");
    }

    void flag(Worker worker, LocalDate opened) {
        flags.add(new Flag(worker, opened, true, false, null));
    }

    /** An alert with a talk so many days later. */
    void talk(Worker worker, LocalDate opened, int days, @Nullable Boolean meansToLeave) {
        flags.add(new Flag(worker, opened, true, false, new Held(opened.plusDays(days), days <= 3, meansToLeave)));
    }

    Facts facts() {
        return new Facts(id, TODAY, 180, flags, workers);
    }

    static Figure figure(String code, String from, String to, Facts... facts) {
        return Effect.figures(List.of(facts), YearMonth.parse(from), YearMonth.parse(to)).stream()
                .collect(Collectors.toMap(Figure::code, figure -> figure))
                .get(code);
    }
}
