package org.holdfast.core.offboarding.flows;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * The flows somebody may see.
 *
 * @param items flows, the group's first
 * @param uses which flow each subsidiary uses
 * @param mandatory codes of the steps that no flow may leave out
 * @param mayDemand whether the reader may change those
 */
@TellsNothing
public record FlowsView(List<FlowView> items, List<UseView> uses, List<String> mandatory, boolean mayDemand) {

    /** Copies the lists. */
    public FlowsView {
        items = List.copyOf(items);
        uses = List.copyOf(uses);
        mandatory = List.copyOf(mandatory);
    }

    /**
     * A flow.
     *
     * @param id random id
     * @param subsidiaryId whose it is, null for the group's
     * @param key as its files name the process
     * @param name what it is called in the reader's language, in its newest version
     * @param versions its versions, the newest first
     * @param mayManage whether the reader may upload and publish versions of it
     */
    @TellsNothing
    public record FlowView(
            UUID id,
            @Nullable UUID subsidiaryId,
            String key,
            String name,
            List<VersionView> versions,
            boolean mayManage) {

        /** Copies the list. */
        public FlowView {
            versions = List.copyOf(versions);
        }
    }

    /**
     * A version.
     *
     * @param flowId the flow
     * @param number from 1
     * @param createdAt when it came in
     * @param publishedAt since when runs may start on it, null for a draft
     */
    @TellsNothing
    public record VersionView(
            UUID flowId,
            int number,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime publishedAt) {}

    /**
     * What a subsidiary uses.
     *
     * @param subsidiaryId the subsidiary
     * @param subsidiaryName its name
     * @param flowId the flow; new runs start on its newest published version
     * @param version number of that version
     * @param mayManage whether the reader may choose another
     */
    @TellsNothing
    public record UseView(UUID subsidiaryId, String subsidiaryName, UUID flowId, int version, boolean mayManage) {}
}
