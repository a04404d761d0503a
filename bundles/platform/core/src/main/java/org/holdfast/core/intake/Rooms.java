package org.holdfast.core.intake;

import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import org.holdfast.core.people.PastCases;
import org.holdfast.core.people.People;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.Consents;
import org.holdfast.core.signals.MarketPayTable;
import org.holdfast.core.signals.SignalCatalog;
import org.holdfast.core.signals.SignalStore;

/**
 * Where rows go.
 *
 * @param people who is there
 * @param register writes people
 * @param signals keeps facts
 * @param catalog the signals there are
 * @param consents keeps consents
 * @param arrivals remembers about whom something became known
 * @param market keeps the market's pay
 * @param past keeps cases from before the product
 * @param families codes of the position families a subsidiary can use
 * @param clock the server's clock
 */
public record Rooms(
        People people,
        StaffRegister register,
        SignalStore signals,
        SignalCatalog catalog,
        Consents consents,
        Arrivals arrivals,
        MarketPayTable market,
        PastCases past,
        Function<Subsidiary, Set<String>> families,
        Clock clock) {

    /** Position families every subsidiary knows; its industry's bundle may add some. */
    public static final Set<String> CORE_FAMILIES =
            Set.of("rd", "qc", "sales", "production", "hr", "finance", "it", "admin", "other");
}
