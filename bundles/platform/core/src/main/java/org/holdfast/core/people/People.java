package org.holdfast.core.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Who works where and for whom.
 *
 * <p>Names, numbers and the line of managers are answered from an index in memory, everything else is opened from the
 * database on each call. Every method about a person throws {@link org.holdfast.api.protection.KeyRingSealedException}
 * while the key ring is not open. Safe for use from many threads.
 */
public interface People {

    /**
     * Returns the companies of the group.
     *
     * @return by code
     */
    List<Subsidiary> subsidiaries();

    /**
     * Finds a subsidiary.
     *
     * @param id its id
     * @return the subsidiary, or empty
     */
    Optional<Subsidiary> subsidiary(UUID id);

    /**
     * Finds a subsidiary by its code.
     *
     * @param code its code in files
     * @return the subsidiary, or empty
     */
    Optional<Subsidiary> subsidiaryByCode(String code);

    /**
     * Returns the departments of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return by code
     */
    List<Department> departments(UUID subsidiaryId);

    /**
     * Finds a department.
     *
     * @param id its id
     * @return the department, or empty
     */
    Optional<Department> department(UUID id);

    /**
     * Opens a person's record.
     *
     * @param id the person
     * @return the person, or empty
     */
    Optional<Employee> employee(UUID id);

    /**
     * Opens a person's record by number.
     *
     * @param subsidiaryId the subsidiary
     * @param employeeNo the number, unique in the subsidiary
     * @return the person, or empty
     */
    Optional<Employee> employeeByNo(UUID subsidiaryId, String employeeNo);

    /**
     * Opens the records of all people of a subsidiary, a few at a time, in the order of their ids.
     *
     * @param subsidiaryId the subsidiary
     * @param action called once for each, on the calling thread
     */
    void forEach(UUID subsidiaryId, Consumer<Employee> action);

    /**
     * Returns the ids of all people of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return in a stable order, whatever their status
     */
    List<UUID> ids(UUID subsidiaryId);

    /**
     * Returns what the index holds about a person.
     *
     * @param id the person
     * @return the card, or empty
     */
    Optional<PersonCard> card(UUID id);

    /**
     * Returns what the index holds about a person with a number.
     *
     * @param subsidiaryId the subsidiary
     * @param employeeNo the number
     * @return the card, or empty
     */
    Optional<PersonCard> cardByNo(UUID subsidiaryId, String employeeNo);

    /**
     * Searches the index.
     *
     * @param query who is looked for
     * @return cards by name, then number
     */
    List<PersonCard> search(PeopleQuery query);

    /**
     * Searches the index, for who puts what is found in an order of their own.
     *
     * @param query who is looked for
     * @return cards in no order
     */
    List<PersonCard> matching(PeopleQuery query);

    /**
     * Returns who reports to a person directly.
     *
     * @param managerId the superior
     * @return ids, whatever their status
     */
    Set<UUID> reports(UUID managerId);

    /**
     * Returns who reports to a person, directly or through others.
     *
     * @param managerId the superior
     * @return ids, whatever their status
     */
    Set<UUID> allReports(UUID managerId);

    /**
     * Returns the superiors of a person.
     *
     * @param personId the person
     * @return the direct superior first
     */
    List<UUID> managersOf(UUID personId);

    /**
     * Counts the people at work in a department itself, or in a subsidiary.
     *
     * @param unitId a department or a subsidiary
     * @return those who have not left
     */
    int headcount(UUID unitId);

    /**
     * Counts changes: whoever caches what the index says compares it.
     *
     * @return a number that only rises
     */
    long version();
}
