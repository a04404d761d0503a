package org.holdfast.core.offboarding.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.holdfast.core.access.AccountNames;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Role;
import org.holdfast.core.offboarding.cases.OfficesFields.OfficeFields;
import org.holdfast.core.offboarding.cases.OfficesView.HandlerView;
import org.holdfast.core.offboarding.cases.OfficesView.OfficeView;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;

/** Names the accounts that do the tasks of offices. Safe for use from many threads. */
final class OfficeDesk {
    private static final List<FlowOffice> NAMED =
            List.of(FlowOffice.IT, FlowOffice.FINANCE, FlowOffice.ADMINISTRATION, FlowOffice.LEGAL);

    private final OfficeTable table;
    private final Recipients recipients;
    private final AccountNames names;

    OfficeDesk(OfficeTable table, Recipients recipients, AccountNames names) {
        this.table = table;
        this.recipients = recipients;
        this.names = names;
    }

    OfficesView of(UUID subsidiaryId) {
        Map<FlowOffice, Set<UUID>> named = table.all().getOrDefault(subsidiaryId, Map.of());
        List<OfficeView> offices = NAMED.stream()
                .map(office -> new OfficeView(office.code(), views(named.getOrDefault(office, Set.of()))))
                .toList();
        return new OfficesView(subsidiaryId, version(named), offices, views(handlers(subsidiaryId)));
    }

    OfficesView set(UUID subsidiaryId, OfficesFields fields) {
        Map<FlowOffice, Collection<UUID>> wanted = wanted(subsidiaryId, fields);
        if (!version(table.all().getOrDefault(subsidiaryId, Map.of())).equals(fields.version())) {
            throw RestException.of(
                    OffboardingError.OFFICES_CHANGED,
                    "Somebody else has changed it meanwhile: look at what they did, then try again.");
        }
        table.write(subsidiaryId, wanted);
        return of(subsidiaryId);
    }

    private Map<FlowOffice, Collection<UUID>> wanted(UUID subsidiaryId, OfficesFields fields) {
        Set<UUID> handlers = handlers(subsidiaryId);
        Map<FlowOffice, Collection<UUID>> wanted = new EnumMap<>(FlowOffice.class);
        List<FieldError> errors = new ArrayList<>();
        List<OfficeFields> offices = fields.offices() == null ? List.of() : fields.offices();
        for (int i = 0; i < offices.size(); i++) {
            OfficeFields one = offices.get(i);
            List<UUID> accounts = one.accountIds() == null ? List.of() : one.accountIds();
            Optional<FlowOffice> office = one.office() == null ? Optional.empty() : FlowOffice.ofCode(one.office());
            if (office.filter(NAMED::contains).isEmpty()) {
                errors.add(FieldError.of("offices[" + i + "].office", "notOneOf"));
            } else if (!handlers.containsAll(accounts)) {
                errors.add(FieldError.of("offices[" + i + "].accountIds", "unknown"));
            } else {
                wanted.put(office.get(), accounts);
            }
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return wanted;
    }

    private Set<UUID> handlers(UUID subsidiaryId) {
        Set<UUID> found = new TreeSet<>();
        recipients.of(Role.TASK_HANDLER, subsidiaryId).forEach(recipient -> found.add(recipient.account()));
        return found;
    }

    private List<HandlerView> views(Collection<UUID> accounts) {
        return accounts.stream()
                .map(id -> new HandlerView(id, names.of(id).orElse("")))
                .filter(view -> !view.name().isEmpty())
                .sorted(Comparator.comparing(HandlerView::name).thenComparing(HandlerView::id))
                .toList();
    }

    /** Equal for equal offices, so that nothing has to be counted. */
    private static String version(Map<FlowOffice, Set<UUID>> named) {
        Map<String, Set<UUID>> sorted = new TreeMap<>();
        named.forEach((office, accounts) -> sorted.put(office.code(), new TreeSet<>(accounts)));
        return Integer.toHexString(sorted.toString().hashCode());
    }
}
