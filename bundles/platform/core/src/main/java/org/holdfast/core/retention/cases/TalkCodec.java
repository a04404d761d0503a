package org.holdfast.core.retention.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.holdfast.core.retention.cases.Talk.By;
import org.holdfast.core.retention.cases.Talk.Intent;
import org.holdfast.core.retention.cases.Talk.Words;

/** The sealed part of a talk as bytes. */
final class TalkCodec {
    static final int VERSION = 1;

    private TalkCodec() {}

    static byte[] write(Words words) {
        ByteSink out = new ByteSink(256);
        out.signed(words.heldOn().toEpochDay());
        out.text(words.intent().code());
        out.unsigned(words.causes().size());
        words.causes().forEach(out::text);
        out.text(words.text());
        out.text(words.nextStep());
        out.text(words.by().account());
        out.text(words.by().name());
        out.single(words.by().hr() ? 1 : 0);
        return out.toBytes();
    }

    static Words read(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        LocalDate heldOn = LocalDate.ofEpochDay(in.signed());
        Intent intent = Intent.ofCode(in.text())
                .orElseThrow(() -> new IllegalArgumentException("unknown intent: the record is damaged"));
        List<String> causes = new ArrayList<>();
        for (int left = in.length(); left > 0; left--) {
            causes.add(in.text());
        }
        return new Words(heldOn, intent, causes, in.text(), in.text(), new By(in.text(), in.text(), in.single() == 1));
    }
}
