package org.holdfast.core.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.protection.basis.LawfulBases;
import org.holdfast.core.protection.basis.LawfulBasis;
import org.holdfast.core.protection.basis.RuleBooks;
import org.jspecify.annotations.Nullable;

/** The lawful bases on file, per subsidiary. */
@Path("privacy/bases/{subsidiaryId}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class BasesResource {
    private final LawfulBases bases;
    private final RuleBooks books;
    private final Visibility visibility;

    /**
     * Creates the resource.
     *
     * @param bases the lawful bases
     * @param books the rule books
     * @param visibility what the caller may see
     */
    @Inject
    BasesResource(LawfulBases bases, RuleBooks books, Visibility visibility) {
        this.bases = bases;
        this.books = books;
        this.visibility = visibility;
    }

    /**
     * A basis as the API writes it.
     *
     * @param category code of the data category
     * @param purpose code of the purpose
     * @param kind code of what makes it lawful
     * @param from first day
     * @param to last day, null for no end
     */
    public record BasisView(
            String category,
            String purpose,
            String kind,
            LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * The bases of a subsidiary.
     *
     * @param items the bases
     */
    @TellsNothing
    public record BasisList(List<BasisView> items) {

        /** Copies the items. */
        public BasisList {
            items = List.copyOf(items);
        }
    }

    /**
     * Lists the bases of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return its bases
     */
    @GET
    @Permitted("privacy:read")
    public BasisList list(@PathParam("subsidiaryId") UUID subsidiaryId) {
        visibility.requireSubsidiary(subsidiaryId);
        return new BasisList(
                bases.of(subsidiaryId).stream().map(BasesResource::view).toList());
    }

    /**
     * Replaces the bases of a subsidiary. One its rule book does not accept is refused: it would hold nothing.
     *
     * @param subsidiaryId the subsidiary
     * @param list its bases from now on
     * @return its bases
     */
    @PUT
    @Permitted("privacy:manage")
    public BasisList replace(@PathParam("subsidiaryId") UUID subsidiaryId, BasisList list) {
        visibility.requireSubsidiary(subsidiaryId);
        Optional<RuleBook> book = books.of(subsidiaryId);
        List<LawfulBasis> fresh =
                list.items().stream().map(view -> basis(subsidiaryId, view)).toList();
        if (book.isPresent() && !fresh.stream().allMatch(basis -> RuleBooks.accepts(book.get(), basis))) {
            throw RestException.invalid("kind", "basisNotAccepted");
        }
        bases.replace(subsidiaryId, fresh);
        return list(subsidiaryId);
    }

    private static BasisView view(LawfulBasis basis) {
        return new BasisView(
                basis.category().code(),
                basis.purpose().code(),
                basis.kind().code(),
                basis.validity().from(),
                basis.validity().to());
    }

    private static LawfulBasis basis(UUID subsidiaryId, BasisView view) {
        return new LawfulBasis(
                subsidiaryId,
                DataCategory.ofCode(view.category()).orElseThrow(() -> RestException.invalid("category", "unknown")),
                Purpose.ofCode(view.purpose()).orElseThrow(() -> RestException.invalid("purpose", "unknown")),
                BasisKind.ofCode(view.kind()).orElseThrow(() -> RestException.invalid("kind", "unknown")),
                new LawfulBasis.Validity(view.from(), view.to()));
    }
}
