package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Checks what somebody writes about an asset, and names every field that is wrong. For one form. */
final class AssetForm {
    static final int LONGEST_NO = 60;
    static final int LONGEST_LABEL = 200;
    static final int LONGEST_SERIAL = 100;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_NOTE = 2_000;
    private static final int MOST_YEARS = 20;

    private final List<FieldError> errors = new ArrayList<>();

    Asset.Mark mark(AssetFields fields) {
        return new Asset.Mark(
                word("kind", AssetKind.class, fields.kind(), AssetKind.OTHER),
                text("inventoryNo", fields.inventoryNo(), LONGEST_NO, true),
                empty(fields.valueClass())
                        ? null
                        : word("valueClass", ValueClass.class, fields.valueClass(), ValueClass.LOW));
    }

    Asset.Content content(AssetFields fields) {
        return new Asset.Content(
                text("label", fields.label(), LONGEST_LABEL, true),
                text("serial", fields.serial(), LONGEST_SERIAL, false));
    }

    AssetEntry.Said said(AssetFields.IssueFields fields) {
        return new AssetEntry.Said(
                condition(fields.condition(), false),
                note(fields.note(), false),
                paper("paper", fields.paper()),
                "",
                "");
    }

    /** Of a damage somebody has to say what is damaged. */
    AssetEntry.Said said(AssetFields.ReturnFields fields) {
        String condition = condition(fields.condition(), true);
        return new AssetEntry.Said(
                condition,
                note(fields.note(), condition.equals(Condition.DAMAGED.code())),
                paper("paper", fields.paper()),
                courier(fields.courier(), fields.tracking()),
                text("tracking", fields.tracking(), LONGEST_REFERENCE, false));
    }

    AssetEntry.Said said(AssetFields.SignFields fields) {
        return new AssetEntry.Said(
                "",
                note(fields.note(), false),
                "",
                courier(fields.courier(), fields.tracking()),
                text("tracking", fields.tracking(), LONGEST_REFERENCE, false));
    }

    /** A number without a courier finds no parcel, nor a courier without a number. */
    private String courier(@Nullable String courier, @Nullable String tracking) {
        if (!empty(courier) && empty(tracking)) {
            wrong("tracking", "missing");
        }
        return text("courier", courier, LONGEST_REFERENCE, !empty(tracking));
    }

    String paper(String field, @Nullable String reference) {
        return text(field, reference, LONGEST_REFERENCE, false);
    }

    String note(@Nullable String note, boolean needed) {
        String stripped = note == null ? "" : note.strip();
        if (needed && stripped.isEmpty()) {
            wrong("note", "missing");
        }
        if (stripped.length() > LONGEST_NOTE) {
            wrong("note", "tooLong");
        }
        return stripped;
    }

    /** Returns a day that is over or today, else the other day. */
    LocalDate past(String field, @Nullable LocalDate day, LocalDate earliest, LocalDate today) {
        if (day == null) {
            return today;
        }
        if (day.isAfter(today) || day.isBefore(earliest)) {
            wrong(field, "assetDay");
        }
        return day;
    }

    @Nullable
    LocalDate due(@Nullable LocalDate day, LocalDate issued) {
        if (day != null && (day.isBefore(issued) || day.isAfter(issued.plusYears(MOST_YEARS)))) {
            wrong("dueOn", "assetDue");
        }
        return day;
    }

    UUID key(@Nullable UUID key) {
        if (key == null) {
            wrong("key", "missing");
            return new UUID(0, 0);
        }
        return key;
    }

    String number(@Nullable String employeeNo) {
        return text("employeeNo", employeeNo, LONGEST_REFERENCE, true);
    }

    <E extends Enum<E> & Coded> E word(String field, Class<E> type, @Nullable String code, E otherwise) {
        if (code == null || code.isBlank()) {
            wrong(field, "missing");
            return otherwise;
        }
        return Coded.find(type, code).orElseGet(() -> {
            wrong(field, "notOneOf");
            return otherwise;
        });
    }

    private String condition(@Nullable String code, boolean needed) {
        return empty(code) && !needed
                ? ""
                : word("condition", Condition.class, code, Condition.GOOD).code();
    }

    private String text(String field, @Nullable String text, int longest, boolean needed) {
        String stripped = text == null ? "" : text.strip();
        if (needed && stripped.isEmpty()) {
            wrong(field, "missing");
        } else if (stripped.length() > longest) {
            wrong(field, "tooLong");
        } else if (stripped.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "form");
        }
        return stripped;
    }

    void wrong(String field, String code) {
        errors.add(FieldError.of(field, code));
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /**
     * Refuses a form in which something is wrong.
     *
     * @throws RestException with status 400 and every field that is wrong
     */
    void done() {
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
    }

    static boolean empty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
