package org.holdfast.engine.xgboost;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.Evaluation;
import org.holdfast.api.engine.EvaluationProtocol;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.LabelledTable;
import org.holdfast.api.engine.Metrics;
import org.holdfast.api.engine.ModelData;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * XGBoost with its native library for trees, Newton's method for logistic regression.
 *
 * <p>The native library belongs to this bundle's class loader, so this bundle is replaced at the next start only.
 */
@Component
public final class XgboostEngine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(XgboostEngine.class);

    @Override
    public String version() {
        return NativeLibrary.version();
    }

    @Override
    public Set<Algorithm> algorithms() {
        return EnumSet.allOf(Algorithm.class);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Where the rows to calibrate on hold fewer than ten leavers or stayers, the model's own log-odds are kept.
     */
    @Override
    public TrainedModel train(TrainingPlan plan) {
        checkBothClasses(plan.fit());
        RawModel raw = learner(plan.algorithm()).fit(plan.fit(), plan.seed(), plan.threads());
        LabelledMatrix calibrate = plan.calibrate();
        PlattScaling scaling = PlattScaling.fit(raw.margins(calibrate.features()), calibrate.labels());
        if (!scaling.fitted()) {
            LOG.info(
                    "The {} model is not calibrated: {} leavers among {} rows, at least {} of each class are needed",
                    plan.algorithm().code(),
                    calibrate.positives(),
                    calibrate.labels().length,
                    PlattScaling.LEAST_PER_CLASS);
        }
        return new CalibratedModel(plan.algorithm(), plan.fit().features().columns(), raw, scaling);
    }

    @Override
    public TrainedModel load(ModelData data) {
        return ModelFormat.read(data);
    }

    @Override
    public Metrics measure(double[] probabilities, double[] labels) {
        return ProbabilityMetrics.of(probabilities, labels);
    }

    @Override
    public Evaluation evaluate(LabelledTable table, EvaluationProtocol protocol) {
        return new BackTest(table, protocol).run();
    }

    static Learner learner(Algorithm algorithm) {
        return switch (algorithm) {
            case LOGISTIC_REGRESSION -> new RidgeLearner();
            case RANDOM_FOREST -> TreeLearner.forest();
            case XGBOOST -> TreeLearner.boosted();
        };
    }

    static void checkBothClasses(LabelledMatrix data) {
        int positives = data.positives();
        if (positives == 0 || positives == data.labels().length) {
            throw new HoldfastException(
                    EngineError.ONE_CLASS_ONLY,
                    "A model cannot be fitted on " + data.labels().length + " rows with " + positives
                            + " leavers; choose rows with leavers and stayers");
        }
    }
}
