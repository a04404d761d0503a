package org.holdfast.core.offboarding.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HR writes letterhead and words of papers; what does not exist is refused by name, and what the law wants stays on them. */
class TemplatesTest {
    private static final String HEAD = "\"letterhead\":{\"firm\":\"海上制造有限公司\",\"creditCode\":\"91310000MA1K35XX8B\","
            + "\"address\":\"浦东\",\"signatory\":\"Li\"}";

    private final PaperRoom room = new PaperRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void ownWordsStandOnWhatIsIssuedFromThenOn() throws IOException {
        room.sealed();
        Reply shipped = room.hr().call("GET", path(), "");
        assertThat(shipped.text("version")).as(shipped.body()).isEqualTo("0");
        assertThat(shipped.text("letterhead.firm")).isEqualTo("Firm S1");
        assertThat(shipped.text("languages.0.tag")).isEqualTo("zh");

        Reply kept = write(0, "Hereby {firm} says of {name} ({employeeNo}): {post}.");
        assertThat(kept.text("version")).as(kept.body()).isEqualTo("1");
        Reply issued = room.issue(",\"languages\":[\"en\"]");

        assertThat(CertificatesTest.words(room.file(issued, 0)))
                .contains("Hereby 海上制造有限公司 says of Name E", "91310000MA1K35XX8B", "Length of service", "Engineer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of {salary}|{salary}",
                "of {Name}|{Name}",
                "of {}|{}",
                "of {name|{",
                "of name}|}",
                "of {na{name}me}|{"
            })
    void anUnknownFieldOrALonelyBraceIsRefusedByName(String opening, String named) {
        Reply refused = write(0, opening);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("wordings.en.opening").contains(": " + named);
        assertThat(room.hr().call("GET", path(), "").text("version")).isEqualTo("0");
    }

    @Test
    void aNameThatLooksLikeAFieldStaysAName() {
        assertThat(TemplateField.fill("{name}$1", Map.of(TemplateField.NAME, "{post}\\$2")))
                .isEqualTo("{post}\\$2$1");
    }

    @Test
    void aPreviewIsOfNobodyAndMarked() throws IOException {
        byte[] file = room.hr()
                .call("POST", path() + "/preview", "{" + HEAD + ",\"wordings\":{}}")
                .bytes();

        assertThat(CertificatesTest.words(file).replaceAll("\\s", "")).contains("草稿ENTWURFDRAFT", "海上制造有限公司");
    }

    @Test
    void wrongLetterheadsAndSecondWritersAreTold() {
        assertThat(room.hr().call("PUT", path(), "{\"version\":0}").body()).contains("\"letterhead\"");
        assertThat(room.hr()
                        .call("PUT", path(), "{\"version\":0,\"letterhead\":{\"firm\":\"x\",\"creditCode\":\"12\"}}")
                        .body())
                .contains("letterhead.creditCode");
        assertThat(room.hr()
                        .call("PUT", path(), "{\"version\":0," + HEAD + ",\"wordings\":{\"tlh\":{\"title\":\"x\"}}}")
                        .body())
                .contains("\"wordings\"");
        assertThat(write(0, "x").status()).isEqualTo(200);
        assertThat(write(0, "y").text("type")).isEqualTo("/problems/template-changed");
        assertThat(room.elsewhere().call("GET", path(), "").status()).isEqualTo(404);
    }

    private Reply write(int version, String opening) {
        return room.hr()
                .call(
                        "PUT",
                        path(),
                        "{\"version\":%d,%s,\"wordings\":{\"en\":{\"title\":\"T\",\"opening\":\"%s\",\"closing\":\"c\"}}}"
                                .formatted(version, HEAD, opening));
    }

    private String path() {
        return "offboardings/paper-templates/" + room.firm;
    }
}
