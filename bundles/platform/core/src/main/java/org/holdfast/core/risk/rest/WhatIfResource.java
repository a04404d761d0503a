package org.holdfast.core.risk.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.risk.rest.WhatIfDesk.Subject;
import org.jspecify.annotations.Nullable;

/** What the model in use would say of a person if something about them were changed. Nothing of it is kept. */
@Path("employees/{id}/risk/what-if")
@Dependent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class WhatIfResource {
    private final WhatIfDesk desk;
    private final Visibility visibility;
    private final Texts texts;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk asks the model
     * @param visibility what the caller may see
     * @param texts which languages there are
     * @param audit told about whom is asked
     */
    @Inject
    public WhatIfResource(WhatIfDesk desk, Visibility visibility, Texts texts, AuditNotes audit) {
        this.desk = desk;
        this.visibility = visibility;
        this.texts = texts;
        this.audit = audit;
    }

    /**
     * Asks what the model would say of a person with changes.
     *
     * @param id the person
     * @param draft the changes
     * @param language the reader's languages
     * @return what it says of the person as they are and with the changes
     */
    @POST
    @Permitted("risk:read")
    @Operation(summary = "Asks what the model would say of a person with other pay, post or hours; keeps nothing")
    public WhatIfView ask(
            @PathParam("id") UUID id,
            WhatIfDraft draft,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Subject subject = desk.subject(id, visibility);
        WhatIfView view = desk.ask(subject, draft, texts.negotiate(language));
        audit.told(List.of(id));
        return view;
    }

    /**
     * Searches for the smallest set of changes that brings a person under the threshold of alerts.
     *
     * @param id the person
     * @param offer what the firm can offer
     * @param language the reader's languages
     * @return the set, or the one that comes closest
     */
    @POST
    @Path("smallest")
    @Permitted("risk:read")
    @Operation(summary = "Searches for the smallest set of changes that brings a person under the threshold of alerts")
    public SmallestView smallest(
            @PathParam("id") UUID id,
            WhatIfOffer offer,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        Subject subject = desk.subject(id, visibility);
        SmallestView view = desk.smallest(subject, offer, texts.negotiate(language));
        audit.told(List.of(id));
        return view;
    }
}
