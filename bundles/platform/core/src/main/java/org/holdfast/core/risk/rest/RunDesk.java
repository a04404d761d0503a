package org.holdfast.core.risk.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.basis.ScoringPermission;
import org.holdfast.core.risk.backtest.BacktestPlan;
import org.holdfast.core.risk.runs.RiskRuns;
import org.holdfast.core.risk.runs.RiskSource;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.RunTable;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;

/**
 * Starts and shows runs.
 *
 * @param source firms
 * @param starter does runs
 * @param kept the runs with their state and what back-tests came to
 * @param executor on whose threads runs are done
 * @param clock the time
 * @param permission whether a subsidiary's people may be scored
 */
public record RunDesk(
        RiskSource source,
        RiskRuns starter,
        RiskRuns.Tables kept,
        Executor executor,
        Clock clock,
        ScoringPermission permission) {

    RunTable runs() {
        return kept.runs();
    }

    Optional<Firm> firm(UUID subsidiaryId) {
        return source.firm(subsidiaryId);
    }

    LocalDate today(Firm firm) {
        return LocalDate.ofInstant(clock.instant(), firm.zone());
    }

    /** Refuses where nobody of the subsidiary may be scored. */
    void requirePermission(UUID subsidiaryId) {
        permission.refusal(subsidiaryId).ifPresent(refusal -> {
            throw RestException.of(RiskError.of(refusal), "Nobody of this subsidiary may be scored.");
        });
    }

    Run startBacktest(UUID subsidiaryId, BacktestPlan plan) {
        return starter.startBacktest(subsidiaryId, plan, executor);
    }

    Run start(UUID subsidiaryId, Kind kind, LocalDate asOf) {
        return starter.start(subsidiaryId, kind, asOf, executor);
    }
}
