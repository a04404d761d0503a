package org.holdfast.core.privacy.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.privacy.transfer.Transfers.Parcel;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.basis.Assessment;
import org.holdfast.core.protection.basis.Assessments;
import org.holdfast.core.protection.basis.NoticeShelf;
import org.holdfast.core.protection.basis.Notices.Notice;
import org.holdfast.core.protection.basis.ProcessingScope.Scope;
import org.holdfast.core.protection.basis.ShippedBooks;
import org.holdfast.core.protection.erasure.TableTraces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing about single people leaves without a permit of two, and what has left is counted once for all ways. */
@Tag("O18")
class TransfersTest {
    private static final UUID OFFICER = new UUID(3, 3);
    private static final UUID SECOND = new UUID(4, 4);

    private final LocalDatabase database = LocalDatabase.fresh();
    private final TestVault vault = new TestVault();
    private final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    private final Staff staff = new Staff(database, vault);
    private final UUID firm = staff.subsidiary("S1", "Asia/Shanghai");
    private final UUID elsewhere = staff.subsidiary("S2", "Asia/Shanghai");
    private final Assessments assessments = ShippedBooks.assessments(database, vault, clock);
    private final NoticeShelf shelf = new NoticeShelf(database, clock);
    private final Transfers transfers = new Transfers(
            database,
            new TransferCounters(database),
            new PermitTable(database),
            new Transfers.Facts(ShippedBooks.over(database, clock), assessments, staff.people),
            clock);
    private final UUID assessment = assessed();
    private final UUID notice = noticed();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void onlyFiguresOfTenPeopleAndMoreLeaveWithoutAPermit() {
        assertThat(transfers.release(new Parcel(firm, "DE", List.of(), DataClass.AGGREGATE, 10), null))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(transfers.release(new Parcel(firm, "DE", List.of(), DataClass.AGGREGATE, 9), null))
                .isEqualTo(Outcome.GROUP_TOO_SMALL);
        assertThat(transfers.release(parcel(1, 1, DataClass.PERSON), null)).isEqualTo(Outcome.NO_PERMIT);
        assertThat(transfers.since(firm).people()).isZero();
    }

    @Test
    void aPermitNeedsTwoPeopleAndEndsWhenItIsTakenBack() {
        UUID permit = permit("standardContract", false);
        assertThat(transfers.release(parcel(1, 1, DataClass.PERSON), permit)).isEqualTo(Outcome.NOT_SIGNED);

        Reply own = as(OFFICER).call("POST", path(permit, "countersignature"), "");
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.text("type")).isEqualTo("/problems/not-to-be-countersigned");
        Reply signed = as(SECOND).call("POST", path(permit, "countersignature"), "");
        assertThat(signed.status()).as(signed.body()).isEqualTo(200);
        assertThat(signed.text("countersignedBy")).isEqualTo(SECOND.toString());
        assertThat(as(SECOND).call("POST", path(permit, "countersignature"), "").status())
                .isEqualTo(409);

        assertThat(transfers.release(parcel(1, 1, DataClass.PERSON), permit)).isEqualTo(Outcome.ALLOWED);
        assertThat(transfers.release(parcel(1, 1, DataClass.SENSITIVE), permit)).isEqualTo(Outcome.NOT_SENSITIVE);
        as(OFFICER).call("POST", path(permit, "revocation"), "");
        assertThat(transfers.release(parcel(1, 1, DataClass.PERSON), permit)).isEqualTo(Outcome.REVOKED);
    }

    @Test
    void theNextPersonAfter9999OfSensitiveDataIsRefusedOnEveryWay() {
        UUID first = signed("standardContract", true);
        UUID other = signed("certification", true);
        assertThat(transfers.release(parcel(1, 5_000, DataClass.SENSITIVE), first))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(transfers.release(parcel(5_001, 4_999, DataClass.SENSITIVE), other))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(transfers.since(firm).sensitive()).isEqualTo(9_999);

        for (UUID permit : List.of(first, other, signed("standardContract", true))) {
            assertThat(transfers.release(parcel(10_000, 1, DataClass.SENSITIVE), permit))
                    .isEqualTo(Outcome.TOO_MANY_SENSITIVE);
        }
        assertThat(transfers.since(firm).sensitive()).isEqualTo(9_999);
        assertThat(transfers.release(parcel(1, 9_999, DataClass.SENSITIVE), first))
                .as("whoever was counted is not counted again")
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void anErasureTakesThePersonAndLeavesTheCount() {
        UUID permit = signed("hrExemption", true);
        transfers.release(parcel(1, 3, DataClass.SENSITIVE), permit);

        Subject person = Subject.person(firm, id(1));
        assertThat(new TransferRecords(database).of(person, "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields()).containsEntry("year", "2026"));
        database.run(connection ->
                TableTraces.of("transfers", TransferCounters.TABLE).erase(connection, person));

        assertThat(new TransferRecords(database).of(person, "en")).isEmpty();
        assertThat(transfers.since(firm).people()).isEqualTo(3);
        assertThat(transfers.since(firm).sensitive()).isEqualTo(3);
    }

    @Test
    void whoseOrdinaryDataLeftCountsAsSensitiveOnceSensitiveDataFollows() {
        UUID permit = signed("hrExemption", true);
        transfers.release(parcel(1, 3, DataClass.PERSON), permit);
        transfers.release(parcel(2, 3, DataClass.SENSITIVE), permit);

        assertThat(transfers.since(firm).people()).isEqualTo(4);
        assertThat(transfers.since(firm).sensitive()).isEqualTo(3);
    }

    @Test
    void theCountBeginsAnewWithTheSubsidiarysYear() {
        UUID permit = signed("hrExemption", false);
        transfers.release(parcel(1, 3, DataClass.PERSON), permit);

        clock.set("2026-12-31T15:59:59Z");
        assertThat(transfers.since(firm).people()).isEqualTo(3);
        clock.set("2026-12-31T16:00:00Z");
        assertThat(transfers.since(firm).people()).isZero();
    }

    @Test
    void nothingIsCountedThatIsOnlyTried() {
        UUID permit = signed("hrExemption", false);

        assertThat(transfers.tried(parcel(1, 3, DataClass.PERSON), permit)).isEqualTo(Outcome.ALLOWED);
        assertThat(transfers.since(firm).people()).isZero();
    }

    @Test
    void aPermitOfAnotherSubsidiaryIsNone() {
        UUID permit = signed("hrExemption", false);

        assertThat(transfers.release(new Parcel(elsewhere, "DE", List.of(id(1)), DataClass.PERSON, 0), permit))
                .isEqualTo(Outcome.NO_PERMIT);
        assertThat(new MemoryServer(new Texts(FakeRegistry::new), resource(elsewhere, SECOND))
                        .call("POST", path(permit, "countersignature"), "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whenTheAssessmentRunsOutNothingLeaves() {
        UUID permit = signed("hrExemption", false);

        clock.set("2027-06-01T08:00:00Z");

        assertThat(transfers.release(parcel(1, 1, DataClass.PERSON), permit)).isEqualTo(Outcome.NOT_ASSESSED);
    }

    @Test
    void whatAPermitLacksIsSaidByField() {
        wrong(body().replace("\"DE\"", "\"Germany\""), "country", "form");
        wrong(body().replace("standardContract", "bindingCorporateRules"), "mechanism", "unknown");
        wrong(body().replace("a".repeat(64), "contract.pdf"), "evidence", "form");
        wrong(body().replace(assessment.toString(), new UUID(9, 9).toString()), "assessmentId", "unknown");
        wrong(body().replace(notice.toString(), new UUID(9, 9).toString()), "noticeId", "unknown");
        wrong(body().replace("2027-11-26", "2026-11-25"), "validTo", "past");
        wrong("{}", "country", "missing");
        assertThat(as(OFFICER).call("GET", "privacy/transfers/" + firm, "").text("permits"))
                .isEmpty();
    }

    private void wrong(String body, String field, String code) {
        Reply reply = as(OFFICER).call("POST", "privacy/transfers/" + firm, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.text("errors.0.field")).isEqualTo(field);
        assertThat(reply.text("errors.0.code")).isEqualTo(code);
    }

    private UUID signed(String mechanism, boolean sensitive) {
        UUID permit = permit(mechanism, sensitive);
        as(SECOND).call("POST", path(permit, "countersignature"), "");
        return permit;
    }

    private UUID permit(String mechanism, boolean sensitive) {
        String body = body().replace("standardContract", mechanism)
                .replace("\"sensitive\":false", "\"sensitive\":" + sensitive);
        Reply signed = as(OFFICER).call("POST", "privacy/transfers/" + firm, body);
        assertThat(signed.status()).as(signed.body()).isEqualTo(200);
        return UUID.fromString(signed.text("id"));
    }

    private String body() {
        return "{\"country\":\"DE\",\"mechanism\":\"standardContract\",\"sensitive\":false,\"evidence\":\""
                + "a".repeat(64) + "\",\"assessmentId\":\"" + assessment + "\",\"noticeId\":\"" + notice
                + "\",\"validTo\":\"2027-11-26\"}";
    }

    private String path(UUID permit, String act) {
        return "privacy/transfers/" + firm + "/" + permit + "/" + act;
    }

    private MemoryServer as(UUID account) {
        return new MemoryServer(new Texts(FakeRegistry::new), resource(firm, account));
    }

    private TransfersResource resource(UUID where, UUID account) {
        return new TransfersResource(
                transfers, shelf.notices, new OpenSight(where, Role.DPO, account, Optional.empty()));
    }

    private static Parcel parcel(UUID where, int from, int count, DataClass data) {
        return new Parcel(
                where,
                "DE",
                IntStream.range(from, from + count).mapToObj(TransfersTest::id).toList(),
                data,
                0);
    }

    private Parcel parcel(int from, int count, DataClass data) {
        return parcel(firm, from, count, data);
    }

    private static UUID id(int number) {
        return new UUID(100, number);
    }

    private UUID assessed() {
        Assessment draft =
                assessments.open(firm, "pipl@1.0.0", new Scope(Set.of(DataCategory.ATTENDANCE), Set.of()), Map.of());
        assessments.sign(draft, OFFICER, LocalDate.of(2027, 5, 31));
        return draft.id();
    }

    private UUID noticed() {
        Notice published = new Notice(
                UUID.randomUUID(), firm, "Notice", "intranet", LocalDate.of(2026, 11, 1), Set.of(), "The officer");
        shelf.notices.publish(published);
        return published.id();
    }
}
