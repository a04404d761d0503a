package org.holdfast.core.privacy.breach;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.GaugeSource;
import org.holdfast.core.privacy.breach.BreachStep.Whom;

/** How many breaches wait to be told, for whoever watches the server. */
final class BreachGauges implements GaugeSource {
    private final Breaches breaches;

    BreachGauges(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public List<Gauge> gauges() {
        Map<UUID, Set<Whom>> settled = breaches.tables().steps().settled();
        int open = 0;
        int warned = 0;
        int overdue = 0;
        for (Breach breach : breaches.tables().breaches().all()) {
            Breaches.Standing standing = breaches.standing(breach, settled);
            open += breach.state() == State.OPEN ? 1 : 0;
            warned += standing.warnedAtHours() == null ? 0 : 1;
            overdue += standing.overdue() ? 1 : 0;
        }
        return List.of(
                new Gauge("holdfast_breaches_open", "Breaches of which somebody has still to be told.", open),
                new Gauge("holdfast_breaches_warned", "Open breaches whose first hours of warning are over.", warned),
                new Gauge(
                        "holdfast_breaches_overdue", "Open breaches of which somebody was not told in time.", overdue));
    }
}
