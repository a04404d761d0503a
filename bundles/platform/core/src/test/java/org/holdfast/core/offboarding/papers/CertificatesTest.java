package org.holdfast.core.offboarding.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HR issues a certificate that says what the law wants, in every language at once, under one seal that other tools accept. */
class CertificatesTest {
    private final PaperRoom room = room();

    @TempDir
    Path folder;

    PaperRoom room() {
        return new PaperRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void oneDocumentSaysWhatTheLawWantsInEachLanguage() throws IOException {
        room.sealed();

        Reply issued = room.issue("");

        assertThat(issued.status()).as(issued.body()).isEqualTo(200);
        assertThat(issued.text("papers.0.number")).isEqualTo("S1-2026-0001");
        String words = words(room.file(issued, 0)).replaceAll("\\s+", " ");
        assertThat(words)
                .contains("离职证明", "劳动合同期限", "在本单位的工作年限", "5年6个月0天", "2026年3月31日", "无固定期限")
                .contains("Certificate of employment", "March 31, 2026", "5 years, 6 months, 0 days", "Engineer")
                .contains("Arbeitsbescheinigung", "31. März 2026", "unbefristet")
                .contains("S1-2026-0001", "Firm S1", "the text in Chinese prevails")
                .doesNotContain("papers.", "exitKind", "Resignation", "离职方式");
        assertThat(words.indexOf("劳动合同期限")).isLessThan(words.indexOf("Term of the contract"));
    }

    @Test
    void toolsWeDidNotWriteAcceptTheSealAndSeeABrokenByte() throws Exception {
        assumeTrue(installed("pdfsig") && installed("openssl"), "pdfsig (poppler-utils) or openssl is not installed");
        room.sealed();
        byte[] file = room.file(room.issue(""), 0);

        Path paper = Files.write(folder.resolve("paper.pdf"), file);
        assertThat(run("pdfsig", "-nocert", paper.toString()))
                .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "CN=Firm S1");
        assertThat(verified(file)).contains("CMS Verification successful");

        byte[] broken = file.clone();
        broken[file.length / 8] ^= 1;
        Files.write(paper, broken);
        assertThat(run("pdfsig", "-nocert", paper.toString())).doesNotContain("Signature is Valid");
        assertThat(verified(broken)).doesNotContain("CMS Verification successful");
    }

    @Test
    void theReasonStandsOnItOnlyWhereThePersonWishesSo() throws IOException {
        room.sealed();

        Reply issued = room.issue(",\"reasonWished\":true,\"languages\":[\"en\"]");

        assertThat(issued.status()).as(issued.body()).isEqualTo(200);
        assertThat(words(room.file(issued, 0))).contains("How the employment ended");
        assertThat(issued.text("papers.0.reasonTold")).isEqualTo("true");
    }

    @Test
    void whatIsSentTwiceIsIssuedOnce() {
        room.sealed();
        UUID key = UUID.randomUUID();

        Reply first = room.issue(key, "");
        Reply second = room.issue(key, "");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("papers.0.sha256")).isEqualTo(first.text("papers.0.sha256"));
        assertThat(second.text("papers.1.id")).isEmpty();
        UUID other = room.anotherLeaves();
        assertThat(room.hr()
                        .call("POST", "offboardings/" + other + "/certificate", "{\"key\":\"" + key + "\"}")
                        .text("type"))
                .isEqualTo("/problems/paper-key-used");
    }

    @Test
    void aCorrectionIsAnotherNumberAndTheOldOneStaysAsItWas() {
        room.sealed();
        Reply first = room.issue("");
        byte[] before = room.file(first, 0);
        room.staff.post(room.person, new Employee.Post("Head of design", "rd", "P5", false, Double.NaN, "Hangzhou"));

        assertThat(room.issue("").text("type")).isEqualTo("/problems/certificate-issued");
        Reply corrected = room.issue(",\"replaces\":\"" + first.text("papers.0.id") + "\"");

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.text("papers.0.number")).isEqualTo("S1-2026-0002");
        assertThat(corrected.text("papers.1.replaced")).isEqualTo("true");
        assertThat(room.file(corrected, 1)).isEqualTo(before);
        assertThat(room.issue(",\"replaces\":\"" + first.text("papers.0.id") + "\"")
                        .text("type"))
                .isEqualTo("/problems/certificate-issued");
        assertThat(room.papers.next(room.firm, 2026)).isEqualTo(3);
    }

    @Test
    void numbersHaveNoGapHoweverManyIssueAtOnce() throws Exception {
        room.sealed();
        List<UUID> leavers = new ArrayList<>(List.of(room.offboarding));
        for (int i = 0; i < 5; i++) {
            leavers.add(room.anotherLeaves());
        }
        ExecutorService pool = Executors.newFixedThreadPool(6);
        List<Callable<Reply>> calls = new ArrayList<>();
        for (UUID one : leavers) {
            String body = "{\"key\":\"" + UUID.randomUUID() + "\",\"languages\":[\"en\"]}";
            calls.add(() -> room.hr().call("POST", "offboardings/" + one + "/certificate", body));
        }
        Set<String> numbers = new HashSet<>();
        for (Future<Reply> one : pool.invokeAll(calls)) {
            numbers.add(one.get().text("papers.0.number"));
        }
        pool.shutdown();

        assertThat(numbers)
                .containsExactlyInAnyOrder(
                        "S1-2026-0001", "S1-2026-0002", "S1-2026-0003", "S1-2026-0004", "S1-2026-0005", "S1-2026-0006");
    }

    @Test
    void ofTwoWhoIssueForTheSamePersonOneDoes() throws Exception {
        room.sealed();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Integer> answers = new ArrayList<>();
        for (Future<Reply> one : pool.invokeAll(List.<Callable<Reply>>of(() -> room.issue(""), () -> room.issue("")))) {
            answers.add(one.get().status());
        }
        pool.shutdown();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(room.papers.ofCase(room.offboarding)).hasSize(1);
        assertThat(room.papers.next(room.firm, 2026)).isEqualTo(2);
    }

    @Test
    void aLanguageTheFontCannotWriteIsRefusedByNameAndScript() {
        room.sealed();
        room.speak("th", "papers.certificate.title=ใบรับรอง\npapers.certificate.opening=รับรองว่า\n");

        Reply refused = room.issue("");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("ไทย (th), THAI", "languages[3]");
        assertThat(room.hr().call("GET", room.path(), "").body()).contains("\"noFont\"", "\"THAI\"");
        assertThat(room.issue(",\"languages\":[\"zh\",\"en\"]").status()).isEqualTo(200);
    }

    @Test
    void aLanguageWithoutWordsOfItsOwnIsRefusedToo() {
        room.sealed();
        room.speak("fr", "other.key=autre\n");

        assertThat(room.issue("").body()).contains("français (fr)");
        assertThat(room.issue(",\"languages\":[\"xx\"]").body()).contains("languages[0]");
    }

    @Test
    void nothingIsIssuedBeforeTheLastDayNorWithoutALawfulEventNorWithoutASeal() {
        assertThat(room.issue("").text("type")).isEqualTo("/problems/seal-missing");
        room.sealed();
        room.clock.set("2026-03-30T12:00:00Z");
        assertThat(room.issue("").text("type")).isEqualTo("/problems/certificate-too-early");
        Reply told = room.hr().call("GET", room.path(), "");
        assertThat(told.text("obstacles.0.code")).isEqualTo("tooEarly");
        assertThat(told.text("due.daysLeft")).isEqualTo("1");
        assertThat(told.text("due.article")).contains("50");
        room.clock.set("2027-02-01T02:00:00Z");
        assertThat(room.issue("").text("type")).isEqualTo("/problems/seal-not-valid");
        room.clock.set("2026-03-31T02:00:00Z");
        room.stage(Stage.WITHDRAWN);
        assertThat(room.issue("").status()).isEqualTo(409);
        assertThat(room.papers.ofCase(room.offboarding)).isEmpty();
        assertThat(room.papers.next(room.firm, 2026)).isEqualTo(1);
    }

    @Test
    void whatTheRegisterLacksIsSaidBefore() {
        room.sealed();
        room.staff.post(room.person, new Employee.Post("", "rd", "P5", false, Double.NaN, "Hangzhou"));

        assertThat(room.issue("").text("type")).isEqualTo("/problems/certificate-lacks");
        assertThat(room.hr().call("GET", room.path(), "").text("obstacles.0.code"))
                .isEqualTo("post");
    }

    @Test
    void aDraftIsMarkedAndNotSealed() throws IOException {
        byte[] draft = room.hr().call("GET", room.path() + "/draft.pdf", "").bytes();

        assertThat(words(draft).replaceAll("\\s", "")).contains("草稿ENTWURFDRAFT", "Name");
        try (PDDocument file = Loader.loadPDF(draft)) {
            assertThat(file.getSignatureDictionaries()).isEmpty();
        }
    }

    @Test
    void theTaskWaitsForTheCertificate() {
        room.sealed();
        CertificateProof proof = new CertificateProof(room.papers);

        assertThatThrownBy(() -> proof.require(room.offboarding)).isInstanceOf(RestException.class);
        room.issue("");
        proof.require(room.offboarding);
    }

    @Test
    void thePersonFetchesTheirOwnAndNobodyElses() {
        room.sealed();
        Reply issued = room.issue("");
        String id = issued.text("papers.0.id");

        Reply own = room.self(room.person).call("GET", "offboardings/papers/own", "");
        assertThat(own.text("items.0.number")).as(own.body()).isEqualTo("S1-2026-0001");
        assertThat(room.self(room.person)
                        .call("GET", "offboardings/papers/" + id + "/own", "")
                        .bytes())
                .isEqualTo(room.file(issued, 0));
        UUID colleague = room.staff.hire(room.firm, null);
        assertThat(room.self(colleague)
                        .call("GET", "offboardings/papers/" + id + "/own", "")
                        .status())
                .isEqualTo(404);
        assertThat(room.elsewhere().call("GET", room.path(), "").status()).isEqualTo(404);
        assertThat(room.elsewhere()
                        .call("GET", room.path() + "/" + id + "/certificate.pdf", "")
                        .status())
                .isEqualTo(404);
        assertThat(room.hr()
                        .call(
                                "GET",
                                "offboardings/" + room.anotherLeaves() + "/certificate/" + id + "/certificate.pdf",
                                "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anErasedPersonLeavesNoPaperAndTheirNumberStaysGiven() {
        room.sealed();
        room.issue("");
        Subject person = Subject.person(room.firm, room.person);
        assertThat(new PaperRecords(room.papers, room.transferTable).of(person, "en"))
                .hasSize(1);
        PersonTraces traces = new PaperBeans().paperTraces();

        room.database.run(connection -> {
            assertThat(traces.count(connection, person)).containsEntry("papers", 1L);
            traces.erase(connection, person);
        });

        assertThat(room.papers.ofPerson(room.person)).isEmpty();
        assertThat(room.papers.next(room.firm, 2026)).isEqualTo(2);
    }

    @Test
    void nothingOfThePersonIsReadableInTheDatabase() {
        room.sealed();
        room.issue("");

        String kept = room.database.call(connection -> {
            StringBuilder all = new StringBuilder();
            try (var read = connection.prepareStatement("select content, file from paper_issued");
                    var row = read.executeQuery()) {
                while (row.next()) {
                    all.append(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                    all.append(new String(row.getBytes(2), StandardCharsets.ISO_8859_1));
                }
            }
            return all.toString();
        });
        assertThat(kept).isNotEmpty().doesNotContain("%PDF", "S1-2026", "hr.wang");
    }

    private String verified(byte[] file) throws Exception {
        try (PDDocument read = Loader.loadPDF(file)) {
            var signature = read.getLastSignatureDictionary();
            Path cms = Files.write(folder.resolve("sig.der"), signature.getContents());
            Path content = Files.write(folder.resolve("content"), signature.getSignedContent(file));
            Path root = Files.writeString(
                    folder.resolve("root.pem"),
                    FirmAuthority.pem(room.authority.root()).replace("\\n", "\n"));
            return run(
                    "openssl",
                    "cms",
                    "-verify",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    cms.toString(),
                    "-content",
                    content.toString(),
                    "-CAfile",
                    root.toString(),
                    "-purpose",
                    "any",
                    "-out",
                    "/dev/null",
                    "-attime",
                    "1774922400");
        }
    }

    private static boolean installed(String tool) {
        return Files.isExecutable(Path.of("/usr/bin", tool));
    }

    private static String run(String... command) throws Exception {
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    static String words(byte[] file) throws IOException {
        try (PDDocument read = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
