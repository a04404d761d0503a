package org.holdfast.core.knowledge;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Permitted;
import org.jspecify.annotations.Nullable;

/** Handover lists of people who leave, for HR and their superiors. */
@Path("knowledge/offboardings/{id}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HandoversResource {
    private final HandoverDesk desk;
    private final HandoverReader reader;
    private final Parties parties;
    private final Visibility visibility;
    private final AuditNotes audit;

    /**
     * Creates the resource.
     *
     * @param desk changes lists
     * @param reader shows them
     * @param parties who may
     * @param visibility who calls
     * @param audit about whom lists are
     */
    @Inject
    HandoversResource(
            HandoverDesk desk, HandoverReader reader, Parties parties, Visibility visibility, AuditNotes audit) {
        this.desk = desk;
        this.reader = reader;
        this.parties = parties;
        this.visibility = visibility;
        this.audit = audit;
    }

    /**
     * Returns the list of a case.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return the list; empty with version 0 where nobody has begun it
     */
    @GET
    @Permitted(Parties.READ)
    @Operation(summary = "Returns what somebody who leaves hands over, to whom, and how far it is")
    public ChecklistView get(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        return show(parties.find(id, visibility), language);
    }

    /**
     * Begins the list of a case by the template for the post; one that is begun stays as it is.
     *
     * @param id the offboarding case
     * @param language the reader's languages
     * @return the list
     */
    @POST
    @Permitted(Parties.WRITE)
    @Operation(summary = "Begins a handover list by the template for the post")
    public ChecklistView begin(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = parties.findOpen(id, visibility);
        desk.begin(of);
        return show(of, language);
    }

    /**
     * Adds something to a list.
     *
     * @param id the offboarding case
     * @param fields what, to whom and until when
     * @param language the reader's languages
     * @return the list
     */
    @POST
    @Path("items")
    @Permitted(Parties.WRITE)
    @Operation(summary = "Adds something to a handover list")
    public ChecklistView add(
            @PathParam("id") UUID id,
            ItemFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = parties.findOpen(id, visibility);
        desk.add(of, fields, visibility);
        return show(of, language);
    }

    /**
     * Says anew what something is, who gets it and until when.
     *
     * @param id the offboarding case
     * @param item the item
     * @param fields all of it, with the version as it was read; no title for that of the template
     * @param language the reader's languages
     * @return the list
     */
    @PUT
    @Path("items/{item}")
    @Permitted(Parties.WRITE)
    @Operation(summary = "Says what something is, who gets it and until when")
    public ChecklistView change(
            @PathParam("id") UUID id,
            @PathParam("item") UUID item,
            ItemFields fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = parties.findOpen(id, visibility);
        desk.change(of, item, fields, visibility);
        return show(of, language);
    }

    /**
     * Removes something from a list.
     *
     * @param id the offboarding case
     * @param item the item
     * @param version the version as it was read
     */
    @DELETE
    @Path("items/{item}")
    @Permitted(Parties.WRITE)
    @Operation(summary = "Removes something without files; what is mandatory HR alone")
    public void remove(
            @PathParam("id") UUID id, @PathParam("item") UUID item, @QueryParam("version") @Nullable Integer version) {
        ExitCase of = parties.findOpen(id, visibility);
        desk.remove(of, item, version, visibility);
        audit.told(List.of(of.personId()));
    }

    /**
     * Does without something.
     *
     * @param id the offboarding case
     * @param item the item
     * @param step version and reason
     * @param language the reader's languages
     * @return the list
     */
    @POST
    @Path("items/{item}/waiver")
    @Permitted(Parties.WAIVE)
    @Operation(summary = "Does without something that is on a handover list, with a reason")
    public ChecklistView waive(
            @PathParam("id") UUID id,
            @PathParam("item") UUID item,
            ItemStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = parties.findOpen(id, visibility);
        desk.waive(of, item, step, visibility);
        return show(of, language);
    }

    /**
     * Wants something after all.
     *
     * @param id the offboarding case
     * @param item the item
     * @param step the version
     * @param language the reader's languages
     * @return the list
     */
    @POST
    @Path("items/{item}/demand")
    @Permitted(Parties.WAIVE)
    @Operation(summary = "Takes back that something was waived")
    public ChecklistView demand(
            @PathParam("id") UUID id,
            @PathParam("item") UUID item,
            ItemStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = parties.findOpen(id, visibility);
        desk.demand(of, item, step);
        return show(of, language);
    }

    /**
     * Does without the whole list.
     *
     * @param id the offboarding case
     * @param step version of the list and reason
     * @param language the reader's languages
     * @return the list
     */
    @POST
    @Path("waiver")
    @Permitted(Parties.WAIVE)
    @Operation(summary = "Does without a handover, with a reason")
    public ChecklistView waiveAll(
            @PathParam("id") UUID id,
            ItemStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = parties.findOpen(id, visibility);
        desk.waive(of, null, step, visibility);
        return show(of, language);
    }

    /**
     * Wants the list after all.
     *
     * @param id the offboarding case
     * @param step version of the list
     * @param language the reader's languages
     * @return the list
     */
    @POST
    @Path("demand")
    @Permitted(Parties.WAIVE)
    @Operation(summary = "Takes back that a handover was waived")
    public ChecklistView demandAll(
            @PathParam("id") UUID id,
            ItemStep step,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String language) {
        ExitCase of = parties.findOpen(id, visibility);
        desk.demand(of, null, step);
        return show(of, language);
    }

    private ChecklistView show(ExitCase of, @Nullable String language) {
        audit.told(List.of(of.personId()));
        return reader.show(of, visibility, language);
    }
}
