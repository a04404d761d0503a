package org.holdfast.core.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.PlanTemplate;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.retention.AlertView.RecipientView;
import org.holdfast.core.risk.runs.Capabilities;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Shows alerts to whoever asks: to HR, who may read scores, and to the superior it was delivered to, with nothing that is
 * older than the delivery. What of it each is told is for the writer of answers. Safe for use from many threads.
 */
final class AlertReader {
    private final Alerts alerts;
    private final People people;
    private final Words words;
    private final SignalGate gate;
    private final Clock clock;

    AlertReader(Alerts alerts, People people, Words words, SignalGate gate, Clock clock) {
        this.alerts = alerts;
        this.people = people;
        this.words = words;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Where the words of papers come from.
     *
     * @param texts all texts
     * @param capabilities knows the industries
     */
    record Words(Texts texts, Capabilities capabilities) {

        String tag(@Nullable String acceptLanguage) {
            return texts.negotiate(acceptLanguage);
        }

        List<Guidance> guidance(Subsidiary subsidiary) {
            return asked(subsidiary, IndustryModel::guidance);
        }

        List<PlanTemplate> plans(Subsidiary subsidiary) {
            return asked(subsidiary, IndustryModel::plans);
        }

        private <T> List<T> asked(Subsidiary subsidiary, Function<IndustryModel, List<T>> what) {
            Firm firm = new Firm(subsidiary.id(), subsidiary.industry(), subsidiary.timezone());
            try {
                return capabilities.industry(firm).map(what).orElse(List.of());
            } catch (HoldfastException e) {
                // The bundle is going; its fault is counted. The paper is shorter, not missing.
                return List.of();
            }
        }
    }

    /** Returns the alerts the caller may see, newest first; what counts for a superior is the delivery. */
    List<Alert> visible(List<Alert> all, Visibility caller) {
        Comparator<Alert> order = Comparator.comparing((Alert alert) -> seenAt(alert, caller))
                .reversed()
                .thenComparing(Alert::id);
        Set<UUID> closed = alerts.conflicts().closedTo(caller);
        return all.stream()
                .filter(alert -> !closed.contains(alert.id()) && may(alert, caller))
                // Whoever is being erased at this moment has no card any more.
                .filter(alert -> people.card(alert.personId()).isPresent())
                .sorted(order)
                .toList();
    }

    /** Finds an alert the caller may see, else answers 404. */
    Alert find(UUID id, Visibility caller) {
        Alert alert = alerts.find(id);
        if (!sees(alert, caller)) {
            throw RestException.notFound();
        }
        return alert;
    }

    /** Shows an alert without its papers. */
    AlertView row(Alert alert, Visibility caller, @Nullable String language) {
        return view(alert, caller, words.tag(language), null);
    }

    /** Shows an alert with its papers; nobody wrote any for what was imported. */
    AlertView whole(Alert alert, Visibility caller, @Nullable String language) {
        String tag = words.tag(language);
        if (alert.imported()) {
            return view(alert, caller, tag, null);
        }
        AlertContent content = alerts.content(alert);
        Optional<Subsidiary> subsidiary = people.subsidiary(alert.subsidiaryId());
        DocumentWriter writer = new DocumentWriter(
                words.texts(), tag, subsidiary.map(words::guidance).orElse(List.of()));
        AlertDocuments.ManagerDocument manager =
                writer.manager(content, card(alert).name(), talkBy(alert));
        AlertDocuments.HrDocument hr = writer.hr(content, told(alert, caller));
        return view(alert, caller, tag, new AlertDocuments(hr, manager));
    }

    /** Returns why an alert was opened, as far as this reader may be told today; strongest first. */
    List<Reason> reasons(Alert alert, Visibility caller) {
        Predicate<DataCategory> told = told(alert, caller);
        return alerts.content(alert).reasons().stream()
                .filter(reason -> told.test(reason.category()))
                .toList();
    }

    private Predicate<DataCategory> told(Alert alert, Visibility caller) {
        UUID subsidiaryId = alert.subsidiaryId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(subsidiaryId));
        return category -> gate.lets(subsidiaryId, alert.personId(), category, today)
                && caller.tells(category.code(), alert.personId(), subsidiaryId);
    }

    /** Returns when the caller may have heard of an alert first. */
    Instant seenAt(Alert alert, Visibility caller) {
        Instant opened = alert.times().openedAt();
        return asHr(alert, caller)
                ? opened
                : alert.deliveredManager().map(Recipient::deliveredAt).orElse(opened);
    }

    boolean sees(Alert alert, Visibility caller) {
        return may(alert, caller) && !alerts.conflicts().bar(alert.id(), caller);
    }

    private static boolean may(Alert alert, Visibility caller) {
        return caller.tells("alerts", alert.personId(), alert.subsidiaryId())
                && (asHr(alert, caller) || asManager(alert, caller));
    }

    ZoneId zone(UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId).<ZoneId>map(Subsidiary::timezone).orElse(ZoneOffset.UTC);
    }

    static boolean asHr(Alert alert, Visibility caller) {
        return caller.has("risk:read", alert.subsidiaryId(), alert.personId());
    }

    private static boolean asManager(Alert alert, Visibility caller) {
        Optional<UUID> self = caller.caller().employeeId();
        return self.isPresent()
                && alert.deliveredManager().map(Recipient::personId).equals(self)
                && caller.maySee(alert.subsidiaryId(), alert.personId());
    }

    private AlertView view(Alert alert, Visibility caller, String tag, @Nullable AlertDocuments documents) {
        AlertContent content = alerts.content(alert);
        boolean lawful = !alert.imported() && lawful(alert, content);
        Instant seen = seenAt(alert, caller);
        String by = alerts.handling(alert).acknowledgedBy();
        return new AlertView(
                alert.id(),
                EmployeeRow.of(card(alert), people),
                alert.state().code(),
                lawful ? content.band().code() : Band.UNKNOWN.code(),
                lawful ? content.score() : null,
                Objects.requireNonNull(moment(alert, seen, seen)),
                moment(alert, alert.times().acknowledgedAt(), seen),
                by.isEmpty() ? null : by,
                moment(alert, alert.times().closedAt(), seen),
                alert.recipients().stream()
                        .map(recipient -> recipient(alert, recipient, tag))
                        .toList(),
                documents,
                alert.imported());
    }

    /** Whether everything the alert's score rests on may be used today. */
    private boolean lawful(Alert alert, AlertContent content) {
        UUID subsidiaryId = alert.subsidiaryId();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone(subsidiaryId));
        SignalGate page = gate.read(subsidiaryId, List.of(alert.personId()));
        return content.reasons().stream()
                .allMatch(reason -> page.lets(subsidiaryId, alert.personId(), reason.category(), today));
    }

    private RecipientView recipient(Alert alert, Recipient recipient, String tag) {
        UUID personId = recipient.personId();
        // A superior who is erased, or who had it before HR took it over, has no name here.
        String name = recipient.role() == Recipient.Role.HR
                ? words.texts().text(tag, "retention.recipient.hr")
                : Optional.ofNullable(personId)
                        .flatMap(people::card)
                        .map(PersonCard::name)
                        .orElse("");
        return new RecipientView(
                recipient.role().code(),
                name,
                Objects.requireNonNull(moment(alert, recipient.deliverAt(), recipient.deliverAt())),
                moment(alert, recipient.deliveredAt(), recipient.deliverAt()),
                recipient.role() == Recipient.Role.MANAGER ? "alerts" : "alertRouting");
    }

    /** Nothing looks older than the reader's first sight of the alert. */
    private @Nullable OffsetDateTime moment(Alert alert, @Nullable Instant at, Instant earliest) {
        if (at == null) {
            return null;
        }
        Instant shown = at.isBefore(earliest) ? earliest : at;
        return shown.atZone(zone(alert.subsidiaryId())).toOffsetDateTime();
    }

    private @Nullable LocalDate talkBy(Alert alert) {
        return alert.deliveredManager()
                .map(manager -> alerts.clock(alert.subsidiaryId(), manager.personId())
                        .dueOn(Objects.requireNonNull(manager.deliveredAt())))
                .orElse(null);
    }

    private PersonCard card(Alert alert) {
        return people.card(alert.personId()).orElseThrow(RestException::notFound);
    }
}
