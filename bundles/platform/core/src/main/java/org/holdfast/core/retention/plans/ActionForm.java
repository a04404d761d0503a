package org.holdfast.core.retention.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.api.industry.PlanTemplate;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Checks what somebody writes of an action, and names every field that is wrong. */
final class ActionForm {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int PERCENT_DECIMALS = 2;
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(500);
    private static final Set<ActionKind> POSTS = EnumSet.of(ActionKind.PROMOTION, ActionKind.POST_CHANGE);
    private static final Set<ActionKind> RAISES = EnumSet.of(ActionKind.PAY, ActionKind.PROMOTION);

    private final Map<String, PlanTemplate> templates;
    private final Owners owners;
    private final String path;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Takes what an action can be.
     *
     * @param templates the industry's templates by code
     * @param owners who can do it
     * @param path what stands before a field's name in an error, such as {@code actions[0].}
     */
    ActionForm(Map<String, PlanTemplate> templates, Owners owners, String path) {
        this.templates = templates;
        this.owners = owners;
        this.path = path;
    }

    /** An action that is right. */
    record Draft(ActionContent content, Action.Task task) {}

    /**
     * Reads an action.
     *
     * @param fields what somebody wrote
     * @param before as it was, null for a new one: what is left as it was is not checked anew
     * @return the action
     */
    Draft read(ActionFields fields, @Nullable Action before) {
        ActionKind kind = kind(fields);
        ActionContent content = new ActionContent(
                template(fields),
                kind,
                text("title", fields.title(), LONGEST_TITLE, true),
                text("note", fields.note(), LONGEST_NOTE, false),
                text("target", fields.target(), LONGEST_TITLE, false),
                percent(fields.percent(), kind),
                money(fields.cost()),
                offer(fields, kind));
        Action.Task task = task(fields, before);
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return new Draft(content, task);
    }

    private Action.Task task(ActionFields fields, @Nullable Action before) {
        Action.Task was = before == null ? null : before.task();
        boolean conflicted =
                Offer.of(fields.holderId(), fields.candidateIds()).parties().contains(fields.ownerId());
        boolean kept = was != null && same(was.ownerId(), fields.ownerId());
        if (conflicted || (!owners.has(fields.ownerId()) && !kept)) {
            wrong("ownerId", "planOwner");
        }
        LocalDate dueOn = fields.dueOn();
        if (dueOn != null && (was == null || !dueOn.equals(was.dueOn()))) {
            checkDay(dueOn, fields);
        }
        return new Action.Task(state(fields, was), fields.ownerId(), dueOn, null);
    }

    private ActionState state(ActionFields fields, Action.@Nullable Task was) {
        if (fields.state() == null) {
            return was == null ? ActionState.TODO : was.state();
        }
        return ActionState.ofCode(fields.state()).orElseGet(() -> {
            wrong("state", "unknown");
            return ActionState.TODO;
        });
    }

    private void checkDay(LocalDate dueOn, ActionFields fields) {
        if (dueOn.isBefore(owners.today(fields.ownerId()))) {
            wrong("dueOn", "past");
        } else if (!owners.calendar(fields.ownerId()).works(dueOn)) {
            wrong("dueOn", "dayOff");
        }
    }

    private String template(ActionFields fields) {
        String code = fields.template() == null ? "" : fields.template();
        if (!code.isEmpty() && !templates.containsKey(code)) {
            wrong("template", "unknown");
        }
        return code;
    }

    private ActionKind kind(ActionFields fields) {
        String code = fields.kind();
        if (code == null || code.isEmpty()) {
            PlanTemplate template = fields.template() == null ? null : templates.get(fields.template());
            if (template == null) {
                wrong("kind", "missing");
            }
            return template == null ? ActionKind.CONVERSATION : template.kind();
        }
        return ActionKind.ofCode(code).orElseGet(() -> {
            wrong("kind", "unknown");
            return ActionKind.CONVERSATION;
        });
    }

    private @Nullable BigDecimal percent(@Nullable BigDecimal percent, ActionKind kind) {
        if (percent == null) {
            return null;
        }
        if (!RAISES.contains(kind)) {
            wrong("percent", "notOfKind");
        } else if (percent.signum() <= 0
                || percent.compareTo(MOST_PERCENT) > 0
                || MoneyForm.fine(percent, PERCENT_DECIMALS)) {
            wrong("percent", "range");
        } else {
            return percent.setScale(PERCENT_DECIMALS);
        }
        return null;
    }

    /** Who is named was checked before, against what the writer may see. */
    private Offer offer(ActionFields fields, ActionKind kind) {
        Offer offer = Offer.of(fields.holderId(), fields.candidateIds());
        if (!offer.parties().isEmpty() && !POSTS.contains(kind)) {
            wrong(offer.holderId() == null ? "candidateIds" : "holderId", "offerKind");
        }
        return offer;
    }

    private @Nullable Money money(ActionFields.@Nullable Cost cost) {
        return cost == null ? null : MoneyForm.read(path + "cost", cost.amount(), cost.currency(), errors);
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

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private void wrong(String field, String code) {
        errors.add(FieldError.of(path + field, code));
    }
}
