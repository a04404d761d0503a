package org.holdfast.core.risk.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.ModelData;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;

/**
 * The log-odds of leaving where nothing is done, learnt from people on whom nothing was done. Each row of the study is told
 * by a model that has not seen the person (cross-fitting; Chernozhukov et al. 2018, Econometrics Journal 21).
 */
final class BaseRisk {
    static final int FOLDS = 3;
    private static final int SHARE_TO_CALIBRATE = 5;

    private final Engine engine;
    private final StudyRules rules;

    BaseRisk(Engine engine, StudyRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /** Fits on all people on whom nothing was done, for people who are not in the study. */
    ModelData model(StudyRows rows) {
        int[] quiet =
                IntStream.range(0, rows.size()).filter(row -> !rows.acted(row)).toArray();
        try (TrainedModel model = fit(Algorithm.XGBOOST, rows, rows.labels(), quiet)) {
            return model.data();
        }
    }

    double[] margins(ModelData data, FeatureMatrix people) {
        try (TrainedModel model = engine.load(data)) {
            return model.margins(people);
        }
    }

    double[] crossFitted(StudyRows rows) {
        int[] all = IntStream.range(0, rows.size()).toArray();
        int[] quiet = Arrays.stream(all).filter(row -> !rows.acted(row)).toArray();
        return crossFitted(Algorithm.XGBOOST, rows, rows.labels(), quiet, all);
    }

    /** Tells the log-odds of an outcome for some rows, by models fitted on other people among those to fit on. */
    double[] crossFitted(Algorithm algorithm, StudyRows rows, double[] outcome, int[] toFit, int... toTell) {
        double[] told = new double[rows.size()];
        Arrays.fill(told, Double.NaN);
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            int[] others =
                    Arrays.stream(toFit).filter(row -> fold(rows, row) != held).toArray();
            int[] own =
                    Arrays.stream(toTell).filter(row -> fold(rows, row) == held).toArray();
            if (own.length == 0) {
                continue;
            }
            try (TrainedModel model = fit(algorithm, rows, outcome, others)) {
                double[] margins = model.margins(rows.matrix(own));
                for (int i = 0; i < own.length; i++) {
                    told[own[i]] = margins[i];
                }
            }
        }
        return told;
    }

    private TrainedModel fit(Algorithm algorithm, StudyRows rows, double[] outcome, int... chosen) {
        LabelledMatrix fit = rows.labelled(
                outcome,
                Arrays.stream(chosen).filter(row -> !toCalibrate(rows, row)).toArray());
        LabelledMatrix calibrate = rows.labelled(
                outcome,
                Arrays.stream(chosen).filter(row -> toCalibrate(rows, row)).toArray());
        return engine.train(new TrainingPlan(algorithm, fit, calibrate, rules.seed(), rules.threads()));
    }

    private int fold(StudyRows rows, int row) {
        return Lots.part(rules.seed(), rows.people().get(row), FOLDS);
    }

    private boolean toCalibrate(StudyRows rows, int row) {
        return Lots.part(rules.seed() + 1, rows.people().get(row), SHARE_TO_CALIBRATE) == 0;
    }
}
