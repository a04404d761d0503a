package org.holdfast.core.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/** Who vouches for a user: this server, the firm's directory or its identity provider. For the security administrator. */
@Path("users/{id}/origin")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UserOriginResource {
    /** As long as a provider makes one (OpenID Connect Core, section 2). */
    private static final int LONGEST_SUBJECT = 255;

    private final Accounts accounts;
    private final OutsideAccounts outside;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param accounts the accounts
     * @param outside knows who can vouch
     * @param visibility who calls
     */
    @Inject
    UserOriginResource(Accounts accounts, OutsideAccounts outside, Visibility visibility) {
        this.accounts = accounts;
        this.outside = outside;
        this.visibility = visibility;
    }

    /**
     * Lets the directory or the provider vouch for a user from now on. The user's password here ends, and all sessions; a
     * one-time password makes the account local again.
     *
     * @param id the account
     * @param origin who vouches
     */
    @PUT
    @Permitted("users:manage")
    @Operation(summary = "Says who vouches for a user: the directory or the identity provider")
    public void change(@PathParam("id") String id, UserOrigin origin) {
        Origin.Kind kind = Origin.Kind.of(String.valueOf(origin.signsOnWith()))
                .filter(outside::canVouch)
                .orElseThrow(() -> RestException.invalid("signsOnWith", "notOneOf"));
        accounts.vouchedBy(
                id(id),
                new Origin(kind, externalId(kind, origin)),
                visibility.caller().id());
    }

    /** A person of the directory is known by name until they first sign on; one of the provider by subject from the start. */
    private Optional<String> externalId(Origin.Kind kind, UserOrigin origin) {
        if (kind == Origin.Kind.DIRECTORY) {
            return Optional.empty();
        }
        String subject = origin.subject() == null ? "" : origin.subject();
        if (subject.isEmpty() || subject.length() > LONGEST_SUBJECT) {
            throw RestException.invalid("subject", subject.isEmpty() ? "missing" : "tooLong");
        }
        return Optional.of(outside.providerId(subject));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RestException.notFound();
        }
    }

    /**
     * Who vouches for a user.
     *
     * @param signsOnWith {@code directory} or {@code provider}
     * @param subject the subject ({@code sub}) by which the provider knows the person; for {@code provider} alone
     */
    public record UserOrigin(
            @Nullable String signsOnWith, @Nullable String subject) {}
}
