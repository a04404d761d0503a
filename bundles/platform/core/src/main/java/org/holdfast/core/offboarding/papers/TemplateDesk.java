package org.holdfast.core.offboarding.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.papers.TemplateFields.LetterheadFields;
import org.holdfast.core.offboarding.papers.TemplateFields.WordingFields;
import org.holdfast.core.offboarding.papers.TemplateView.LetterheadView;
import org.holdfast.core.offboarding.papers.TemplateView.WordingView;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.Language;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Keeps the letterheads and words of papers. Safe for use from many threads. */
final class TemplateDesk {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_SIGNATORY = 100;
    private static final int LONGEST_TEXT = 4_000;
    private static final String CREDIT_CODE = "[0-9A-HJ-NPQRTUWXY]{18}";
    private static final int SAMPLE_YEARS = 5;

    private final TemplateTable table;
    private final CertificateReader reader;
    private final PaperWorld world;
    private final Texts texts;

    TemplateDesk(TemplateTable table, CertificateReader reader, PaperWorld world, Texts texts) {
        this.table = table;
        this.reader = reader;
        this.world = world;
        this.texts = texts;
    }

    TemplateView show(UUID subsidiaryId, Visibility caller) {
        caller.requireSubsidiary(subsidiaryId);
        Template template = reader.template(subsidiaryId);
        Template.Letterhead head = template.letterhead();
        return new TemplateView(
                subsidiaryId,
                template.version(),
                new LetterheadView(head.firm(), head.creditCode(), head.address(), head.signatory()),
                reader.tags(subsidiaryId).stream()
                        .map(tag -> wording(template, tag))
                        .toList(),
                Arrays.stream(TemplateField.values()).map(TemplateField::code).toList());
    }

    TemplateView write(UUID subsidiaryId, TemplateFields fields, Visibility caller) {
        caller.requireSubsidiary(subsidiaryId);
        if (fields.version() == null) {
            throw RestException.invalid("version", "missing");
        }
        int present = reader.template(subsidiaryId).version();
        Template fresh = read(subsidiaryId, present + 1, fields);
        if (fields.version() != present || !table.write(subsidiaryId, fresh)) {
            throw RestException.of(PaperError.TEMPLATE_CHANGED, "Somebody else has changed the texts meanwhile.");
        }
        return show(subsidiaryId, caller);
    }

    /** Prints a certificate of nobody by texts that need not be kept yet, marked as a draft. */
    byte[] preview(UUID subsidiaryId, TemplateFields fields, Visibility caller) {
        caller.requireSubsidiary(subsidiaryId);
        Template template = read(subsidiaryId, 0, fields);
        LocalDate today = world.today(subsidiaryId);
        Leaver nobody = new Leaver("–", "–", "–", today.minusYears(SAMPLE_YEARS), null, today, null);
        CertificateForm.Issue issue = new CertificateForm.Issue(template, nobody, "–", today);
        CertificateForm form = new CertificateForm(texts);
        List<String> ready = reader.tags(subsidiaryId).stream()
                .filter(tag -> form.worded(template, tag))
                .filter(tag -> form.unwritable(issue, tag).isEmpty())
                .toList();
        return CertificateDesk.print(form.lay(issue, ready, true));
    }

    private WordingView wording(Template template, String tag) {
        boolean own = template.wording(tag).isPresent();
        Template.Wording words = template.wording(tag).orElseGet(() -> new CertificateForm(texts).shipped(tag));
        String name = texts.languages().stream()
                .filter(one -> one.tag().equals(tag))
                .map(Language::name)
                .findFirst()
                .orElse(tag);
        return new WordingView(tag, name, own, words.title(), words.opening(), words.closing());
    }

    private Template read(UUID subsidiaryId, int version, TemplateFields fields) {
        List<FieldError> errors = new ArrayList<>();
        Template.Letterhead head = letterhead(fields.letterhead(), errors);
        List<String> tags = reader.tags(subsidiaryId);
        Map<String, Template.Wording> wordings = new HashMap<>();
        Map<String, WordingFields> given = fields.wordings() == null ? Map.of() : fields.wordings();
        given.forEach((tag, words) -> {
            String field = "wordings." + tag;
            if (!tags.contains(tag)) {
                errors.add(FieldError.of("wordings", "language"));
            } else if (words == null) {
                errors.add(FieldError.of(field, "missing"));
            } else {
                wordings.put(
                        tag,
                        new Template.Wording(
                                words(field + ".title", words.title(), LONGEST_NAME, errors),
                                words(field + ".opening", words.opening(), LONGEST_TEXT, errors),
                                words(field + ".closing", words.closing(), LONGEST_TEXT, errors)));
            }
        });
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return new Template(version, head, wordings);
    }

    private static Template.Letterhead letterhead(@Nullable LetterheadFields given, List<FieldError> errors) {
        if (given == null) {
            errors.add(FieldError.of("letterhead", "missing"));
            return new Template.Letterhead("", "", "", "");
        }
        String code = text("letterhead.creditCode", given.creditCode(), LONGEST_NAME, errors);
        if (!code.isEmpty() && !code.matches(CREDIT_CODE)) {
            errors.add(FieldError.of("letterhead.creditCode", "form"));
        }
        String firm = text("letterhead.firm", given.firm(), LONGEST_NAME, errors);
        if (firm.isEmpty()) {
            errors.add(FieldError.of("letterhead.firm", "missing"));
        }
        return new Template.Letterhead(
                firm,
                code,
                text("letterhead.address", given.address(), LONGEST_ADDRESS, errors),
                text("letterhead.signatory", given.signatory(), LONGEST_SIGNATORY, errors));
    }

    /** Reads words with fields in braces. */
    private static String words(String field, @Nullable String given, int longest, List<FieldError> errors) {
        String text = text(field, given, longest, errors);
        if (text.isEmpty()) {
            errors.add(FieldError.of(field, "missing"));
        }
        TemplateField.fault(text).ifPresent(fault -> errors.add(new FieldError(field, fault.code(), fault.given())));
        return text;
    }

    private static String text(String field, @Nullable String given, int longest, List<FieldError> errors) {
        String text = given == null ? "" : given.strip();
        if (text.length() > longest) {
            errors.add(FieldError.of(field, "tooLong"));
            return "";
        }
        return text;
    }
}
