package org.holdfast.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Retention actions: a few at random, most where something shows; their true effects differ by person. */
final class Actions {

    private static final double AT_RANDOM = .008;
    /** From where on signs are seen. */
    static final double VISIBLE = .45;

    private static final double WHERE_VISIBLE = .15;
    private static final List<String> KINDS = List.of("raise", "promotion", "project", "training", "flexibility");

    private static final Map<String, Effect> EFFECTS = Map.of(
            "promotion", new Effect(-1.8, -.8),
            "project", new Effect(-1.5, -.5),
            "raise", new Effect(-1.3, -.4),
            "flexibility", new Effect(-1.2, -.2),
            "training", new Effect(-.9, .2));

    /** True effects in log-odds, where the action meets the need and elsewhere. */
    private record Effect(double needed, double otherwise) {}

    private final DemoCalendar calendar;
    private final PersonLog log;
    private final Career career;
    private final Pressure pressure;

    Actions(DemoCalendar calendar, PersonLog log, Career career, Pressure pressure) {
        this.calendar = calendar;
        this.log = log;
        this.career = career;
        this.pressure = pressure;
    }

    void consider(Person person, double lasting, int month, Dice dice) {
        int day = calendar.lastDay(month);
        boolean random = dice.chance(AT_RANDOM);
        boolean seen = person.visible > VISIBLE && dice.chance(WHERE_VISIBLE);
        boolean open = person.actionSince == Person.NEVER || month - person.actionSince > 8;
        if ((random || seen) && open && calendar.complete(month) && person.leaveDay == Person.NEVER) {
            act(person, lasting, new Occasion(month, day, random ? "random" : "signals"), dice);
        }
    }

    private record Occasion(int month, int day, String assignment) {}

    private void act(Person person, double lasting, Occasion occasion, Dice dice) {
        String kind = dice.oneOf(KINDS);
        double effect = effect(person, kind, occasion.month);
        Outlook without = outlook(person, lasting, occasion.month);
        person.actionSince = occasion.month;
        person.actionEffect = effect;
        Outlook with = outlook(person, lasting, occasion.month);
        log.event(person, "action", occasion.day, 1, kind);
        log.beginActionTruth(person, kind, occasion.day)
                .raw(occasion.assignment)
                .add(without.exit180(), 4)
                .add(with.exit180(), 4)
                .end();
        if (kind.equals("raise")) {
            career.changePay(person, occasion.day, 1.06, "retention");
        }
    }

    /** The true effect in log-odds; it is strong where the action meets the need, and wrong for the resentful. */
    private double effect(Person person, String kind, int month) {
        if (person.traits.resentful()) {
            return .5;
        }
        Effect effect = Objects.requireNonNull(EFFECTS.get(kind), kind);
        return meetsNeed(person, kind, month) ? effect.needed : effect.otherwise;
    }

    private boolean meetsNeed(Person person, String kind, int month) {
        return switch (kind) {
            case "raise" -> pressure.payGap(person, month) > .08;
            case "promotion" -> month - person.promotedMonth > 24;
            case "flexibility" -> person.overtime > 24;
            case "project" -> person.traits.skill() > .4;
            default -> person.traits.skill() < -.6;
        };
    }

    private Outlook outlook(Person person, double lasting, int month) {
        return Outlook.from(person.intent, ahead -> pressure.chances(person, lasting, month, ahead));
    }
}
