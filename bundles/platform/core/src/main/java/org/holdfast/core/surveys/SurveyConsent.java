package org.holdfast.core.surveys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.ConsentOffers;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.Consents;
import org.holdfast.core.signals.Consents.Consent;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.SignalCatalog;
import org.holdfast.core.signals.SignalStore;
import org.holdfast.core.signals.SignalsArrived;

/**
 * A person's own consent to the use of answers as signals: given and withdrawn by nobody else (PIPL Art. 14 and 15, GDPR Art. 7).
 * Safe for use from many threads.
 */
final class SurveyConsent {
    private static final String SOURCE = "survey";

    private final Consents consents;
    private final ConsentOffers offers;
    private final Stores stores;

    SurveyConsent(Consents consents, ConsentOffers offers, Stores stores) {
        this.consents = consents;
        this.offers = offers;
        this.stores = stores;
    }

    /**
     * Where signals go.
     *
     * @param database the transactions
     * @param vault prepares keys
     * @param signals the facts
     * @param catalog their categories
     * @param news told about whom something became known
     */
    record Stores(Database database, Vault vault, SignalStore signals, SignalCatalog catalog, News news) {}

    /**
     * Tells the room of risk that somebody is to be scored anew.
     *
     * @param arrivals remembers it over a stop
     * @param fire says it now
     */
    record News(Arrivals arrivals, Consumer<SignalsArrived> fire) {}

    /** Says whether the person may be asked at all. */
    boolean offered(Subject person) {
        return offers.asks(person.subsidiaryId(), id(person), DataCategory.SURVEY);
    }

    /** Returns since when the person agrees; empty where they do not. */
    Optional<LocalDate> since(Subject person, LocalDate today) {
        return standing(person, today).stream().map(Consent::from).min(Comparator.naturalOrder());
    }

    void give(Subject person, LocalDate today) {
        requireOffered(person);
        if (standing(person, today).isEmpty()) {
            stores.vault.prepare(person.subsidiaryId(), List.of(id(person)));
            stores.database.run(connection -> {
                consents.put(person, new Consent(DataCategory.SURVEY, Purpose.RETENTION, today, null));
                arrived(person);
            });
        }
    }

    /** Ends the consent and destroys what rests on it: the signals at once, the scores as they are computed anew. */
    void withdraw(Subject person, LocalDate today) {
        stores.database.run(connection -> {
            // From today on nothing rests on it; one that was given today has never counted.
            standing(person, today)
                    .forEach(one -> consents.put(
                            person, new Consent(one.category(), one.purpose(), one.from(), today.minusDays(1))));
            stores.signals.remove(person, this::rests);
            arrived(person);
        });
    }

    /** Keeps an answer as a signal about the person, in the transaction under way. */
    void append(Subject person, Signal signal) {
        Fact.Detail detail = new Fact.Detail(SOURCE, "");
        stores.signals.append(person, List.of(new Fact(signal.code, signal.day, signal.at, signal.value, detail)));
        arrived(person);
    }

    /**
     * What an answer comes to as a signal.
     *
     * @param code of the signal catalogue
     * @param day the day it was given
     * @param at the moment
     * @param value the mean of the items
     */
    record Signal(String code, LocalDate day, Instant at, double value) {}

    /** Refuses where the person has not agreed, or may not be asked any more. */
    void require(Subject person, LocalDate today) {
        requireOffered(person);
        if (standing(person, today).isEmpty()) {
            throw RestException.of(
                    SurveyError.SURVEY_CONSENT_MISSING, "Agree first, or answer without the answer being a signal.");
        }
    }

    private void requireOffered(Subject person) {
        if (!offered(person)) {
            throw RestException.of(
                    SurveyError.CONSENT_NOT_OFFERED, "Where you work answers cannot be used as signals.");
        }
    }

    private boolean rests(Fact fact) {
        return stores.catalog
                .find(fact.signal())
                .map(SignalDefinition::category)
                .filter(DataCategory.SURVEY::equals)
                .isPresent();
    }

    private List<Consent> standing(Subject person, LocalDate today) {
        return consents.of(person).stream()
                .filter(one -> one.category() == DataCategory.SURVEY && one.purpose() == Purpose.RETENTION)
                .filter(one -> one.to() == null || !today.isAfter(one.to()))
                .toList();
    }

    private void arrived(Subject person) {
        stores.news.arrivals().note(person.subsidiaryId(), List.of(id(person)));
        stores.database.afterCommit(() -> stores.news.fire().accept(new SignalsArrived(person.subsidiaryId(), false)));
    }

    private static UUID id(Subject person) {
        return person.personId().orElseThrow();
    }
}
