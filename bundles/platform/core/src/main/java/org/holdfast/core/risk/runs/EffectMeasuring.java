package org.holdfast.core.risk.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.effect.ActionEffect;
import org.holdfast.core.risk.effect.ActionEffects;
import org.holdfast.core.risk.effect.ActionSource;
import org.holdfast.core.risk.effect.EffectStudy;
import org.holdfast.core.risk.effect.EffectTable.StoredStudy;
import org.holdfast.core.risk.effect.StudyRules;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.PersonSeries.ActionTaken;
import org.holdfast.core.risk.runs.RiskRuns.Ending;
import org.holdfast.core.risk.runs.RiskRuns.LooksBack;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.training.JobProgress;
import org.holdfast.core.risk.training.TrainingRules;

/** Measures what actions did. Only figures about many people are kept; nobody's score changes. */
final class EffectMeasuring {
    private final Scoring.Inputs inputs;
    private final SettingsTable settings;
    private final Scoring scoring;
    private final LooksBack kept;

    EffectMeasuring(Scoring.Inputs inputs, SettingsTable settings, Scoring scoring, LooksBack kept) {
        this.inputs = inputs;
        this.settings = settings;
        this.scoring = scoring;
        this.kept = kept;
    }

    Ending measure(Run run) {
        Optional<Firm> firm = inputs.source().firm(run.subsidiaryId());
        Optional<IndustryModel> industry = firm.flatMap(inputs.capabilities()::industry);
        if (firm.isEmpty() || industry.isEmpty()) {
            return new Ending(RiskRuns.NO_INDUSTRY, 0);
        }
        Optional<Engine> engine = inputs.capabilities().engine(run.subsidiaryId());
        if (engine.isEmpty()) {
            return new Ending(RiskRuns.NO_ENGINE, 0);
        }
        TrainingRules training = RiskRuns.rules(settings.current(run.subsidiaryId()));
        StudyRules rules = new StudyRules(training.horizonDays(), run.asOf(), RiskRuns.SEED, training.threads());
        List<PersonSeries> people = acted(run, scoring.load(firm.get(), industry.get(), JobProgress.SILENT));
        FeatureRun features = new LawfulFeatures(inputs).run(firm.get(), industry.get(), run.asOf(), people);
        EffectStudy study = ActionEffects.measure(engine.get(), industry.get(), features, people, rules)
                .study(people, answered(run, people), rules);
        kept.effects().keep(new StoredStudy(run.subsidiaryId(), run.asOf(), study));
        int actions = study.effects().stream().mapToInt(ActionEffect::people).sum();
        return new Ending(actions == 0 ? "noActions" : "measured", actions);
    }

    /** Whose answers to surveys may be used today. */
    private Predicate<UUID> answered(Run run, List<PersonSeries> people) {
        SignalGate gate = inputs.gate()
                .read(run.subsidiaryId(), people.stream().map(PersonSeries::id).toList());
        return person -> gate.lets(run.subsidiaryId(), person, DataCategory.SURVEY, run.asOf());
    }

    /** Adds what plans know, of those people whose career may be used today. */
    private List<PersonSeries> acted(Run run, List<PersonSeries> people) {
        Map<UUID, List<ActionTaken>> more = new HashMap<>();
        for (ActionSource source : kept.actions()) {
            source.of(run.subsidiaryId())
                    .forEach(action -> more.computeIfAbsent(action.personId(), id -> new ArrayList<>())
                            .add(action));
        }
        SignalGate gate = inputs.gate().read(run.subsidiaryId(), List.copyOf(more.keySet()));
        return people.stream()
                .map(person -> more.containsKey(person.id())
                                && gate.lets(run.subsidiaryId(), person.id(), DataCategory.CAREER, run.asOf())
                        ? person.with(more.getOrDefault(person.id(), List.of()))
                        : person)
                .toList();
    }
}
