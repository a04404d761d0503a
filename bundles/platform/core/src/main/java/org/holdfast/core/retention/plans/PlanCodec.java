package org.holdfast.core.retention.plans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.jspecify.annotations.Nullable;

/** The sealed parts of a plan as bytes. */
final class PlanCodec {
    static final int VERSION = 1;

    private PlanCodec() {}

    static byte[] write(ActionContent content) {
        ByteSink out = new ByteSink(content.title().length() + content.note().length() + 64);
        out.text(content.template());
        out.text(content.kind().code());
        out.text(content.title());
        out.text(content.note());
        out.text(content.target());
        out.text(text(content.percent()));
        Money cost = content.cost();
        out.text(cost == null ? "" : text(cost.amount()));
        out.text(cost == null ? "" : cost.currency().getCurrencyCode());
        UUID holder = content.offer().holderId();
        out.text(holder == null ? "" : holder.toString());
        out.unsigned(content.offer().candidateIds().size());
        content.offer().candidateIds().forEach(one -> out.text(one.toString()));
        return out.toBytes();
    }

    static ActionContent content(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        return new ActionContent(
                in.text(),
                ActionKind.ofCode(in.text()).orElse(ActionKind.CONVERSATION),
                in.text(),
                in.text(),
                in.text(),
                number(in.text()),
                money(in.text(), in.text()),
                offer(in));
    }

    /** What was written before posts could be offered ends here. */
    private static Offer offer(ByteSource in) {
        if (!in.more()) {
            return Offer.NONE;
        }
        String holder = in.text();
        List<UUID> candidates = new ArrayList<>();
        for (int count = in.length(); count > 0; count--) {
            candidates.add(UUID.fromString(in.text()));
        }
        return new Offer(holder.isEmpty() ? null : UUID.fromString(holder), candidates);
    }

    static byte[] write(PlanStep.Words words) {
        ByteSink out = new ByteSink(words.note().length() + 64);
        out.text(words.what().name());
        out.text(words.by());
        out.text(words.note());
        out.unsigned(words.changes().size());
        words.changes().forEach(out::text);
        return out.toBytes();
    }

    static PlanStep.Words words(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        PlanStep.What what = PlanStep.What.valueOf(in.text());
        String by = in.text();
        String note = in.text();
        List<String> changes = new ArrayList<>();
        for (int count = in.length(); count > 0; count--) {
            changes.add(in.text());
        }
        return new PlanStep.Words(what, by, note, changes);
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static @Nullable BigDecimal number(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static @Nullable Money money(String amount, String currency) {
        return amount.isEmpty() ? null : new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }
}
