package org.holdfast.core.risk.runs;

import java.util.List;
import java.util.Optional;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.risk.effect.ActionEffect;
import org.holdfast.core.risk.effect.ActionEffects;
import org.holdfast.core.risk.effect.EffectStudy;
import org.holdfast.core.risk.effect.EffectTable;
import org.holdfast.core.risk.effect.EffectTable.StoredStudy;
import org.holdfast.core.risk.effect.StudyRules;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.runs.RiskRuns.Ending;
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
    private final EffectTable effects;

    EffectMeasuring(Scoring.Inputs inputs, SettingsTable settings, Scoring scoring, EffectTable effects) {
        this.inputs = inputs;
        this.settings = settings;
        this.scoring = scoring;
        this.effects = effects;
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
        List<PersonSeries> people = scoring.load(firm.get(), industry.get(), JobProgress.SILENT);
        FeatureRun features = new LawfulFeatures(inputs).run(firm.get(), industry.get(), run.asOf(), people);
        EffectStudy study = ActionEffects.measure(engine.get(), industry.get(), features, people, rules)
                .study(people, rules);
        effects.keep(new StoredStudy(run.subsidiaryId(), run.asOf(), study));
        int actions = study.effects().stream().mapToInt(ActionEffect::people).sum();
        return new Ending(actions == 0 ? "noActions" : "measured", actions);
    }
}
