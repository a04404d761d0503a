package org.holdfast.core.retention.outcomes;

import java.time.LocalDate;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.holdfast.core.retention.outcomes.Entry.By;
import org.holdfast.core.retention.outcomes.Entry.What;
import org.holdfast.core.retention.outcomes.Entry.Words;

/** The sealed part of an entry as bytes. */
final class EntryCodec {
    static final int VERSION = 1;

    private EntryCodec() {}

    static byte[] write(Words words) {
        ByteSink out = new ByteSink(128);
        out.text(words.what().code());
        out.unsigned(words.days());
        out.signed(words.on().toEpochDay());
        out.text(words.text());
        out.text(words.by().account());
        out.text(words.by().name());
        out.single(words.by().hr() ? 1 : 0);
        return out.toBytes();
    }

    static Words read(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        What what = What.ofCode(in.text())
                .orElseThrow(() -> new IllegalArgumentException("unknown outcome: the record is damaged"));
        int days = Math.toIntExact(in.unsigned());
        LocalDate on = LocalDate.ofEpochDay(in.signed());
        return new Words(what, days, on, in.text(), new By(in.text(), in.text(), in.single() == 1));
    }
}
