package org.holdfast.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An observer who learns from half of the alerts which of them rest on a job site, and guesses for the other half. The
 * observer sees every word, number, place in the list and moment the superior sees; the band, which a superior is told, is
 * the same for all.
 *
 * <p>Where job-site data is among the reasons fewer come from within the firm, as in life: together they carry the score over
 * the threshold. Data arrives at every hour of every day.
 */
@Tag("O3")
class ManagerObserverTest {
    private static final int MANAGERS = 60;
    private static final int PEOPLE_EACH = 20;
    private static final int WEEKS = 8;
    private static final double CHANCE = 0.5;

    private final RetentionWorld world = new RetentionWorld();
    private final Random random = new Random(20_261_126);
    private final Map<UUID, Boolean> outside = new HashMap<>();
    private final Map<UUID, UUID> managers = new HashMap<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void superiorsViewTellsNoMoreThanChanceWhatHrsViewTellsAtOnce() {
        live();

        double superior = guessed(this::asManager);
        double hr = guessed(alert -> RetentionWorld.hr());

        assertThat(outside).hasSizeGreaterThan(1_000);
        assertThat(superior).as("share the superior guesses").isCloseTo(CHANCE, within(0.05));
        assertThat(hr).as("share HR knows").isGreaterThan(0.95);
    }

    /** Alerts open over some weeks, and are delivered in the mornings. */
    private void live() {
        List<UUID> people = new ArrayList<>();
        for (int m = 0; m < MANAGERS; m++) {
            UUID manager = world.staff.hire(world.firm, null);
            for (int p = 0; p < PEOPLE_EACH; p++) {
                UUID person = world.staff.hire(world.firm, manager);
                people.add(person);
                managers.put(person, manager);
            }
        }
        Instant start = Instant.parse(RetentionWorld.MONDAY);
        List<Instant> moments = new ArrayList<>(people.stream()
                .map(person -> start.plusSeconds(
                        random.nextInt((int) Duration.ofDays(7 * WEEKS).toSeconds())))
                .sorted()
                .toList());
        for (int at = 0; at < people.size(); at++) {
            // As the sweep does, which goes every minute, at nine in Shanghai before anything else of that day.
            world.clock.set(moments.get(at).toString());
            world.alerts.deliver();
            boolean jobSite = random.nextBoolean();
            outside.put(people.get(at), jobSite);
            world.cross(people.get(at), Band.LOW, Band.HIGH, reasons(jobSite).toArray(Reason[]::new));
        }
        world.clock.set(start.plus(Duration.ofDays(7 * WEEKS + 4)).toString());
        world.alerts.deliver();
    }

    private List<Reason> reasons(boolean jobSite) {
        List<Reason> inner = new ArrayList<>(List.of(
                RetentionWorld.reason("attendance.leave_days", DataCategory.ATTENDANCE, 0.8),
                RetentionWorld.reason("performance.rating", DataCategory.PERFORMANCE, 0.6),
                RetentionWorld.reason("attendance.overtime_hours", DataCategory.ATTENDANCE, 0.5),
                RetentionWorld.reason("project.delay", DataCategory.PROJECT, 0.5),
                RetentionWorld.reason("profile.payToMarket", DataCategory.PAY, 0.4)));
        Collections.shuffle(inner, random);
        List<Reason> found = new ArrayList<>(inner.subList(0, jobSite ? random.nextInt(2) : 2 + random.nextInt(3)));
        if (jobSite) {
            found.add(0, RetentionWorld.reason("resume.update", DataCategory.JOB_SITE, 1.9));
        }
        return found;
    }

    private Visibility asManager(Alert alert) {
        return RetentionWorld.manager(managers.get(alert.personId()));
    }

    /** Returns which share of the alerts an observer with that sight guesses. */
    private double guessed(java.util.function.Function<Alert, Visibility> sight) {
        List<Seen> seen = new ArrayList<>();
        Map<UUID, Map<UUID, Integer>> places = new HashMap<>();
        List<Alert> all = world.alerts.all();
        for (Alert alert : all) {
            Visibility observer = sight.apply(alert);
            Map<UUID, Integer> list = places.computeIfAbsent(
                    observer.caller().employeeId().orElse(new UUID(0, 0)), id -> order(all, observer));
            Set<String> clues = new HashSet<>();
            JsonNode view = ToldJson.tree(world.reader.whole(alert, observer, "en"), observer);
            clues(view, "", clues);
            clues.add("place in the day " + list.get(alert.id()));
            clues.add("weekday "
                    + world.reader
                            .seenAt(alert, observer)
                            .atZone(java.time.ZoneOffset.UTC)
                            .getDayOfWeek());
            seen.add(new Seen(clues, outside.getOrDefault(alert.personId(), false)));
        }
        Collections.shuffle(seen, random);
        int half = seen.size() / 2;
        return Observer.learn(seen.subList(0, half)).right(seen.subList(half, seen.size()));
    }

    /** Which place an alert has among those that the observer sees of the same moment. */
    private Map<UUID, Integer> order(List<Alert> all, Visibility observer) {
        Map<Instant, Integer> counts = new HashMap<>();
        Map<UUID, Integer> places = new HashMap<>();
        for (Alert alert : world.reader.visible(all, observer)) {
            places.put(alert.id(), counts.merge(world.reader.seenAt(alert, observer), 1, Integer::sum));
        }
        return places;
    }

    /** Every value with its place in the answer, but for what is another for everybody anyway: ids, names and numbers. */
    private static void clues(JsonNode node, String place, Set<String> into) {
        if (place.matches(".*(/id|/employee/.*|/name)")) {
            return;
        }
        if (node.isContainerNode()) {
            into.add(place + " has " + node.size());
            node.properties().forEach(entry -> clues(entry.getValue(), place + '/' + entry.getKey(), into));
            for (int i = 0; node.isArray() && i < node.size(); i++) {
                clues(node.get(i), place + "/#", into);
            }
        } else {
            String value = node.asText().replaceAll("Name E\\d+", "");
            // Of a moment the hour is a clue; the day alone is another for every batch.
            into.add(place + '=' + value.replaceAll("\\d{4}-\\d\\d-\\d\\d", ""));
        }
    }

    /**
     * One alert as an observer saw it.
     *
     * @param clues what could be a hint
     * @param outside whether it rests on a job site
     */
    private record Seen(Set<String> clues, boolean outside) {}

    /** Naive Bayes with Laplace's rule over all clues. */
    private record Observer(Map<String, int[]> counts, int[] classes) {
        static Observer learn(List<Seen> examples) {
            Map<String, int[]> counts = new HashMap<>();
            int[] classes = new int[2];
            for (Seen one : examples) {
                int side = one.outside() ? 1 : 0;
                classes[side]++;
                one.clues().forEach(clue -> counts.computeIfAbsent(clue, c -> new int[2])[side]++);
            }
            return new Observer(counts, classes);
        }

        double right(List<Seen> others) {
            return others.stream().filter(one -> guess(one) == one.outside()).count() / (double) others.size();
        }

        private boolean guess(Seen one) {
            double odds = Math.log((classes[1] + 1.0) / (classes[0] + 1.0));
            for (Map.Entry<String, int[]> clue : counts.entrySet()) {
                double there1 = (clue.getValue()[1] + 1.0) / (classes[1] + 2.0);
                double there0 = (clue.getValue()[0] + 1.0) / (classes[0] + 2.0);
                odds += one.clues().contains(clue.getKey())
                        ? Math.log(there1 / there0)
                        : Math.log((1 - there1) / (1 - there0));
            }
            return odds > 0;
        }
    }
}
