package org.holdfast.core.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.holdfast.core.insight.Employments.Employment;
import org.holdfast.core.insight.Employments.Traits;

/** What leavers and those who stay are told apart by. */
enum LeaverTrait {
    /** The reason given, of leavers alone. */
    REASON("reason"),
    /** How long somebody had been there; whoever stays moves on from band to band. */
    TENURE("tenure"),
    FAMILY("family"),
    GRADE("grade"),
    LOCATION("location"),
    KEY_POST("keyPost");

    private final String code;

    LeaverTrait(String code) {
        this.code = code;
    }

    /** Years of employment after which the next band begins; the first of them are the ones in which most leave. */
    private enum Tenure {
        UNDER_1("under1", 0, 1),
        FROM_1("from1", 1, 3),
        FROM_3("from3", 3, 5),
        FROM_5("from5", 5, 10),
        FROM_10("from10", 10, 200);

        private final String code;
        private final int from;
        private final int to;

        Tenure(String code, int from, int to) {
            this.code = code;
            this.from = from;
            this.to = to;
        }

        /** Returns the part of an employment that lies in the band. */
        Employment part(Employment employment) {
            LocalDate hired = LocalDate.ofEpochDay(employment.first());
            long first = hired.plusYears(from).toEpochDay();
            long next = hired.plusYears(to).toEpochDay();
            boolean leavesInIt = employment.last() < next;
            return new Employment(
                    first,
                    Math.min(employment.last(), next - 1),
                    employment.voluntary() && leavesInIt,
                    employment.traits());
        }
    }

    /** Months that are looked at together. */
    record Span(YearMonth from, YearMonth to) {

        long days() {
            return last() - first() + 1;
        }

        private long first() {
            return from.atDay(1).toEpochDay();
        }

        private long last() {
            return to.atEndOfMonth().toEpochDay();
        }

        LeaverPart part(Employment employment) {
            long days = employment.days(first(), last());
            boolean left = employment.voluntary() && employment.leavesIn(first(), last());
            return new LeaverPart(days, left ? 1 : 0);
        }
    }

    String code() {
        return code;
    }

    /** Returns the place of a band of tenure among the others. */
    static int tenure(String name) {
        return Arrays.stream(Tenure.values()).map(band -> band.code).toList().indexOf(name);
    }

    /** Says whether groups are of leavers alone, so that nobody who stays is counted. */
    boolean leaversAlone() {
        return this == REASON;
    }

    /** Adds employments up by group; what is not known about somebody is the group without a name. */
    Map<String, LeaverPart> split(Iterable<Employment> employments, Span span) {
        Map<String, LeaverPart> parts = new TreeMap<>();
        for (Employment employment : employments) {
            if (this == TENURE) {
                byTenure(employment, span, parts);
            } else {
                add(parts, group(employment.traits()), span.part(employment));
            }
        }
        return parts;
    }

    private String group(Traits traits) {
        return switch (this) {
            case REASON -> traits.reason();
            case FAMILY -> traits.family();
            case GRADE -> traits.grade();
            case LOCATION -> traits.location();
            case KEY_POST -> traits.keyPost() ? "keyPost" : "otherPost";
            case TENURE -> "";
        };
    }

    private void byTenure(Employment employment, Span span, Map<String, LeaverPart> parts) {
        if (employment.first() == Employment.LONG_AGO) {
            add(parts, "", span.part(employment));
            return;
        }
        for (Tenure band : Tenure.values()) {
            Employment part = band.part(employment);
            if (part.last() >= part.first()) {
                add(parts, band.code, span.part(part));
            }
        }
    }

    private void add(Map<String, LeaverPart> parts, String name, LeaverPart part) {
        LeaverPart counted = leaversAlone() ? new LeaverPart(0, part.exits()) : part;
        if (!counted.isNothing()) {
            parts.merge(name, counted, LeaverPart::plus);
        }
    }
}
