package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.NeverStored;
import org.holdfast.core.platform.rest.Page;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/** The API tokens, for the security administrator. */
@Path("tokens")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class TokensResource {
    private static final String MANAGE = "tokens:manage";

    private final ApiTokens tokens;
    private final Cursors cursors;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param tokens the tokens
     * @param cursors for paging
     * @param visibility who calls
     */
    @Inject
    TokensResource(ApiTokens tokens, Cursors cursors, Visibility visibility) {
        this.tokens = tokens;
        this.cursors = cursors;
        this.visibility = visibility;
    }

    /**
     * Lists the tokens.
     *
     * @param limit items per page
     * @param cursor where to begin
     * @return tokens without their texts, oldest first; those that ended or were revoked for 90 days more
     */
    @GET
    @Permitted(MANAGE)
    @Operation(summary = "Lists the API tokens, without their texts")
    public Page<TokenView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        String query = "tokens " + visibility.caller().id();
        return cursors.page(tokens.all(), query, limit, cursor).map(token -> TokenView.of(token, tokens.now()));
    }

    /**
     * Makes a token.
     *
     * @param token what it is for and what it may do
     * @return the token with its text, shown this once
     */
    @POST
    @Permitted(MANAGE)
    @Operation(summary = "Makes an API token; its text is shown this once")
    @APIResponseSchema(value = NewTokenView.class, responseCode = "201")
    public Response add(NewToken token) {
        ApiTokens.Made made = tokens.make(token);
        NewTokenView view = NewTokenView.of(TokenView.of(made.token(), tokens.now()), made.text());
        return Response.created(URI.create("tokens/" + view.id())).entity(view).build();
    }

    /**
     * Revokes a token.
     *
     * @param id the token
     */
    @DELETE
    @Path("{id}")
    @Permitted(MANAGE)
    @Operation(summary = "Revokes an API token")
    public void revoke(@PathParam("id") String id) {
        try {
            tokens.revoke(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }

    /**
     * A token to be made.
     *
     * @param name what it is for
     * @param role code of its role
     * @param permissions the permissions of its role that it is limited to; all of them where none is named
     * @param subsidiaryIds the subsidiaries it is limited to
     * @param expiresAt until when it is taken, at most as far ahead as the settings say; 90 days where it is missing
     */
    public record NewToken(
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> permissions,
            @Nullable Set<UUID> subsidiaryIds,
            @Nullable Instant expiresAt) {}

    /**
     * A token without its text.
     *
     * @param id the token's id
     * @param name what it is for
     * @param role code of its role
     * @param permissions the permissions of its role that it is limited to; empty for all of them
     * @param subsidiaryIds the subsidiaries it is limited to
     * @param createdAt when it was made
     * @param expiresAt until when it is taken
     * @param lastUsedAt when it was last used, to the minute
     * @param revokedAt since when it is no longer taken
     * @param state {@code active}, {@code expiring} (within 14 days), {@code expired} or {@code revoked}
     */
    @TellsNothing
    public record TokenView(
            UUID id,
            String name,
            String role,
            List<String> permissions,
            List<UUID> subsidiaryIds,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            String state) {

        static TokenView of(ApiToken token, Instant now) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.role().code(),
                    token.permissions().stream().sorted().toList(),
                    token.subsidiaryIds().stream().sorted().toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt().orElse(null),
                    token.revokedAt().orElse(null),
                    token.state(now).code());
        }
    }

    /**
     * A token with its text.
     *
     * @param id the token's id
     * @param name what it is for
     * @param role code of its role
     * @param permissions the permissions of its role that it is limited to; empty for all of them
     * @param subsidiaryIds the subsidiaries it is limited to
     * @param createdAt when it was made
     * @param expiresAt until when it is taken
     * @param token the text to send as {@code Authorization: Bearer}
     */
    @TellsNothing
    @NeverStored
    public record NewTokenView(
            UUID id,
            String name,
            String role,
            List<String> permissions,
            List<UUID> subsidiaryIds,
            Instant createdAt,
            Instant expiresAt,
            String token) {

        static NewTokenView of(TokenView view, String text) {
            return new NewTokenView(
                    view.id(),
                    view.name(),
                    view.role(),
                    view.permissions(),
                    view.subsidiaryIds(),
                    view.createdAt(),
                    view.expiresAt(),
                    text);
        }
    }
}
