package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.intake.ImportStatus.State;
import org.holdfast.core.intake.Imports.Upload;
import org.holdfast.core.platform.rest.RestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFormTest {
    private static final String TYPE = "multipart/form-data; boundary=edge";
    private static final String END = "--edge--\r\n";

    @TempDir
    private Path folder;

    private IntakeBench bench;

    @BeforeEach
    void open() {
        bench = new IntakeBench(LocalDatabase.fresh(), folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aFileIsKeptWhereverItStandsInTheForm() {
        String text =
                part("file\"; filename=\"C:\\folder\\员工.csv", IntakeBench.SUBSIDIARIES) + part("kind", "subsidiaries");

        UUID id;
        try (UploadForm form = read(text + END)) {
            assertThat(form.fileName()).isEqualTo("员工.csv");
            assertThat(form.field("kind")).isEqualTo("subsidiaries");
            assertThat(form.field("subsidiary")).isEmpty();
            Upload upload = new Upload(form.fileName(), null, false, ImportKind.SUBSIDIARIES);
            id = bench.imports.submit(upload, form.submitted());
        }

        assertThat(bench.run(id, 100).counts().accepted()).isEqualTo(2);
    }

    @Test
    void aFormThatBreaksOffIsRefusedAndLeavesNothing() {
        String text = part("file\"; filename=\"a.csv", "x".repeat(300_000));

        assertThatThrownBy(() -> read(text.substring(0, 200_000)))
                .isInstanceOfSatisfying(
                        HoldfastException.class, e -> assertThat(e.code()).isEqualTo(IntakeError.UPLOAD_BROKEN_OFF));
        assertThat(bench.files()).isZero();
    }

    @Test
    void aSenderWhoGoesAwayIsNotTakenForAFailingDisk() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset by peer");
            }
        };
        byte[] begin = part("file\"; filename=\"a.csv", "x".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        UploadForm form = new UploadForm(bench.imports);

        assertThatThrownBy(() -> form.read(TYPE, new SequenceInputStream(new ByteArrayInputStream(begin), gone)))
                .isInstanceOfSatisfying(
                        HoldfastException.class, e -> assertThat(e.code()).isEqualTo(IntakeError.UPLOAD_BROKEN_OFF));
        form.close();
        assertThat(bench.files()).isZero();
    }

    @Test
    void aFormWithoutAFileOrWithoutASenseIsRefused() {
        try (UploadForm form = read(part("kind", "signals") + END)) {
            assertThatThrownBy(form::submitted).isInstanceOf(RestException.class);
        }
        assertThatThrownBy(() -> read(part("kind", "x".repeat(2_000)) + END)).isInstanceOf(RestException.class);
        assertThatThrownBy(() -> read(part("file\"; filename=\"a\u0000.csv", "x") + END))
                .isInstanceOf(RestException.class);
        try (UploadForm form = read("no form at all")) {
            assertThatThrownBy(form::submitted).isInstanceOf(RestException.class);
        }
    }

    @Test
    void anImportThatIsGivenUpSaysSoAndItsFileGoes() {
        UUID id = bench.submit("subsidiaries.csv", IntakeBench.SUBSIDIARIES);
        UUID done = bench.take("subsidiaries.csv", IntakeBench.SUBSIDIARIES).id();

        bench.imports.giveUp(id);
        bench.imports.giveUp(done);

        ImportStatus status = bench.imports.find(id).orElseThrow();
        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.failure()).isEqualTo("NOT_COMPLETED");
        assertThat(bench.imports.find(done).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(bench.files()).isZero();
    }

    private UploadForm read(String text) {
        UploadForm form = new UploadForm(bench.imports);
        boolean read = false;
        try {
            form.read(TYPE, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            read = true;
            return form;
        } finally {
            if (!read) {
                form.close();
            }
        }
    }

    private static String part(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }
}
