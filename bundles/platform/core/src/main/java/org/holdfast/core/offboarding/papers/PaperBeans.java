package org.holdfast.core.offboarding.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.RunningCases;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.settlement.ExitFacts;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;

/** Makes the beans of the papers of who leaves. */
@ApplicationScoped
public class PaperBeans {

    @Produces
    @Singleton
    PaperWorld paperWorld(Firm firm, People people, WorkingCalendars calendars, Clock clock) {
        return new PaperWorld(firm.cases(), firm.facts(), firm.law(), people, calendars, clock);
    }

    /** Who leaves, how, and what the law says of it. */
    record Firm(ExitCases cases, ExitFacts facts, ExitLaw law) {}

    @Produces
    @Singleton
    Firm paperFirm(ExitCases cases, ExitFacts facts, ExitLaw law) {
        return new Firm(cases, facts, law);
    }

    @Produces
    @Singleton
    SealTable sealTable(Database database, Vault vault) {
        return new SealTable(database, new SealedCells(vault));
    }

    @Produces
    @Singleton
    TemplateTable paperTemplates(Database database, Vault vault) {
        return new TemplateTable(database, new SealedCells(vault));
    }

    @Produces
    @Singleton
    PaperTable paperTable(Database database, Vault vault) {
        return new PaperTable(database, new SealedCells(vault));
    }

    @Produces
    @Singleton
    SealDesk sealDesk(SealTable table, People people, Clock clock) {
        return new SealDesk(table, people, clock);
    }

    @Produces
    @Singleton
    CertificateReader certificateReader(
            PaperTable papers, TemplateTable templates, SealDesk seals, PaperWorld world, Texts texts) {
        return new CertificateReader(papers, templates, seals, world, texts);
    }

    @Produces
    @Singleton
    CertificateDesk certificateDesk(
            PaperTable papers, SealDesk seals, CertificateReader reader, PaperWorld world, Texts texts) {
        return new CertificateDesk(papers, seals, reader, world, texts);
    }

    @Produces
    @Singleton
    TemplateDesk templateDesk(TemplateTable table, CertificateReader reader, PaperWorld world, Texts texts) {
        return new TemplateDesk(table, reader, world, texts);
    }

    @Produces
    @Singleton
    StepProof certificateProof(PaperTable papers) {
        return new CertificateProof(papers);
    }

    @Produces
    @Singleton
    NoticeSource sealReminders(SealDesk seals) {
        return new SealReminders(seals);
    }

    @Produces
    @Singleton
    TransferTable transferTable(Database database, Vault vault) {
        return new TransferTable(database, new SealedCells(vault));
    }

    @Produces
    @Singleton
    TransferDesk transferDesk(TransferTable table, PaperWorld world, Texts texts) {
        return new TransferDesk(table, world, texts);
    }

    @Produces
    @Singleton
    StepProof transferProof(TransferDesk transfers) {
        return new TransferProof(transfers);
    }

    @Produces
    @Singleton
    NoticeSource transferReminders(RunningCases cases, TransferTable table, TransferDesk desk, PaperWorld world) {
        return new TransferReminders(cases, table, desk, world);
    }

    @Produces
    @Singleton
    PersonTraces paperTraces() {
        return TableTraces.of("papers", "paper_issued", "paper_transfer");
    }

    @Produces
    @Singleton
    PersonRecords paperRecords(PaperTable papers, TransferTable transfers) {
        return new PaperRecords(papers, transfers);
    }
}
