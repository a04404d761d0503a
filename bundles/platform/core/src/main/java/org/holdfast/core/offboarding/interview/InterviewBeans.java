package org.holdfast.core.offboarding.interview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.access.AccountNames;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.Exits;
import org.holdfast.core.offboarding.cases.RunningCases;
import org.holdfast.core.offboarding.cases.StepCompletion;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;

/** Makes the beans of exit interviews. */
@ApplicationScoped
public class InterviewBeans {

    @Produces
    @Singleton
    InterviewWorld.Leavers interviewLeavers(ExitCases cases, RunningCases running, Exits exits) {
        return new InterviewWorld.Leavers(cases, running, exits);
    }

    @Produces
    @Singleton
    InterviewWorld interviewWorld(
            InterviewWorld.Leavers cases, People people, WorkingCalendars calendars, Clock clock) {
        return new InterviewWorld(cases, people, calendars, clock);
    }

    @Produces
    @Singleton
    InterviewTable interviewTable(Database database, Vault vault) {
        return new InterviewTable(database, vault);
    }

    @Produces
    @Singleton
    FormDesk interviewForms(Database database, Vault vault, InterviewWorld world, Texts texts) {
        return new FormDesk(new FormTable(database, vault), world, texts);
    }

    @Produces
    @Singleton
    Readers interviewReaders(People people, Recipients recipients, AccountNames names) {
        return new Readers(people, recipients, names);
    }

    @Produces
    @Singleton
    Answering answering(InterviewTable table, FormDesk forms, InterviewWorld world, StepCompletion steps) {
        return new Answering(table, forms, world, steps);
    }

    @Produces
    @Singleton
    InterviewDesk interviewDesk(
            InterviewTable table, FormDesk forms, Readers readers, InterviewWorld world, Answering answering) {
        return new InterviewDesk(table, forms, readers, world, answering);
    }

    @Produces
    @Singleton
    OwnInterviewDesk ownInterviewDesk(InterviewTable table, InterviewWorld world, Answering answering) {
        return new OwnInterviewDesk(table, world, answering);
    }

    @Produces
    @Singleton
    InterviewReader interviewReader(InterviewTable table, FormDesk forms, Readers readers, InterviewWorld world) {
        return new InterviewReader(table, forms, readers, world);
    }

    @Produces
    @Singleton
    Coverage interviewCoverage(InterviewTable table, FormDesk forms, InterviewWorld world) {
        return new Coverage(table, forms, world);
    }

    @Produces
    @Singleton
    StepProof interviewProof(InterviewTable table) {
        return new InterviewProof(table);
    }

    @Produces
    @Singleton
    NoticeSource interviewReminders(InterviewTable table, InterviewWorld world) {
        return new InterviewReminders(table, world);
    }

    @Produces
    @Singleton
    PersonTraces interviewTraces() {
        return TableTraces.of("interviews", "exit_interview_answer", "exit_interview");
    }

    @Produces
    @Singleton
    PersonRecords interviewRecords(InterviewTable table, FormDesk forms) {
        return new InterviewRecords(table, forms);
    }
}
