package org.holdfast.core.offboarding.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list that the firm has already comes in as a file, and goes out as one. */
class AssetImportTest {
    private static final String HEAD = "inventoryNo,kind,label,serial,valueClass\r\n";

    private final AssetRoom room = new AssetRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFileIsTakenOnceAndItsWrongLinesAreToldByTheirNumbers() {
        String file = HEAD
                + "IT-1,laptop,ThinkPad,PF-1,high\r\n"
                + "IT-2,spaceship,Rocket,,\r\n"
                + ",phone,No number,,\r\n"
                + "IT-1,phone,Twice,,\r\n"
                + "IT-3,Access card,Card 3,,\r\n"
                + ",,,,\r\n";

        Reply first = AssetRoom.ok(send(file));
        assertThat(first.text("added")).isEqualTo("2");
        assertThat(first.text("wrong.0.line")).isEqualTo("3");
        assertThat(first.text("wrong.0.column")).isEqualTo("Kind");
        assertThat(first.text("wrong.0.message")).isEqualTo("is not one of the words this field takes");
        assertThat(first.text("wrong.1.line")).isEqualTo("4");
        assertThat(first.text("wrong.2.line")).isEqualTo("5");
        Reply second = AssetRoom.ok(send(file));
        assertThat(second.text("added")).isEqualTo("0");
        assertThat(second.text("unchanged")).isEqualTo("2");
        assertThat(AssetRoom.ok(send(HEAD + "IT-1,laptop,ThinkPad X1,PF-1,high\r\n"))
                        .text("changed"))
                .isEqualTo("1");
        assertThat(room.table.of(room.firm)).hasSize(2);
    }

    @Test
    void chineseWordsOfTheHeaderAreKnownAndColumnsThatAreMissingAreNamed() {
        Reply taken = AssetRoom.ok(send("资产编号,类别,名称\r\nIT-1,笔记本电脑,ThinkPad\r\n"));
        assertThat(taken.text("added")).isEqualTo("1");
        assertThat(room.table.of(room.firm).get(0).mark().kind()).isEqualTo(AssetKind.LAPTOP);

        Reply lacking = send("inventoryNo,label\r\nIT-1,ThinkPad\r\n");
        assertThat(lacking.status()).isEqualTo(400);
        assertThat(lacking.body()).contains("kind", "assetColumn");
        assertThat(send("").status()).isEqualTo(400);
        assertThat(send("list.exe", HEAD).body()).contains("asset-file-format");
    }

    @Test
    void whatGoesOutComesInAgainAndRunsNoFormula() {
        AssetRoom.ok(send(HEAD + "IT-1,laptop,=cmd,PF-1,high\r\n"));
        room.issued("IT-2", room.technician, null);

        byte[] out = AssetRoom.ok(room.hr().call("GET", "assets/assets.csv?subsidiaryId=" + room.firm, ""))
                .bytes();
        String text = new String(out, StandardCharsets.UTF_8);
        assertThat(text).contains("\"'=cmd\"").contains(room.number(room.technician));
        Reply again = AssetRoom.ok(send(text.substring(1)));
        assertThat(again.text("unchanged")).isEqualTo("2");
        assertThat(again.text("wrong.0.line")).isEmpty();
        assertThat(room.hr()
                        .call("GET", "assets/assets.xlsx?subsidiaryId=" + room.firm, "")
                        .bytes())
                .startsWith((byte) 'P', (byte) 'K');
    }

    private Reply send(String content) {
        return send("assets.csv", content);
    }

    private Reply send(String name, String content) {
        MemoryServer server = room.hr().with("Content-Type", "multipart/form-data; boundary=B");
        String body = "--B\r\nContent-Disposition: form-data; name=\"subsidiaryId\"\r\n\r\n" + room.firm
                + "\r\n--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--B--\r\n";
        return server.call("POST", "assets/imports", body);
    }
}
