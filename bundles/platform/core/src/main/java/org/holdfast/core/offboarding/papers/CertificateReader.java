package org.holdfast.core.offboarding.papers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.papers.CertificateForm.Issue;
import org.holdfast.core.offboarding.papers.CertificateView.DueView;
import org.holdfast.core.offboarding.papers.CertificateView.LanguageView;
import org.holdfast.core.offboarding.papers.CertificateView.ObstacleView;
import org.holdfast.core.offboarding.papers.CertificateView.OwnPaperView;
import org.holdfast.core.offboarding.papers.CertificateView.PaperView;
import org.holdfast.core.offboarding.papers.SealView.SealCertificate;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Language;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** Shows certificates, and says what keeps one from being issued. Safe for use from many threads. */
final class CertificateReader {
    private static final String DASH = "–";
    private static final Comparator<IssuedPaper> LATEST = Comparator.comparingInt(
                    (IssuedPaper paper) -> paper.number().year())
            .thenComparingInt(paper -> paper.number().count())
            .reversed();

    private final PaperTable papers;
    private final TemplateTable templates;
    private final SealDesk seals;
    private final PaperWorld world;
    private final Texts texts;

    CertificateReader(PaperTable papers, TemplateTable templates, SealDesk seals, PaperWorld world, Texts texts) {
        this.papers = papers;
        this.templates = templates;
        this.seals = seals;
        this.world = world;
        this.texts = texts;
    }

    CertificateView show(ExitCase of, @Nullable String language) {
        People people = world.people();
        String tag = texts.negotiate(language);
        SealCertificate seal = seals.view(of.subsidiaryId()).certificate();
        return new CertificateView(
                of.id(),
                EmployeeRow.of(people.card(of.personId()).orElseThrow(RestException::notFound), people),
                of.lastDay(),
                due(of, tag),
                obstacles(of, seal).stream()
                        .map(code -> new ObstacleView(code, texts.text(tag, "papers.obstacle." + code)))
                        .toList(),
                languages(of),
                seal,
                papers.ofCase(of.id()).stream().sorted(LATEST).map(this::paper).toList());
    }

    List<OwnPaperView> own(UUID personId) {
        return papers.ofPerson(personId).stream().sorted(LATEST).map(this::own).toList();
    }

    Template template(UUID subsidiaryId) {
        Subsidiary firm = world.people().subsidiary(subsidiaryId).orElseThrow(RestException::notFound);
        return templates.find(subsidiaryId).orElseGet(() -> Template.shipped(firm));
    }

    /** Returns the tags of the languages there are, that of the subsidiary first. */
    List<String> tags(UUID subsidiaryId) {
        String first = world.people()
                .subsidiary(subsidiaryId)
                .map(Subsidiary::language)
                .orElse(Texts.FALLBACK);
        return texts.languages().stream()
                .map(Language::tag)
                .sorted(Comparator.comparing((String tag) -> !tag.equals(first)).thenComparing(tag -> tag))
                .toList();
    }

    /** Returns what a draft says, as far as the register knows; what it lacks is a dash. */
    Issue draft(ExitCase of) {
        Employee employee = employee(of);
        LocalDate today = world.today(of.subsidiaryId());
        LocalDate last = Optional.ofNullable(of.lastDay()).orElse(today);
        LocalDate hired = Optional.ofNullable(employee.terms().hireDate()).orElse(last);
        Leaver leaver = Leaver.of(employee, hired.isAfter(last) ? last : hired, last, null);
        return new Issue(template(of.subsidiaryId()), leaver, DASH, today);
    }

    Employee employee(ExitCase of) {
        return world.people().employee(of.personId()).orElseThrow(RestException::notFound);
    }

    private List<LanguageView> languages(ExitCase of) {
        CertificateForm form = new CertificateForm(texts);
        Issue draft = draft(of);
        List<LanguageView> found = new ArrayList<>();
        for (String tag : tags(of.subsidiaryId())) {
            String name = texts.languages().stream()
                    .filter(one -> one.tag().equals(tag))
                    .map(Language::name)
                    .findFirst()
                    .orElse(tag);
            Optional<String> script = form.unwritable(draft, tag);
            String state = script.isPresent() ? "noFont" : form.worded(draft.template(), tag) ? "ready" : "noWords";
            found.add(new LanguageView(tag, name, state, script.orElse("")));
        }
        return found;
    }

    private List<String> obstacles(ExitCase of, @Nullable SealCertificate seal) {
        List<String> codes = new ArrayList<>();
        LocalDate last = of.lastDay();
        if (of.stage() == Stage.PREPARING) {
            codes.add("preparing");
        } else if (of.stage() == Stage.WITHDRAWN) {
            codes.add("withdrawn");
        }
        if (last == null || world.today(of.subsidiaryId()).isBefore(last)) {
            codes.add("tooEarly");
        }
        codes.addAll(Leaver.lacking(employee(of), last == null ? world.today(of.subsidiaryId()) : last));
        if (seal == null) {
            codes.add("noSeal");
        } else if (!List.of("valid", "soon").contains(seal.state())) {
            codes.add("sealNotValid");
        }
        return codes;
    }

    private @Nullable DueView due(ExitCase of, String tag) {
        LocalDate last = of.lastDay();
        if (last == null) {
            return null;
        }
        return world.law()
                .deadlines(of.subsidiaryId(), last)
                .map(ExitLaw.Deadlines::certificate)
                .map(due -> new DueView(
                        due.day(),
                        ChronoUnit.DAYS.between(world.today(of.subsidiaryId()), due.day()),
                        texts.text(tag, due.article())))
                .orElse(null);
    }

    private PaperView paper(IssuedPaper one) {
        IssuedPaper.Content content = one.content();
        return new PaperView(
                one.id(),
                content.code(),
                one.replaced(),
                one.issuedAt().atZone(world.zone(one.of().subsidiaryId())).toOffsetDateTime(),
                content.by(),
                content.languages(),
                content.reasonTold(),
                content.sha256());
    }

    private OwnPaperView own(IssuedPaper one) {
        PaperView paper = paper(one);
        return new OwnPaperView(
                one.of().personId(),
                one.of().subsidiaryId(),
                paper.id(),
                paper.number(),
                paper.replaced(),
                paper.issuedAt(),
                paper.languages(),
                paper.sha256());
    }
}
