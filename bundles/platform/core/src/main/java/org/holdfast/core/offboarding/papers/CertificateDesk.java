package org.holdfast.core.offboarding.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.papers.CertificateForm.Issue;
import org.holdfast.core.offboarding.settlement.ExitFacts.ExitFact;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.paper.Paper;
import org.holdfast.paper.PaperPrinter;
import org.holdfast.paper.PaperSeal;
import org.jspecify.annotations.Nullable;

/** Issues leaving certificates. What was issued never changes: a correction is another paper. Safe for use from many threads. */
final class CertificateDesk {
    private static final PaperPrinter PRINTER = new PaperPrinter();
    private static final int TRIES = 20;

    private final PaperTable papers;
    private final SealDesk seals;
    private final CertificateReader reader;
    private final CertificateForm form;
    private final PaperWorld world;

    CertificateDesk(PaperTable papers, SealDesk seals, CertificateReader reader, PaperWorld world, Texts texts) {
        this.papers = papers;
        this.seals = seals;
        this.reader = reader;
        this.world = world;
        this.form = new CertificateForm(texts);
    }

    /** A paper before it has a number. */
    private record Draft(UUID key, ExitCase of, Issue issue, List<String> languages, IssuedPaper.Content content) {}

    ExitCase find(UUID caseId, Visibility caller) {
        ExitCase found = world.cases().find(caseId).orElseThrow(RestException::notFound);
        caller.requirePerson(found.subsidiaryId(), found.personId());
        return found;
    }

    /** Issues a certificate; the same key again changes nothing. */
    void issue(UUID caseId, CertificateFields fields, Visibility caller) {
        ExitCase of = find(caseId, caller);
        UUID key = fields.key();
        if (key == null) {
            throw RestException.invalid("key", "missing");
        }
        if (known(key, caseId)) {
            return;
        }
        ExitCase lawful = world.cases().requireLawful(of.id());
        Leaver leaver = leaver(lawful, Boolean.TRUE.equals(fields.reasonWished()));
        requireCurrent(caseId, fields.replaces());
        Template template = reader.template(of.subsidiaryId());
        Issue issue = new Issue(template, leaver, "", world.today(of.subsidiaryId()));
        List<String> languages = languages(issue, of.subsidiaryId(), fields.languages());
        PaperSeal seal = seals.usable(of.subsidiaryId());
        IssuedPaper.Content content = new IssuedPaper.Content(
                "", caller.caller().name(), languages, leaver.kind() != null, fields.replaces(), "");
        write(new Draft(key, lawful, issue, languages, content), seal);
    }

    /** Prints what would be issued, marked as a draft on each page and not sealed. */
    byte[] draft(UUID caseId, Visibility caller) {
        ExitCase of = find(caseId, caller);
        Issue draft = reader.draft(of);
        List<String> ready = reader.tags(of.subsidiaryId()).stream()
                .filter(tag -> form.unwritable(draft, tag).isEmpty())
                .filter(tag -> form.worded(draft.template(), tag))
                .toList();
        if (ready.isEmpty()) {
            throw RestException.invalid("languages", "missing");
        }
        return print(form.lay(draft, ready, true));
    }

    /** Returns the file of a paper of a case as it was issued. */
    byte[] file(UUID caseId, UUID paperId, Visibility caller) {
        ExitCase of = find(caseId, caller);
        IssuedPaper paper = papers.find(paperId)
                .filter(one -> one.of().caseId().equals(of.id()))
                .orElseThrow(RestException::notFound);
        return papers.file(paper);
    }

    /** Returns the file of a paper of the caller's own. */
    byte[] own(UUID paperId, Visibility caller) {
        Optional<UUID> self = caller.caller().employeeId();
        IssuedPaper paper = papers.find(paperId)
                .filter(one -> self.filter(one.of().personId()::equals).isPresent())
                .orElseThrow(RestException::notFound);
        return papers.file(paper);
    }

    private boolean known(UUID key, UUID caseId) {
        Optional<IssuedPaper> known = papers.find(key);
        if (known.filter(one -> !one.of().caseId().equals(caseId)).isPresent()) {
            throw RestException.of(PaperError.PAPER_KEY_USED, "The key was used for another paper: make a new one.");
        }
        return known.isPresent();
    }

    private Leaver leaver(ExitCase of, boolean reason) {
        LocalDate last = of.lastDay();
        if (last == null || world.today(of.subsidiaryId()).isBefore(last)) {
            throw RestException.of(
                    PaperError.CERTIFICATE_TOO_EARLY, "A certificate is issued on the last day, not before.");
        }
        Employee employee = reader.employee(of);
        LocalDate hired = employee.terms().hireDate();
        if (hired == null || !Leaver.lacking(employee, last).isEmpty()) {
            throw RestException.of(
                    PaperError.CERTIFICATE_LACKS, "The register lacks the day of hire or the post of the person.");
        }
        ExitKind kind = reason ? world.facts().of(of.id()).map(ExitFact::kind).orElse(null) : null;
        return Leaver.of(employee, hired, last, kind);
    }

    /** Who corrects a certificate names the one they saw. */
    private void requireCurrent(UUID caseId, @Nullable UUID replaces) {
        UUID present = papers.ofCase(caseId).stream()
                .filter(one -> !one.replaced())
                .map(IssuedPaper::id)
                .findFirst()
                .orElse(null);
        if (present == null && replaces != null) {
            throw RestException.invalid("replaces", "unknown");
        }
        if (present != null && !present.equals(replaces)) {
            throw issued();
        }
    }

    /** Returns the languages, none of which is lacking words or letters: a paper with boxes is worth nothing. */
    private List<String> languages(Issue issue, UUID subsidiaryId, @Nullable List<String> wanted) {
        List<String> there = reader.tags(subsidiaryId);
        List<String> languages = wanted == null || wanted.isEmpty() ? there : List.copyOf(new LinkedHashSet<>(wanted));
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < languages.size(); i++) {
            String tag = languages.get(i);
            String field = "languages[" + i + "]";
            if (!there.contains(tag)) {
                errors.add(FieldError.of(field, "unknown"));
            } else if (!form.worded(issue.template(), tag)) {
                errors.add(new FieldError(field, "noWords", name(tag)));
            } else {
                form.unwritable(issue, tag)
                        .ifPresent(
                                script -> errors.add(new FieldError(field, "unwritable", name(tag) + ", " + script)));
            }
        }
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return languages;
    }

    private static String name(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayName(locale) + " (" + tag + ")";
    }

    private void write(Draft draft, PaperSeal seal) {
        ExitCase of = draft.of();
        int year = draft.issue().on().getYear();
        papers.begin(of.subsidiaryId(), year);
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                int count = papers.next(of.subsidiaryId(), year);
                if (write(draft, seal, new IssuedPaper.SerialNumber(year, count))) {
                    return;
                }
            }
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            if (known(draft.key(), of.id())) {
                return;
            }
        }
        throw issued();
    }

    private boolean write(Draft draft, PaperSeal seal, IssuedPaper.SerialNumber number) {
        ExitCase of = draft.of();
        String firm = world.people()
                .subsidiary(of.subsidiaryId())
                .map(Subsidiary::code)
                .orElse("");
        String code = String.format(Locale.ROOT, "%s-%d-%04d", firm, number.year(), number.count());
        Issue issue = new Issue(
                draft.issue().template(),
                draft.issue().leaver(),
                code,
                draft.issue().on());
        Paper paper = form.lay(issue, draft.languages(), false);
        Instant now = world.now();
        byte[] file = seal(
                seal,
                print(paper),
                new PaperSeal.Stamp(issue.template().letterhead().firm(), code, now));
        IssuedPaper.Content said = draft.content();
        IssuedPaper.Content content = new IssuedPaper.Content(
                code, said.by(), said.languages(), said.reasonTold(), said.replaces(), sha256(file));
        IssuedPaper.Of whom = new IssuedPaper.Of(of.id(), of.subsidiaryId(), of.personId());
        return papers.issue(new IssuedPaper(draft.key(), whom, number, false, now, content), file);
    }

    static byte[] print(Paper paper) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            PRINTER.print(paper, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] seal(PaperSeal seal, byte[] file, PaperSeal.Stamp stamp) {
        try {
            return seal.seal(file, stamp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static RestException issued() {
        return RestException.of(
                PaperError.CERTIFICATE_ISSUED, "There is a certificate: another one replaces it, and says so.");
    }
}
