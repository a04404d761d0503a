package org.holdfast.core.risk.effect;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.PersonSeries.Answer;

/**
 * Finds how long a raise alone holds, from answers to surveys about the intention to leave: the month from which the answers of
 * those who took a counter-offer alone rise above those of people who were promoted with it. Both had resigned and were held, so
 * they begin alike; exits would show the same some months later and in far fewer people. Each answer counts against what everybody
 * answered in the same month. The interval is a bootstrap over people (Efron 1979, Annals of Statistics 7).
 */
final class RaiseAloneStudy {
    private static final int MONTHS = 12;
    private static final int LAST_TURN = 10;
    private static final double DAYS_A_MONTH = 30.4375;
    private static final int FEWEST_PEOPLE = 50;
    private static final int FEWEST_ANSWERS = 5;
    private static final int RESAMPLES = 400;
    private static final double TAIL = .025;

    private final List<PersonSeries> people;
    private final StudyRules rules;
    private final Map<YearMonth, double[]> usual = new HashMap<>();

    private RaiseAloneStudy(List<PersonSeries> people, StudyRules rules) {
        this.people = people;
        this.rules = rules;
    }

    /**
     * Finds it.
     *
     * @param people everybody, those who have left included
     * @param answered whose answers may be used
     * @param rules the last day that is known, and the seed
     * @return how long it holds; empty where too few answered, or where it does not show that it ends
     */
    static Optional<RaiseAlone> of(Collection<PersonSeries> people, Predicate<UUID> answered, StudyRules rules) {
        return new RaiseAloneStudy(
                        people.stream().filter(one -> answered.test(one.id())).toList(), rules)
                .find();
    }

    private Optional<RaiseAlone> find() {
        for (PersonSeries person : people) {
            for (Answer answer : person.leaveIntentions(rules.lastKnownDay())) {
                double[] sum = usual.computeIfAbsent(YearMonth.from(answer.day()), month -> new double[2]);
                sum[0] += answer.value();
                sum[1]++;
            }
        }
        List<double[][]> alone = new ArrayList<>();
        List<double[][]> promoted = new ArrayList<>();
        for (PersonSeries person : people) {
            person.counterOffers(rules.lastKnownDay()).stream().findFirst().ifPresent(day -> {
                double[][] months = answers(person, day);
                if (Arrays.stream(months).anyMatch(month -> month[0] > 0)) {
                    (SurvivalCurves.promotedWith(person, day, rules.lastKnownDay()) ? promoted : alone).add(months);
                }
            });
        }
        return alone.size() < FEWEST_PEOPLE || promoted.size() < FEWEST_PEOPLE
                ? Optional.empty()
                : find(alone, promoted);
    }

    private Optional<RaiseAlone> find(List<double[][]> alone, List<double[][]> promoted) {
        Optional<TurningPoint> found = turn(alone, promoted);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(rules.seed());
        List<TurningPoint> again = IntStream.range(0, RESAMPLES)
                .mapToObj(i -> turn(drawn(alone, random), drawn(promoted, random)))
                .flatMap(Optional::stream)
                .toList();
        if (again.size() < (1 - TAIL) * RESAMPLES) {
            // In too many samples nothing rises: that it ends at all may be chance.
            return Optional.empty();
        }
        double[] turns = again.stream().mapToDouble(TurningPoint::at).sorted().toArray();
        return Optional.of(new RaiseAlone(
                found.get().at(),
                turns[(int) (TAIL * turns.length)],
                turns[(int) Math.ceil((1 - TAIL) * turns.length) - 1],
                alone.size(),
                promoted.size()));
    }

    /** A person's answers by month since a day: how many, their sum, the sum of their squares. */
    private double[][] answers(PersonSeries person, LocalDate from) {
        double[][] months = new double[MONTHS][3];
        for (Answer answer : person.leaveIntentions(rules.lastKnownDay())) {
            int month = (int) Math.floor((answer.day().toEpochDay() - from.toEpochDay()) / DAYS_A_MONTH);
            double[] sum = usual.getOrDefault(YearMonth.from(answer.day()), new double[] {0, 1});
            if (month >= 0 && month < MONTHS) {
                double above = answer.value() - sum[0] / sum[1];
                months[month][0]++;
                months[month][1] += above;
                months[month][2] += above * above;
            }
        }
        return months;
    }

    private static List<double[][]> drawn(List<double[][]> from, SplittableRandom random) {
        return IntStream.range(0, from.size())
                .mapToObj(i -> from.get(random.nextInt(from.size())))
                .toList();
    }

    private static Optional<TurningPoint> turn(List<double[][]> alone, List<double[][]> promoted) {
        double[] x = new double[MONTHS];
        double[] y = new double[MONTHS];
        double[] weights = new double[MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            Mean one = Mean.of(alone, month);
            Mean other = Mean.of(promoted, month);
            x[month] = month + .5;
            if (one.count >= FEWEST_ANSWERS && other.count >= FEWEST_ANSWERS) {
                y[month] = one.mean - other.mean;
                weights[month] = 1 / (one.variance + other.variance);
            }
        }
        return Arrays.stream(weights).filter(weight -> weight > 0).count() < MONTHS / 2
                ? Optional.empty()
                : TurningPoint.of(x, y, weights, LAST_TURN);
    }

    private record Mean(double count, double mean, double variance) {
        /** Answers that happen to be equal are no surer than a tenth of a point. */
        private static final double LEAST_VARIANCE = .01;

        static Mean of(List<double[][]> people, int month) {
            double count = 0;
            double sum = 0;
            double squares = 0;
            for (double[][] person : people) {
                count += person[month][0];
                sum += person[month][1];
                squares += person[month][2];
            }
            double mean = sum / count;
            return new Mean(count, mean, Math.max(LEAST_VARIANCE, squares / count - mean * mean) / count);
        }
    }
}
