package org.holdfast.api.bundle;

/**
 * The words of a bundle's manifest that the host reads.
 *
 * <p>A bundle says what it provides with {@code Provide-Capability: holdfast.capability;capability=industry;code=retail}
 * and what data it will read with {@code Require-Capability: holdfast.data;category=attendance;resolution:=optional}.
 */
public final class BundleManifest {

    /** Name space of what a bundle provides. */
    public static final String CAPABILITY = "holdfast.capability";

    /** Name space of the data categories a bundle reads; a read it did not declare is denied. */
    public static final String DATA = "holdfast.data";

    /** Attribute of {@link #CAPABILITY}: {@code industry}, {@code engine}, {@code language}, {@code console} or another kind. */
    public static final String KIND = "capability";

    /** Attribute of {@link #CAPABILITY}: the code under which the capability is known, such as {@code retail}. */
    public static final String CODE = "code";

    /**
     * Attribute of {@link #CAPABILITY}: path in the bundle of a JSON description, for capabilities that need no class.
     */
    public static final String DESCRIPTION = "description";

    /**
     * Attribute of {@link #CAPABILITY}: {@code true} where the bundle loads a native library. The JVM gives such a
     * library to one class loader only, so an update of the bundle waits for the next start of the server; all other
     * bundles are replaced at once.
     */
    public static final String NATIVE = "native";

    /** Attribute of {@link #DATA}: the data category read, by the code of {@code DataCategory}. */
    public static final String CATEGORY = "category";

    /** Folder of the message files {@code <name>_<language>.properties}, UTF-8, in every bundle. */
    public static final String TEXT_FOLDER = "text";

    private BundleManifest() {}
}
