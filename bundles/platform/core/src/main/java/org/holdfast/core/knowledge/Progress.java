package org.holdfast.core.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * How far a handover has come.
 *
 * @param begun whether there is a list
 * @param waived whether HR does without it
 * @param wanted how many mandatory items there are
 * @param settled how many of them are accepted or waived
 */
record Progress(boolean begun, boolean waived, int wanted, int settled) {

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // as the table finds it
    static Progress of(Optional<Checklist> list, List<KnowledgeItem> items) {
        List<KnowledgeItem> wanted =
                items.stream().filter(item -> item.course().mandatory()).toList();
        int settled = (int)
                wanted.stream().filter(item -> item.course().state().settled()).count();
        boolean waived = list.filter(one -> one.waiver() != null).isPresent();
        return new Progress(list.isPresent(), waived, wanted.size(), settled);
    }

    boolean done() {
        return waived || (begun && wanted == settled);
    }
}
