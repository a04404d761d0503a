package org.holdfast.core.platform.rest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes and reads the opaque cursors of lists: a position, sealed with AES-GCM and bound to its query.
 *
 * <p>The key lives as long as the process, so a cursor dies with it and the caller begins at the first page again. Safe
 * for use from many threads.
 */
public final class Cursors {
    /** Items per page where the caller does not say. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most items per page. */
    public static final int HIGHEST_LIMIT = 200;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /** Creates cursors under a fresh random key. */
    public Cursors() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        key = new SecretKeySpec(bytes, "AES");
    }

    /**
     * Makes a cursor.
     *
     * @param query what the list is: address, filter, order and caller; the same text is needed to read the cursor
     * @param position where the next page begins
     * @return the cursor, fit for a URL
     */
    public String write(String query, String position) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, query, nonce);
            byte[] sealed = cipher.doFinal(position.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JVM has no AES-GCM", e);
        }
    }

    /**
     * Reads a cursor.
     *
     * @param query the query it was made for
     * @param cursor the cursor
     * @return the position
     * @throws RestException with status 400 where it was altered or belongs to another query
     */
    public String read(String query, String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length <= NONCE_BYTES) {
                throw invalid();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, query, nonce);
            byte[] plain = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw invalid();
        }
    }

    /**
     * Cuts one page out of a whole list that is held in memory.
     *
     * @param all the list, in its order
     * @param query what the list is, see {@link #write}
     * @param limit how many items, or null for {@value #DEFAULT_LIMIT}
     * @param cursor where to begin, or null for the first page
     * @return the page
     * @param <T> what is listed
     * @throws RestException with status 400 for a limit outside 1 to {@value #HIGHEST_LIMIT} or a wrong cursor
     */
    public <T> Page<T> page(List<T> all, String query, @Nullable Integer limit, @Nullable String cursor) {
        int size = limit(limit);
        int from = cursor == null || cursor.isEmpty() ? 0 : Integer.parseInt(read(query, cursor));
        from = Math.min(from, all.size());
        int to = Math.min(from + size, all.size());
        String next = to < all.size() ? write(query, Integer.toString(to)) : null;
        return new Page<>(all.subList(from, to), next, all.size());
    }

    /**
     * Cuts one page out of a whole list that is in no order yet: only what comes before the end of the page is put in order, which of
     * a hundred thousand rows is far less than all of them.
     *
     * @param all the list, in no order
     * @param order its order, in which no two are equal
     * @param query what the list is, see {@link #write}
     * @param asked how many items and where to begin
     * @return the page
     * @param <T> what is listed
     * @throws RestException as {@link #page(List, String, Integer, String)} does
     */
    public <T> Page<T> page(List<T> all, Comparator<? super T> order, String query, Asked asked) {
        int size = limit(asked.limit());
        String cursor = asked.cursor();
        int from = cursor == null || cursor.isEmpty() ? 0 : Integer.parseInt(read(query, cursor));
        int to = Math.min(Math.min(from, all.size()) + size, all.size());
        List<T> first = first(all, order, to);
        List<T> items = first.subList(Math.min(from, to), to);
        return new Page<>(items, to < all.size() ? write(query, Integer.toString(to)) : null, all.size());
    }

    /**
     * Which part of a list somebody asks for.
     *
     * @param limit how many items, or null for {@value #DEFAULT_LIMIT}
     * @param cursor where to begin, or null for the first page
     */
    public record Asked(@Nullable Integer limit, @Nullable String cursor) {}

    /** Returns the first of a list in their order: a heap of as many holds the best so far, the worst of them on top. */
    private static <T> List<T> first(List<T> all, Comparator<? super T> order, int count) {
        if (count == 0) {
            return List.of();
        }
        PriorityQueue<T> best = new PriorityQueue<>(count, order.reversed());
        for (T one : all) {
            if (best.size() < count) {
                best.add(one);
            } else if (order.compare(one, best.element()) < 0) {
                best.remove();
                best.add(one);
            }
        }
        List<T> found = new ArrayList<>(best);
        found.sort(order);
        return found;
    }

    /**
     * Checks a limit.
     *
     * @param limit what the caller asked for, or null
     * @return items per page
     * @throws RestException with status 400 outside 1 to {@value #HIGHEST_LIMIT}
     */
    public static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > HIGHEST_LIMIT) {
            throw RestException.invalid("limit", "range1To200");
        }
        return limit;
    }

    private Cipher cipher(int mode, String query, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(query.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static RestException invalid() {
        return RestException.of(
                RestError.INVALID_CURSOR, "The cursor is damaged or of another query: begin at the first page.");
    }
}
