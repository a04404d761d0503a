package org.holdfast.core.offboarding.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Finance finds what it has to pay in its own task, and not what it was computed from. */
class PayablesTest {
    private static final String CLAIMS =
            "[{\"component\":\"expenses\",\"label\":\"=cmd()\",\"amount\":120.5,\"state\":\"accepted\"}]";

    private final SettlementRoom room = new SettlementRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void financeIsToldTheLinesOnceHrHasHandedThemOver() {
        agreed();
        assertThat(payable().status()).isEqualTo(409);
        assertThat(payable().body()).contains("settlement-not-handed-over");

        handOver();

        Reply told = payable();
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.text("sums.total")).isEqualTo(room.get().text("sums.total"));
        assertThat(told.text("lines.0.component")).isEqualTo("wages");
        assertThat(told.text("employee.employeeNo")).isNotEmpty();
        assertThat(told.text("exit.lastDay")).isEqualTo("2026-06-30");
    }

    @Test
    void whatItWasComputedFromStaysWithHr() {
        agreed();
        handOver();

        String told = payable().body();

        assertThat(told).doesNotContain("steps", "averagePay", "monthlyPay", "article", "inputs", "history");
        assertThat(csv()).doesNotContain("art. 47");
    }

    @Test
    void aCorrectionTakesItBackUntilItIsHandedOverAgain() {
        agreed();
        handOver();
        room.say("[]");

        assertThat(payable().status()).isEqualTo(409);
    }

    @Test
    void whoDoesNotActForFinanceDoesNotLearnThatThereIsACase() {
        agreed();
        handOver();

        for (String form : new String[] {"", "/payable.xlsx", "/payable.csv"}) {
            assertThat(room.handler(false).call("GET", path() + form, "").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void noTextOfAFileRunsAsAFormula() {
        agreed();
        handOver();

        assertThat(csv()).contains("\"Expenses: =cmd()\"", "120.50").doesNotContain("\"=");
        assertThat(room.handler(true).call("GET", path() + "/payable.xlsx", "").body())
                .startsWith("PK");
    }

    private void agreed() {
        room.ready(CLAIMS);
        assertThat(room.agree().text("state")).isEqualTo("agreed");
    }

    private void handOver() {
        Reply done = room.hr()
                .call(
                        "POST",
                        room.path() + "/finance",
                        "{\"version\":%s}".formatted(room.get().text("version")));
        assertThat(done.text("state")).isEqualTo("handedOver");
    }

    private Reply payable() {
        return room.handler(true).call("GET", path(), "");
    }

    private String csv() {
        return room.handler(true).call("GET", path() + "/payable.csv", "").body();
    }

    private String path() {
        return "offboardings/" + room.offboarding + "/payable";
    }
}
