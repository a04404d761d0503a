package org.holdfast.core.people;

import java.time.LocalDate;
import org.holdfast.core.people.Employee.Contact;
import org.holdfast.core.people.Employee.Exit;
import org.holdfast.core.people.Employee.Post;
import org.holdfast.core.people.Employee.Terms;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.jspecify.annotations.Nullable;

/** The plain form of a person's sealed record, version 1: its words and numbers in a fixed order. */
final class PersonCodec {
    static final int VERSION = 1;

    private PersonCodec() {}

    /** What is sealed of a person. */
    record Plain(Contact contact, Post post, Terms terms, Exit exit) {
        static Plain of(Employee employee) {
            return new Plain(employee.contact(), employee.post(), employee.terms(), employee.exit());
        }
    }

    static byte[] encode(Plain plain) {
        ByteSink out = new ByteSink(256);
        out.single(VERSION);
        Contact contact = plain.contact();
        out.text(contact.employeeNo());
        out.text(contact.name());
        out.text(contact.email());
        out.text(contact.phone());
        Post post = plain.post();
        out.text(post.position());
        out.text(post.family());
        out.text(post.grade());
        out.single(post.keyPost() ? 1 : 0);
        out.eight(Double.doubleToLongBits(post.revenueShare()));
        out.text(post.location());
        Terms terms = plain.terms();
        day(out, terms.hireDate());
        day(out, terms.contractEnd());
        out.eight(Double.doubleToLongBits(terms.basePay()));
        out.text(terms.currency());
        day(out, plain.exit().date());
        out.text(plain.exit().type());
        out.text(plain.exit().reason());
        return out.toBytes();
    }

    static Plain decode(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        version(in);
        Contact contact = new Contact(in.text(), in.text(), in.text(), in.text());
        Post post = new Post(
                in.text(), in.text(), in.text(), in.single() == 1, Double.longBitsToDouble(in.eight()), in.text());
        Terms terms = new Terms(day(in), day(in), Double.longBitsToDouble(in.eight()), in.text());
        return new Plain(contact, post, terms, new Exit(day(in), in.text(), in.text()));
    }

    static byte[] encode(ProtectedAttributes attributes) {
        ByteSink out = new ByteSink(32);
        out.single(VERSION);
        day(out, attributes.birthDate());
        out.text(attributes.gender());
        return out.toBytes();
    }

    static ProtectedAttributes decodeProtected(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        version(in);
        return new ProtectedAttributes(day(in), in.text());
    }

    private static void version(ByteSource in) {
        int version = in.single();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "A person's record has version " + version + ": a newer server wrote it, start that one");
        }
    }

    private static void day(ByteSink out, @Nullable LocalDate day) {
        out.single(day == null ? 0 : 1);
        if (day != null) {
            out.signed(day.toEpochDay());
        }
    }

    private static @Nullable LocalDate day(ByteSource in) {
        return in.single() == 0 ? null : LocalDate.ofEpochDay(in.signed());
    }
}
