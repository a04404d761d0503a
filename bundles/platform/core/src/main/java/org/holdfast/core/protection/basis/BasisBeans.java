package org.holdfast.core.protection.basis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the beans of this room. */
@ApplicationScoped
public class BasisBeans {

    @Produces
    @Singleton
    Changes changes(Event<BasesChanged> events) {
        return subsidiaryId -> events.fire(new BasesChanged(subsidiaryId));
    }

    @Produces
    @Singleton
    LawfulBases bases(Database database, Changes changes) {
        return new LawfulBases(database, changes);
    }

    @Produces
    @Singleton
    JurisdictionChoices choices(Database database, Changes changes, Clock clock) {
        return new JurisdictionChoices(database, changes, clock);
    }

    @Produces
    @Singleton
    RuleBooks books(CapabilityRegistry registry, JurisdictionChoices choices, SubsidiaryFacts subsidiaries) {
        return new RuleBooks(registry, choices, subsidiaries);
    }

    @Produces
    @Singleton
    Assessments assessments(Database database, Vault vault, Changes changes, Clock clock) {
        return new Assessments(database, vault, changes, clock);
    }

    @Produces
    @Singleton
    Notices notices(Database database, Changes changes, Clock clock) {
        return new Notices(database, changes, clock);
    }

    @Produces
    @Singleton
    Contacts contacts(Database database, Clock clock) {
        return new Contacts(database, clock);
    }

    @Produces
    @Singleton
    PersonTraces noticeTraces() {
        return TableTraces.of("noticeReceipts", "notice_receipt");
    }

    @Produces
    @Singleton
    PersonRecords noticeRecords(Database database) {
        return new NoticeRecords(database);
    }

    @Produces
    @Singleton
    PersonRecords basisRecords(LawfulBases bases) {
        return new BasisRecords(bases);
    }

    @Produces
    @Singleton
    ScoringStops stops(Database database, Changes changes, Clock clock) {
        return new ScoringStops(database, changes, clock);
    }

    @Produces
    @Singleton
    LawfulBasisGate.Rules rules(
            SubsidiaryFacts subsidiaries, RuleBooks books, LawfulBases bases, Assessments assessments) {
        return new LawfulBasisGate.Rules(subsidiaries, books, bases, assessments);
    }

    @Produces
    @Singleton
    SignalGate gate(
            LawfulBasisGate.Rules rules, ConsentLedger consents, Notices notices, Objections objections, Clock clock) {
        return new LawfulBasisGate(rules, consents, notices, objections, clock);
    }

    @Produces
    @Singleton
    ConsentOffers consentOffers(
            LawfulBasisGate.Rules rules, ConsentLedger consents, Notices notices, Objections objections, Clock clock) {
        return new LawfulBasisGate(rules, consents, notices, objections, clock)::asks;
    }

    @Produces
    @Singleton
    PermittedUse permittedUse(SignalGate gate, LawfulBases bases, SubsidiaryFacts subsidiaries, Clock clock) {
        return new PermittedUse(gate, bases, subsidiaries, clock);
    }

    @Produces
    @Singleton
    ScoringPermission permission(LawfulBasisGate.Rules rules, ProcessingScope scope, ScoringStops stops, Clock clock) {
        return new StandingPermission(rules, scope, stops, clock);
    }
}
