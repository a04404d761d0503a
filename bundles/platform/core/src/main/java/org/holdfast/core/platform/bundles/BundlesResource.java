package org.holdfast.core.platform.bundles;

import jakarta.enterprise.context.RequestScoped;
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
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.rest.NothingPersonal;
import org.holdfast.core.platform.rest.Permitted;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.WorksSealed;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.RefusedFile;
import org.holdfast.launcher.registry.Sbom;
import org.jspecify.annotations.Nullable;

/** The installed bundles: what they provide, where they are enabled, and how they are. */
@Path("bundles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BundlesResource {
    @Inject
    private CapabilityRegistry registry;

    @Inject
    private Host host;

    @Inject
    private Texts texts;

    /**
     * The bundles.
     *
     * @param items the bundles, by name
     * @param refused files of the bundles folder that are not loaded, by name
     * @param unsignedAccepted whether bundles without a trusted signature are taken
     */
    @TellsNothing
    public record BundleList(List<BundleView> items, List<RefusedView> refused, boolean unsignedAccepted) {}

    /**
     * A file that is not loaded.
     *
     * @param file its name
     * @param reason why, in the reader's language
     * @param reasonCode the same for programs, such as {@code notCounterSigned}
     */
    @TellsNothing
    public record RefusedView(String file, String reason, String reasonCode) {}

    /**
     * What a bundle is made of.
     *
     * @param stated whether the bundle says so
     * @param components its components, by name
     */
    @TellsNothing
    public record SbomView(boolean stated, List<Sbom.Component> components) {}

    /**
     * Where a bundle is enabled.
     *
     * @param everywhere whether in all subsidiaries
     * @param subsidiaryIds the subsidiaries, where not everywhere
     */
    public record Enablement(boolean everywhere, List<String> subsidiaryIds) {

        /** Copies the ids. */
        public Enablement {
            subsidiaryIds = List.copyOf(subsidiaryIds);
        }
    }

    /**
     * Lists the bundles.
     *
     * @param acceptLanguage the reader's languages
     * @return the bundles
     */
    @GET
    @NothingPersonal
    @Permitted("bundles:read")
    @WorksSealed
    public BundleList list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return new BundleList(
                registry.bundles().stream()
                        .map(report -> view(report, acceptLanguage))
                        .toList(),
                registry.refused().stream()
                        .map(file -> refused(file, acceptLanguage))
                        .toList(),
                host.demo());
    }

    private RefusedView refused(RefusedFile file, @Nullable String acceptLanguage) {
        String reason = texts.text(texts.negotiate(acceptLanguage), file.reason());
        return new RefusedView(
                file.file(), reason, file.code().substring(file.code().indexOf('.') + 1));
    }

    /**
     * Tells what a bundle is made of (its bill of materials).
     *
     * @param symbolicName which
     * @return its components
     */
    @GET
    @Path("{symbolicName}/sbom")
    @NothingPersonal
    @Permitted("bundles:read")
    @WorksSealed
    public SbomView sbom(@PathParam("symbolicName") String symbolicName) {
        found(registry.bundles().stream()
                .anyMatch(bundle -> bundle.symbolicName().equals(symbolicName)));
        Optional<Sbom> sbom = registry.sbom(symbolicName);
        return new SbomView(sbom.isPresent(), sbom.map(Sbom::components).orElse(List.of()));
    }

    /**
     * Installs or updates a bundle.
     *
     * @param fileName name of its file
     * @param allowDowngrade whether it may be older than a version that was active before
     * @param content the jar
     * @param acceptLanguage the reader's languages
     * @return what became of it
     */
    @PUT
    @Path("files/{fileName}")
    @Consumes({"application/java-archive", MediaType.APPLICATION_OCTET_STREAM})
    @Permitted("bundles:manage")
    @WorksSealed
    public BundleView install(
            @PathParam("fileName") String fileName,
            @QueryParam("allowDowngrade") boolean allowDowngrade,
            InputStream content,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return view(registry.install(fileName, content, allowDowngrade), acceptLanguage);
    }

    /**
     * Removes a bundle.
     *
     * @param symbolicName which
     */
    @DELETE
    @Path("{symbolicName}")
    @Permitted("bundles:manage")
    @WorksSealed
    public void remove(@PathParam("symbolicName") String symbolicName) {
        found(registry.remove(symbolicName));
    }

    /**
     * Says where a bundle is enabled.
     *
     * @param symbolicName which
     * @param enablement where
     * @param acceptLanguage the reader's languages
     * @return the bundle
     */
    @PUT
    @Path("{symbolicName}/enablement")
    @Permitted("bundles:manage")
    @WorksSealed
    public BundleView enable(
            @PathParam("symbolicName") String symbolicName,
            Enablement enablement,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        found(registry.enable(
                symbolicName,
                enablement.everywhere() ? Optional.empty() : Optional.of(new HashSet<>(enablement.subsidiaryIds()))));
        return one(symbolicName, acceptLanguage);
    }

    /**
     * Lifts a quarantine.
     *
     * @param symbolicName which
     * @param acceptLanguage the reader's languages
     * @return the bundle
     */
    @POST
    @Path("{symbolicName}/release")
    @Permitted("bundles:manage")
    @WorksSealed
    public BundleView release(
            @PathParam("symbolicName") String symbolicName,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        found(registry.release(symbolicName));
        return one(symbolicName, acceptLanguage);
    }

    private BundleView one(String symbolicName, @Nullable String acceptLanguage) {
        Optional<BundleReport> report = registry.bundles().stream()
                .filter(bundle -> bundle.symbolicName().equals(symbolicName))
                .findFirst();
        return view(report.orElseThrow(RestException::notFound), acceptLanguage);
    }

    private BundleView view(BundleReport report, @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        return BundleView.of(report, reason -> texts.text(language, reason));
    }

    private static void found(boolean done) {
        if (!done) {
            throw RestException.notFound();
        }
    }
}
