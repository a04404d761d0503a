package org.holdfast.core.offboarding.papers;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.paper.Paper;
import org.holdfast.paper.Paper.Block;
import org.holdfast.paper.Paper.Fact;
import org.holdfast.paper.Paper.Facts;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Text;
import org.holdfast.paper.PaperScript;

/**
 * Lays a leaving certificate out, each language in a section of its own. What the law wants is put in by the program, so that no
 * template can leave it out. Safe for use from many threads.
 */
final class CertificateForm {
    private static final String WORDS = "papers.certificate.";

    private final Texts texts;

    CertificateForm(Texts texts) {
        this.texts = texts;
    }

    /**
     * What stands on one certificate.
     *
     * @param template how the subsidiary writes
     * @param leaver what it says
     * @param number its number, a dash for a draft
     * @param on the day of issue
     */
    record Issue(Template template, Leaver leaver, String number, LocalDate on) {}

    /** Lays a certificate out; the first language is that which prevails. */
    Paper lay(Issue issue, List<String> languages, boolean draft) {
        List<Section> sections = new ArrayList<>();
        for (String language : languages) {
            sections.add(section(issue, language, languages));
        }
        String title = sections.stream().map(Section::heading).distinct().collect(Collectors.joining(" / "));
        String mark = draft
                ? languages.stream()
                        .map(language -> texts.text(language, "papers.draft"))
                        .distinct()
                        .collect(Collectors.joining(" "))
                : "";
        List<Fact> facts = List.of(new Fact(labels(languages, "number"), issue.number()));
        return new Paper(languages.get(0), title, facts, sections, mark);
    }

    /** Returns what keeps a language from being written: the script the font lacks, or nothing. */
    Optional<String> unwritable(Issue issue, String language) {
        return PaperScript.missing(words(section(issue, language, List.of(language))))
                .map(Character.UnicodeScript::name);
    }

    /** Says whether a language has words of its own for certificates, and does not borrow those of another. */
    boolean worded(Template template, String language) {
        return language.equals(Texts.FALLBACK)
                || template.wording(language).isPresent()
                || !texts.text(language, WORDS + "opening").equals(texts.text(Texts.FALLBACK, WORDS + "opening"));
    }

    /** Returns the words of a language as they ship. */
    Template.Wording shipped(String language) {
        return new Template.Wording(
                texts.text(language, WORDS + "title"),
                texts.text(language, WORDS + "opening"),
                texts.text(language, WORDS + "closing"));
    }

    private Section section(Issue issue, String language, List<String> languages) {
        Map<TemplateField, String> values = values(issue, language);
        Template.Wording wording = issue.template().wording(language).orElseGet(() -> shipped(language));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Text(TemplateField.fill(wording.opening(), values)));
        blocks.add(new Facts(facts(issue, language, values)));
        blocks.add(new Text(TemplateField.fill(wording.closing(), values)));
        blocks.add(new Facts(issuer(language, values)));
        if (languages.size() > 1) {
            String first = languages.get(0);
            blocks.add(new Text(texts.text(
                    language,
                    WORDS + "prevails",
                    languages.size(),
                    Locale.forLanguageTag(first).getDisplayLanguage(Locale.forLanguageTag(language)))));
        }
        return new Section(
                TemplateField.fill(wording.title(), values), blocks, language, !language.equals(languages.get(0)));
    }

    private List<Fact> facts(Issue issue, String language, Map<TemplateField, String> values) {
        List<Fact> facts = new ArrayList<>();
        for (TemplateField field : List.of(
                TemplateField.NAME,
                TemplateField.EMPLOYEE_NO,
                TemplateField.CONTRACT,
                TemplateField.LAST_DAY,
                TemplateField.POST,
                TemplateField.SERVICE)) {
            facts.add(new Fact(label(language, field.code()), values.getOrDefault(field, "")));
        }
        ExitKind kind = issue.leaver().kind();
        if (kind != null) {
            facts.add(new Fact(label(language, "reason"), texts.text(language, "exitKind." + kind.code())));
        }
        return facts;
    }

    private List<Fact> issuer(String language, Map<TemplateField, String> values) {
        List<Fact> facts = new ArrayList<>();
        for (TemplateField field : List.of(
                TemplateField.FIRM,
                TemplateField.CREDIT_CODE,
                TemplateField.ADDRESS,
                TemplateField.SIGNATORY,
                TemplateField.NUMBER,
                TemplateField.ISSUED_ON)) {
            String value = values.getOrDefault(field, "");
            if (!value.isEmpty()) {
                facts.add(new Fact(label(language, field.code()), value));
            }
        }
        return facts;
    }

    private Map<TemplateField, String> values(Issue issue, String language) {
        Leaver leaver = issue.leaver();
        Template.Letterhead head = issue.template().letterhead();
        Map<TemplateField, String> values = new EnumMap<>(TemplateField.class);
        values.put(TemplateField.FIRM, head.firm());
        values.put(TemplateField.CREDIT_CODE, head.creditCode());
        values.put(TemplateField.ADDRESS, head.address());
        values.put(TemplateField.SIGNATORY, head.signatory());
        values.put(TemplateField.NAME, leaver.name());
        values.put(TemplateField.EMPLOYEE_NO, leaver.employeeNo());
        values.put(TemplateField.POST, leaver.post());
        values.put(TemplateField.HIRED, day(language, leaver.hired()));
        values.put(TemplateField.CONTRACT, contract(leaver, language));
        values.put(TemplateField.LAST_DAY, day(language, leaver.lastDay()));
        Period service = leaver.service();
        values.put(
                TemplateField.SERVICE,
                texts.text(language, WORDS + "years", service.getYears(), service.getMonths(), service.getDays()));
        values.put(TemplateField.NUMBER, issue.number());
        values.put(TemplateField.ISSUED_ON, day(language, issue.on()));
        return values;
    }

    private String contract(Leaver leaver, String language) {
        LocalDate until = leaver.contractUntil();
        return until == null
                ? texts.text(language, WORDS + "openEnd", day(language, leaver.hired()))
                : texts.text(language, WORDS + "term", day(language, leaver.hired()), day(language, until));
    }

    private String labels(List<String> languages, String code) {
        return languages.stream()
                .map(language -> label(language, code))
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private String label(String language, String code) {
        return texts.text(language, "papers.field." + code);
    }

    private static String day(String language, LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .format(day);
    }

    private static String words(Section section) {
        StringBuilder words = new StringBuilder(section.heading());
        for (Block block : section.blocks()) {
            if (block instanceof Text text) {
                words.append(text.text());
            } else if (block instanceof Facts facts) {
                facts.facts().forEach(fact -> words.append(fact.name()).append(fact.value()));
            }
        }
        return words.toString();
    }
}
