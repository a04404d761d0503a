package org.holdfast.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files go up by tus: cut off anywhere they go on where they ended, and nothing lies plain anywhere. */
class UploadsTest {
    private static final int LENGTH = 1_000_003;

    private final KnowledgeRoom room = new KnowledgeRoom();
    private final byte[] content = new byte[LENGTH];
    private final Visibility leaver = room.sight("leaver", Role.EMPLOYEE, Set.of(), room.leaver);

    @BeforeEach
    void begin() {
        new Random(7).nextBytes(content);
        room.begun();
        room.assigned("design");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void anUploadThatIsCutAtATenthGoesOnAtTheLastByteThatCame(int tenth) throws IOException {
        int cut = LENGTH / 10 * tenth;
        UUID file = begun(LENGTH);

        refused("UPLOAD_CUT_OFF", () -> append(file, 0, new CutOff(content, cut)));
        Reply state = sender().call("HEAD", "knowledge/files/" + file, "");
        assertThat(state.header("Upload-Offset")).isEqualTo(String.valueOf(cut));
        append(file, cut, new ByteArrayInputStream(content, cut, LENGTH - cut));

        assertThat(sent(file)).isEqualTo(content);
    }

    @Test
    void anUploadThatIsCutAtEveryTenthInTurnIsWhole() throws IOException {
        UUID file = begun(LENGTH);
        int at = 0;
        for (int tenth = 1; tenth < 10; tenth++) {
            int from = at;
            int cut = LENGTH / 10 * tenth;
            byte[] rest = Arrays.copyOfRange(content, from, LENGTH);
            refused("UPLOAD_CUT_OFF", () -> append(file, from, new CutOff(rest, cut - from)));
            at = cut;
        }
        append(file, at, new ByteArrayInputStream(content, at, LENGTH - at));

        assertThat(sent(file)).isEqualTo(content);
    }

    @Test
    void theProtocolIsSpokenFromBeginningToEnd() {
        MemoryServer sender = sender();
        Reply abilities = sender.call("OPTIONS", "knowledge/files", "");
        assertThat(abilities.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(abilities.header("Tus-Extension")).isEqualTo("creation,checksum,termination,expiration");
        assertThat(abilities.header("Tus-Max-Size")).isEqualTo(String.valueOf(100L << 20));

        Reply made = sender.with("Upload-Length", "11")
                .with("Upload-Metadata", "filename " + base64("../../etc/计划.pdf") + ",filetype " + base64("a/b"))
                .call("POST", "knowledge/files/of/" + room.item("design").id(), "");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("Upload-Expires")).isEqualTo("Mon, 8 Jun 2026 02:00:00 GMT");
        String file = made.header("Location").replaceAll(".*/api/v1/", "");
        sender.with("Upload-Length", null).with("Upload-Metadata", null);

        Reply first = piece(sender, file, 0, "hello ");
        assertThat(first.status()).as(first.body()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("6");
        assertThat(first.header("Tus-Resumable")).isEqualTo("1.0.0");
        Reply wrong = piece(sender, file, 0, "hello ");
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.text("type")).isEqualTo("/problems/upload-offset");
        assertThat(wrong.header("Tus-Resumable")).isEqualTo("1.0.0");
        assertThat(room.hr().call("GET", file + "/content", "").status()).isEqualTo(409);
        piece(sender, file, 6, "world");

        Reply whole = room.hr().call("GET", file + "/content", "");
        assertThat(whole.body()).isEqualTo("hello world");
        assertThat(whole.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''%E8%AE%A1%E5%88%92.pdf");
        assertThat(room.hr()
                        .with("Range", "bytes=3-7")
                        .call("GET", file + "/content", "")
                        .body())
                .isEqualTo("lo wo");
        Reply last = room.hr().with("Range", "bytes=-3").call("GET", file + "/content", "");
        assertThat(last.status()).isEqualTo(206);
        assertThat(last.header("Content-Range")).isEqualTo("bytes 8-10/11");
        assertThat(room.hr()
                        .with("Range", "bytes=11-")
                        .call("GET", file + "/content", "")
                        .status())
                .isEqualTo(416);
        assertThat(sender.call("DELETE", file, "").status()).isEqualTo(204);
        assertThat(sender.call("HEAD", file, "").status()).isEqualTo(404);
    }

    @Test
    void whatDoesNotFitItsChecksumIsNotKept() throws Exception {
        String file = "knowledge/files/" + begun(11);
        String right = base64(MessageDigest.getInstance("SHA-256").digest("hello ".getBytes(StandardCharsets.UTF_8)));
        MemoryServer sender = sender().with("Upload-Checksum", "sha256 " + right);

        assertThat(piece(sender, file, 0, "hellO ").status()).isEqualTo(460);
        assertThat(piece(sender, file, 0, "hello ").header("Upload-Offset")).isEqualTo("6");
        assertThat(piece(sender.with("Upload-Checksum", "md5 " + right), file, 6, "world")
                        .text("type"))
                .isEqualTo("/problems/upload-checksum-unknown");
        assertThat(piece(sender.with("Upload-Checksum", "sha256 !!"), file, 6, "world")
                        .status())
                .isEqualTo(400);
        assertThat(piece(sender.with("Upload-Checksum", null), file, 6, "world").status())
                .isEqualTo(204);
    }

    @Test
    void anotherProtocolAWrongLengthAndAFileThatIsTooLargeAreRefused() {
        String of = "knowledge/files/of/" + room.item("design").id();

        assertThat(room.self(room.leaver)
                        .with("Upload-Length", "1")
                        .call("POST", of, "")
                        .status())
                .isEqualTo(412);
        assertThat(sender().with("Upload-Length", "-1").call("POST", of, "").status())
                .isEqualTo(400);
        assertThat(sender().call("POST", of, "").status()).isEqualTo(400);
        assertThat(sender().with("Upload-Length", "999999999999")
                        .call("POST", of, "")
                        .status())
                .isEqualTo(413);
        assertThat(sender().with("Upload-Length", "1")
                        .with("Upload-Metadata", "filename ?")
                        .call("POST", of, "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aFullDiskIsSaidAndWhatHasArrivedIsKept() throws IOException {
        UUID file = begun(LENGTH);
        byte[] half = Arrays.copyOf(content, UploadDesk.PIECE + 5);
        append(file, 0, new ByteArrayInputStream(half));
        room.free.set(Room.RESERVE + 100);

        refused("UPLOAD_NO_ROOM", () -> append(file, half.length, new ByteArrayInputStream(content)));
        assertThat(sender().call("HEAD", "knowledge/files/" + file, "").header("Upload-Offset"))
                .isEqualTo(String.valueOf(half.length));
        room.free.set(Long.MAX_VALUE / 2);
        append(file, half.length, new ByteArrayInputStream(content, half.length, LENGTH - half.length));

        assertThat(sent(file)).isEqualTo(content);
    }

    @Test
    void theQuotaOfASubsidiaryCountsWhatIsStillToCome() {
        for (int i = 0; i < 10; i++) {
            begun(100 << 20);
        }

        Reply refused = sender().with("Upload-Length", String.valueOf(100 << 20))
                .call("POST", "knowledge/files/of/" + room.item("design").id(), "");

        assertThat(refused.status()).isEqualTo(507);
    }

    @Test
    void ofTwoWhoSendTheSameOneGoesOn() {
        UUID file = begun(LENGTH);
        UploadDesk.Found both = room.uploads.sent(file, leaver);

        room.uploads.append(both, 0, new ByteArrayInputStream(content, 0, 10));

        refused("UPLOAD_OFFSET", () -> room.uploads.append(both, 0, new ByteArrayInputStream(content, 0, 20)));
        assertThat(room.uploads.sent(file, leaver).file().received()).isEqualTo(10);
    }

    @Test
    void nothingLiesPlainInTheDatabase() throws IOException {
        byte[] telling = "THE SECRET OF THE GEARBOX ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        UUID file = begun(telling.length);
        append(file, 0, new ByteArrayInputStream(telling));

        byte[] kept = room.database.call(connection -> {
            try (var read = connection.prepareStatement(
                            "select content from knowledge_piece where file_id = ? order by begins");
                    ByteArrayOutputStream all = new ByteArrayOutputStream()) {
                read.setObject(1, file);
                try (var row = read.executeQuery()) {
                    while (row.next()) {
                        all.writeBytes(row.getBytes(1));
                    }
                }
                return all.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(kept.length).isGreaterThan(telling.length);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("SECRET");
        assertThat(sent(file)).isEqualTo(telling);
    }

    @Test
    void onlyPartiesReadAFileAndTheRecipientOnceItIsHandedOver() throws IOException {
        UUID file = begun(5);
        append(file, 0, new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
        String content = "knowledge/files/" + file + "/content";

        assertThat(room.self(room.colleague).call("GET", content, "").status()).isEqualTo(404);
        assertThat(room.elsewhere().call("GET", content, "").status()).isEqualTo(404);
        assertThat(room.superior().call("GET", content, "").status()).isEqualTo(200);
        assertThat(room.self(room.colleague)
                        .with("Tus-Resumable", "1.0.0")
                        .call("HEAD", "knowledge/files/" + file, "")
                        .status())
                .isEqualTo(404);
        room.handsOver("design");
        assertThat(room.self(room.colleague).call("GET", content, "").body()).isEqualTo("hello");
        room.accepts("design");
        assertThat(sender().call("DELETE", "knowledge/files/" + file, "").status())
                .isEqualTo(409);
        assertThat(room.hr()
                        .call(
                                "DELETE",
                                room.path() + "/items/" + room.item("design").id() + "?version=4",
                                "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatNobodyGoesOnWithIsRemovedAndWhatIsWholeStays() throws IOException {
        UUID whole = begun(5);
        append(whole, 0, new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8)));
        UUID begun = begun(LENGTH);
        append(begun, 0, new ByteArrayInputStream(content, 0, 600_000));
        room.clock.set("2026-06-07T02:00:00Z");
        new UploadSweep(room.uploads, () -> true).run();
        assertThat(room.files.itemOf(begun)).isPresent();

        room.clock.set("2026-06-09T02:00:00Z");
        new UploadSweep(room.uploads, () -> true).run();

        assertThat(room.files.itemOf(begun)).isEmpty();
        assertThat(sent(whole)).hasSize(5);
    }

    private MemoryServer sender() {
        return room.self(room.leaver).with("Tus-Resumable", "1.0.0");
    }

    private UUID begun(long size) {
        return room.uploads
                .begin(room.item("design").id(), size, new StoredFile.Facts("a.bin", ""), leaver)
                .id();
    }

    private void append(UUID file, long offset, InputStream body) {
        room.uploads.append(room.uploads.sent(file, leaver), offset, body);
    }

    private byte[] sent(UUID file) throws IOException {
        UploadDesk.Found found = room.uploads.readable(file, leaver);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        room.uploads.send(found, 0, found.file().size(), out);
        return out.toByteArray();
    }

    private static Reply piece(MemoryServer sender, String file, long offset, String bytes) {
        Reply reply = sender.with("Upload-Offset", String.valueOf(offset))
                .with("Content-Type", "application/offset+octet-stream")
                .call("PATCH", file, bytes);
        sender.with("Upload-Offset", null).with("Content-Type", null);
        return reply;
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RestException.class, e -> assertThat(e.code().name()).isEqualTo(code));
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A sender who goes away in the middle of a read. */
    private static final class CutOff extends InputStream {
        private final byte[] content;
        private final int end;
        private int at;

        CutOff(byte[] content, int end) {
            this.content = content;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            if (at >= end) {
                throw new IOException("Connection reset");
            }
            return content[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            if (at >= end) {
                throw new IOException("Connection reset");
            }
            int count = Math.min(Math.min(wanted, 10_007), end - at);
            System.arraycopy(content, at, target, offset, count);
            at += count;
            return count;
        }
    }
}
