package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.retention.plans.Money;
import org.holdfast.core.retention.plans.MoneyForm;
import org.holdfast.core.retention.programmes.Programme.Action;
import org.holdfast.core.retention.programmes.ProgrammeFields.ActionFields;
import org.holdfast.core.retention.programmes.ProgrammeFields.Sum;
import org.holdfast.core.retention.programmes.ProgrammeFields.TermFields;
import org.jspecify.annotations.Nullable;

/** Checks what somebody writes of a programme, and names every field that is wrong. For one use. */
final class ProgrammeForm {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_ACTIONS = 20;

    private final List<FieldError> errors = new ArrayList<>();
    private final WorkingCalendar calendar;
    private final LocalDate today;

    /**
     * Takes when its owner works.
     *
     * @param calendar the owner's days of work
     * @param today today
     */
    ProgrammeForm(WorkingCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * Reads what a programme is about.
     *
     * @param fields what somebody wrote
     * @param units the departments of its subsidiary
     * @param before as it was, null for a new one: days that are left as they were are not checked anew
     * @return the content
     */
    Programme.Content read(ProgrammeFields fields, Set<UUID> units, Programme.@Nullable Content before) {
        Cohort cohort = fields.cohort() == null ? Cohort.ALL : fields.cohort();
        errors.addAll(CohortForm.check(cohort, units));
        if (fields.teamId() != null && !cohort.departmentIds().contains(fields.teamId())) {
            wrong("cohort.departmentIds", "missing");
        }
        Programme.Content content = new Programme.Content(
                template(fields.template()),
                text("title", fields.title(), LONGEST_TITLE, true),
                text("reason", fields.reason(), LONGEST_REASON, false),
                cohort,
                actions(fields.actions(), before),
                terms(fields.terms(), before));
        oneCurrency(content);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return content;
    }

    private String template(@Nullable String code) {
        String asked = code == null ? "" : code;
        if (!asked.isEmpty() && ProgrammeTemplate.ofCode(asked).isEmpty()) {
            wrong("template", "unknown");
        }
        return asked;
    }

    private List<Action> actions(@Nullable List<ActionFields> written, Programme.@Nullable Content before) {
        List<ActionFields> all = written == null ? List.of() : new ArrayList<>(written);
        if (all.size() > MOST_ACTIONS) {
            wrong("actions", "tooMany");
            return List.of();
        }
        Map<UUID, Action> known = before == null
                ? Map.of()
                : before.actions().stream().collect(Collectors.toMap(Action::id, Function.identity()));
        List<Action> read = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            ActionFields one = all.get(at);
            String path = "actions[" + at + "]";
            if (one == null) {
                wrong(path, "missing");
            } else {
                read.add(action(one, known, path));
            }
        }
        if (read.stream().map(Action::id).distinct().count() < read.size()) {
            wrong("actions", "unknown");
        }
        return read;
    }

    private Action action(ActionFields one, Map<UUID, Action> known, String path) {
        Action was = one.id() == null ? null : known.get(one.id());
        if (one.id() != null && was == null) {
            wrong(path + ".id", "unknown");
        }
        return new Action(
                was == null ? UUID.randomUUID() : was.id(),
                kind(one.kind(), path),
                text(path + ".title", one.title(), LONGEST_TITLE, true),
                !Boolean.FALSE.equals(one.each()),
                sum(path + ".cost", one.cost()),
                was == null ? 0 : was.done());
    }

    private ActionKind kind(@Nullable String code, String path) {
        return ActionKind.ofCode(code == null ? "" : code).orElseGet(() -> {
            wrong(path + ".kind", code == null || code.isEmpty() ? "missing" : "unknown");
            return ActionKind.CONVERSATION;
        });
    }

    private Programme.Terms terms(@Nullable TermFields fields, Programme.@Nullable Content before) {
        if (fields == null) {
            return new Programme.Terms(null, null, null);
        }
        Programme.Terms was = before == null ? new Programme.Terms(null, null, null) : before.terms();
        LocalDate startOn = fields.startOn();
        LocalDate dueOn = fields.dueOn();
        if (startOn != null && !startOn.equals(was.startOn()) && startOn.isBefore(today)) {
            wrong("terms.startOn", "past");
        }
        if (dueOn != null && !dueOn.equals(was.dueOn())) {
            checkDue(dueOn);
        }
        checkOrder(startOn, dueOn);
        return new Programme.Terms(startOn, dueOn, sum("terms.budget", fields.budget()));
    }

    private void checkOrder(@Nullable LocalDate startOn, @Nullable LocalDate dueOn) {
        if (dueOn != null && startOn != null && dueOn.isBefore(startOn)) {
            wrong("terms.dueOn", "beforeStart");
        }
    }

    private void checkDue(LocalDate dueOn) {
        if (dueOn.isBefore(today)) {
            wrong("terms.dueOn", "past");
        } else if (!calendar.works(dueOn)) {
            wrong("terms.dueOn", "dayOff");
        }
    }

    private @Nullable Money sum(String path, @Nullable Sum sum) {
        return sum == null ? null : MoneyForm.read(path, sum.amount(), sum.currency(), errors);
    }

    /** What is spent is one sum, and a budget is compared with it. */
    private void oneCurrency(Programme.Content content) {
        Currency first = content.terms().budget() == null
                ? content.actions().stream()
                        .map(Action::cost)
                        .filter(Objects::nonNull)
                        .map(Money::currency)
                        .findFirst()
                        .orElse(null)
                : content.terms().budget().currency();
        for (int at = 0; at < content.actions().size(); at++) {
            Money cost = content.actions().get(at).cost();
            if (cost != null && !cost.currency().equals(first)) {
                wrong("actions[" + at + "].cost.currency", "otherCurrency");
            }
        }
    }

    private String text(String field, @Nullable String text, int longest, boolean needed) {
        String stripped = text == null ? "" : text.strip();
        if (needed && stripped.isEmpty()) {
            wrong(field, "missing");
        }
        if (stripped.length() > longest) {
            wrong(field, "tooLong");
        }
        return stripped;
    }

    private void wrong(String field, String code) {
        errors.add(FieldError.of(field, code));
    }
}
