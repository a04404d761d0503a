package org.holdfast.core.risk.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.api.signal.SignalKind;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.features.FeatureTable.Evidence;

/**
 * Computes the features of an industry model for the people of a subsidiary as of a day, from what was known by the end of
 * that day and what the gate lets through. What is held back is missing.
 *
 * <p>Safe for use from many threads.
 */
public final class FeatureRun {
    private static final int EVIDENCE_DAYS = 365;

    private final UUID subsidiaryId;
    private final SignalGate gate;
    private final Surroundings surroundings;
    private final List<FeatureColumn> columns = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<SignalDefinition> evidenceSignals = new ArrayList<>();

    /**
     * Plans a run.
     *
     * @param model the industry model
     * @param subsidiaryId the subsidiary
     * @param gate what may be used
     * @param surroundings what the subsidiary tells about its people
     */
    public FeatureRun(IndustryModel model, UUID subsidiaryId, SignalGate gate, Surroundings surroundings) {
        this.subsidiaryId = subsidiaryId;
        this.gate = gate;
        this.surroundings = surroundings;
        SignalTypes types = SignalTypes.of(model);
        Map<String, List<Indexed>> bySignal = new LinkedHashMap<>();
        for (FeatureDefinition feature : model.features()) {
            bySignal.computeIfAbsent(feature.signal(), signal -> new ArrayList<>())
                    .add(new Indexed(columns.size(), feature));
            columns.add(new FeatureColumn(feature.code(), feature.direction()));
        }
        bySignal.forEach((signal, features) -> types.find(signal).ifPresent(type -> {
            groups.add(new Group(type, features));
            if (!DerivedSignals.knows(signal) && !signal.equals("resume.intent")) {
                evidenceSignals.add(type);
            }
        }));
    }

    /**
     * Returns the columns.
     *
     * @return in the order of the industry model
     */
    public List<FeatureColumn> columns() {
        return List.copyOf(columns);
    }

    /**
     * Returns who was employed on a day, as far as was known by then.
     *
     * @param day the day
     * @param people some people
     * @return those employed, in the same order
     */
    public static List<PersonSeries> employed(LocalDate day, Collection<PersonSeries> people) {
        int epochDay = Math.toIntExact(day.toEpochDay());
        return people.stream().filter(person -> person.employed(epochDay)).toList();
    }

    /**
     * Computes rows.
     *
     * @param day as of which day
     * @param people whose rows; those not employed on the day are left out
     * @return the rows, in the order of the people
     */
    public FeatureTable asOf(LocalDate day, Collection<PersonSeries> people) {
        int epochDay = Math.toIntExact(day.toEpochDay());
        List<PersonSeries> employed = employed(day, people);
        double[] values = new double[employed.size() * columns.size()];
        List<UUID> ids = new ArrayList<>(employed.size());
        List<Evidence> evidence = new ArrayList<>(employed.size());
        for (int i = 0; i < employed.size(); i++) {
            PersonView view = view(employed.get(i), day, epochDay);
            fill(view, values, i * columns.size());
            ids.add(view.person().id());
            evidence.add(evidence(view));
        }
        return new FeatureTable(day, columns, ids, values, evidence);
    }

    /**
     * Looks up what reasons about a person say: the value of a feature's window and the one before.
     *
     * @param person the person
     * @param day as of which day
     * @return gives the reading of a feature; NaN where it is not known or held back
     */
    public Function<FeatureDefinition, Reading> readings(PersonSeries person, LocalDate day) {
        PersonView view = view(person, day, Math.toIntExact(day.toEpochDay()));
        return feature -> groups.stream()
                .filter(group -> group.type.code().equals(feature.signal()) && view.sees(group.type.category()))
                .findFirst()
                .map(group -> Reading.of(view, group.type, feature))
                .orElse(Reading.NOTHING);
    }

    private PersonView view(PersonSeries person, LocalDate day, int epochDay) {
        return new PersonView(person, epochDay, gate.categories(subsidiaryId, person.id(), day), surroundings);
    }

    private void fill(PersonView view, double[] values, int offset) {
        for (Group group : groups) {
            if (!view.sees(group.type.category())) {
                group.features.forEach(feature -> values[offset + feature.column] = Double.NaN);
            } else if (DerivedSignals.knows(group.type.code())) {
                double value = DerivedSignals.value(group.type.code(), view);
                group.features.forEach(feature -> values[offset + feature.column] = value);
            } else {
                WindowFormula formula = formula(view, group.type);
                group.features.forEach(feature -> values[offset + feature.column] = formula.value(feature.definition));
            }
        }
    }

    static WindowFormula formula(PersonView view, SignalDefinition type) {
        SignalKind kind = type.kind();
        return new WindowFormula(view.series(type.code()), kind, view.day(), view.observed(type.code()));
    }

    private Evidence evidence(PersonView view) {
        int signals = 0;
        int first = view.day();
        Set<DataCategory> withheld = EnumSet.noneOf(DataCategory.class);
        for (SignalDefinition signal : evidenceSignals) {
            if (!view.sees(signal.category())) {
                withheld.add(signal.category());
                continue;
            }
            Series series = view.series(signal.code());
            int rows = series.upTo(view.day());
            if (rows > 0) {
                first = Math.min(first, series.day(0));
                // A level holds until the next one; an occurrence of long ago says nothing about today.
                boolean fresh = series.day(rows - 1) > view.day() - EVIDENCE_DAYS;
                signals += fresh || signal.kind() == SignalKind.LEVEL ? 1 : 0;
            }
        }
        return new Evidence(signals, view.day() - first, withheld);
    }

    private record Indexed(int column, FeatureDefinition definition) {}

    private record Group(SignalDefinition type, List<Indexed> features) {}
}
