package org.holdfast.core.retention;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.CostInputs;
import org.jspecify.annotations.Nullable;

/**
 * Which of many people an alert is worth most for: the probability of an exit times what losing the person would cost. It does not
 * say what an action would do, about which too little is known of most people. Whose pay is not known, must not be used, or stands
 * in another currency than most, counts with the median pay of the others, neither first nor last for it.
 */
final class ExpectedBenefit {
    private final People people;
    private final PayUse lawful;

    /** Says whether somebody's pay may be used today. */
    @FunctionalInterface
    interface PayUse {

        /** Says it of a person. */
        boolean of(UUID subsidiaryId, UUID personId);
    }

    ExpectedBenefit(People people, PayUse lawful) {
        this.people = people;
        this.lawful = lawful;
    }

    /** Returns people of a subsidiary, the greatest benefit first; of equal ones the higher score, then by random id. */
    List<RiskScore> order(List<RiskScore> scores, CostInputs inputs) {
        Map<UUID, Employee> known = new HashMap<>();
        for (RiskScore score : scores) {
            people.employee(score.personId()).ifPresent(employee -> known.put(score.personId(), employee));
        }
        Map<UUID, Double> pay = pay(known);
        double median = median(pay);
        Map<UUID, Double> benefits = new HashMap<>();
        for (RiskScore score : scores) {
            double annual = pay.getOrDefault(score.personId(), median);
            benefits.put(score.personId(), score.probability() * cost(annual, known.get(score.personId()), inputs));
        }
        return scores.stream()
                .sorted(Comparator.comparing((RiskScore score) -> benefits.get(score.personId()))
                        .thenComparing(RiskScore::margin)
                        .reversed()
                        .thenComparing(RiskScore::personId))
                .toList();
    }

    private static double cost(double annual, @Nullable Employee employee, CostInputs inputs) {
        boolean keyPost = employee != null && employee.post().keyPost();
        CostInputs.CostOfLoss cost = inputs.of(annual, "", keyPost);
        return (cost.low() + cost.high()) / 2;
    }

    private Map<UUID, Double> pay(Map<UUID, Employee> known) {
        Map<UUID, Employee.Terms> usable = new HashMap<>();
        known.forEach((person, employee) -> {
            if (!Double.isNaN(employee.terms().basePay()) && lawful.of(employee.subsidiaryId(), person)) {
                usable.put(person, employee.terms());
            }
        });
        String usual = usable.values().stream()
                .collect(Collectors.groupingBy(Employee.Terms::currency, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        return usable.entrySet().stream()
                .filter(entry -> entry.getValue().currency().equals(usual))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().basePay()));
    }

    /** Returns the middle of what is known; 1 where nothing is, so that the probability alone decides. */
    private static double median(Map<UUID, Double> pay) {
        List<Double> sorted = pay.values().stream().sorted().toList();
        return sorted.isEmpty() ? 1 : sorted.get(sorted.size() / 2);
    }
}
