package org.holdfast.core.risk.runs;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.holdfast.core.people.People;
import org.holdfast.core.risk.features.Market;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.MarketPay;
import org.holdfast.core.signals.SignalStore;

/** Reads people and facts from the rooms that keep them. Safe for use from many threads. */
public final class StoredRiskSource implements RiskSource {
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private final People people;
    private final SignalStore signals;
    private final MarketPay pay;

    /**
     * Creates it.
     *
     * @param people who works where
     * @param signals what is known about them
     * @param pay what the market pays
     */
    public StoredRiskSource(People people, SignalStore signals, MarketPay pay) {
        this.people = people;
        this.signals = signals;
        this.pay = pay;
    }

    @Override
    public Optional<Firm> firm(UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId).map(found -> new Firm(found.id(), found.industry(), found.timezone()));
    }

    @Override
    public List<UUID> people(UUID subsidiaryId) {
        return people.ids(subsidiaryId);
    }

    @Override
    public void facts(UUID subsidiaryId, Collection<UUID> persons, BiConsumer<UUID, List<Fact>> action) {
        signals.readAll(subsidiaryId, persons, BEGINNING, action);
    }

    @Override
    public Market market() {
        return (post, day) -> pay.median(
                        new MarketPay.Wanted(
                                post.position(), post.family(), post.location(), post.grade(), post.currency()),
                        day)
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }
}
