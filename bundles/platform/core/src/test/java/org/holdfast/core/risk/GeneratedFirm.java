package org.holdfast.core.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.FactCodes;

/** People whose hidden wish to leave shows in leave days, messages and résumé updates before they go. */
public final class GeneratedFirm {
    public static final LocalDate END = LocalDate.of(2026, 11, 22);
    public static final UUID ID = new UUID(7, 7);

    private final Random dice;
    private final int months;
    private final Map<UUID, List<Fact>> facts = new LinkedHashMap<>();

    public GeneratedFirm(long seed, int people, int months) {
        this.dice = new Random(seed);
        this.months = months;
        for (int i = 0; i < people; i++) {
            facts.put(new UUID(7, 1_000 + i), person(i));
        }
    }

    public Map<UUID, List<Fact>> facts() {
        return facts;
    }

    private List<Fact> person(int number) {
        int days = 30 * months;
        int hired = days + dice.nextInt(2_000);
        FactsOf person = new FactsOf(END)
                .hired(hired)
                .attribute(FactCodes.MANAGER, hired, Double.NaN, new UUID(7, 1_000 + number / 12).toString())
                .attribute(FactCodes.BASE_PAY, hired, 200_000 + dice.nextInt(100_000), "CNY");
        int leaving = dice.nextDouble() < 0.45 ? dice.nextInt(days) : -1;
        boolean dismissed = leaving < 0 && dice.nextDouble() < 0.1;
        int last = leaving >= 0 ? leaving : dismissed ? dice.nextInt(days) : -1;
        for (int ago = days; ago > Math.max(0, last); ago -= 10) {
            boolean restless = leaving >= 0 && ago - leaving < 150;
            person.signal("work.messages", ago, (restless ? 70 : 140) + dice.nextInt(30));
            observe(person, ago, restless);
        }
        for (int ago = days - dice.nextInt(90); ago > Math.max(0, last); ago -= 91) {
            person.signal(
                    "performance.rating", ago, 80 + dice.nextInt(10) - (leaving >= 0 && ago - leaving < 150 ? 8 : 0));
        }
        if (last >= 0) {
            person.attribute(FactCodes.LEFT, last, dismissed ? 0 : 1, dismissed ? "involuntary:" : "voluntary:");
        }
        return new ArrayList<>(person.list());
    }

    private void observe(FactsOf person, int ago, boolean restless) {
        if (dice.nextDouble() < (restless ? 0.25 : 0.06)) {
            person.leaves(ago);
        }
        if (dice.nextDouble() < 0.08) {
            person.signal("attendance.late", ago, 5 + dice.nextInt(20));
        }
        if (dice.nextDouble() < 0.3) {
            person.signal("attendance.overtime_hours", ago, 2 + dice.nextInt(8));
        }
        if (dice.nextDouble() < (restless ? 0.12 : 0.01)) {
            person.resumeUpdate(ago);
        }
    }
}
