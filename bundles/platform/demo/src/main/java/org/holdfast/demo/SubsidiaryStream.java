package org.holdfast.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Generates one large subsidiary, crew by crew from the top, and writes each crew as soon as it is complete. */
final class SubsidiaryStream {

    private static final double PEOPLE_PER_TEAM = 11.8;
    private static final int TEAMS_PER_DEPARTMENT = 7;
    private static final int DEPARTMENTS_PER_DIVISION = 4;

    private final DemoFiles files;
    private final SubsidiaryProfile profile;
    private final CrewSimulation simulation;
    private final PersonRows personRows;
    private final long seed;
    private final long part;
    private final RowText departmentRows = new RowText();
    private final Map<Family, Double> granted = new EnumMap<>(Family.class);
    private long crews;
    private int placesUsed;

    SubsidiaryStream(DemoPlan plan, DemoCalendar calendar, SubsidiaryProfile profile, DemoFiles files) {
        this.files = files;
        this.profile = profile;
        this.seed = plan.seed();
        this.part = profile.code().hashCode();
        PersonLog log = new PersonLog(profile.code(), calendar);
        Pressure pressure = new Pressure(calendar, profile, Dice.of(seed, part, -1));
        this.simulation = new CrewSimulation(calendar, profile, pressure, log, plan.promotedOffers());
        this.personRows = new PersonRows(profile.code(), calendar, seed, files);
    }

    /** Writes the subsidiary with so many posts. */
    void write(int people) throws IOException {
        Shape shape = Shape.of(people);
        String top = profile.code() + "-HQ";
        Place seatOfFirm = profile.places().get(0);
        department(new Node(top, "总部", "", "division", seatOfFirm));
        Seat head = new Seat(Level.EXECUTIVE, Family.ADMIN, seatOfFirm, top, null);
        crew(List.of(head));
        List<Seat> divisions = new ArrayList<>();
        for (int i = 1; i <= shape.divisions; i++) {
            Place place = profile.places().get(placesUsed++ % profile.places().size());
            String code = profile.code() + "-" + two(i);
            department(new Node(code, place.town() + "第" + i + "事业部", "", "division", place));
            divisions.add(head.below(Level.DIVISION, Family.OTHER, place, code));
        }
        crew(divisions);
        for (int i = 0; i < divisions.size(); i++) {
            division(divisions.get(i), shape.departmentsOf(i), shape);
        }
    }

    private void division(Seat division, Range departments, Shape shape) throws IOException {
        List<Seat> heads = new ArrayList<>();
        for (int i = departments.from; i < departments.to; i++) {
            Family family = nextFamily();
            String code = division.department + "-" + two(i - departments.from + 1);
            String name = family == Family.HR ? "综合支持部" : family.chinese() + "部";
            department(new Node(code, name, division.department, "department", division.place));
            heads.add(division.below(Level.DEPARTMENT, family, division.place, code));
        }
        crew(heads);
        for (int i = 0; i < heads.size(); i++) {
            department(heads.get(i), shape.teamsOf(departments.from + i), shape);
        }
    }

    private void department(Seat head, Range teams, Shape shape) throws IOException {
        List<Seat> leaders = new ArrayList<>();
        for (int i = teams.from; i < teams.to; i++) {
            int place = i - teams.from + 1;
            Family family = head.family == Family.HR ? Family.SUPPORT.get(place % Family.SUPPORT.size()) : head.family;
            String code = head.department + "-" + two(place);
            department(new Node(code, family.chinese() + place + "组", head.department, "team", head.place));
            leaders.add(head.below(Level.TEAM, family, head.place, code));
        }
        crew(leaders);
        for (int i = 0; i < leaders.size(); i++) {
            Seat leader = leaders.get(i);
            List<Seat> members = new ArrayList<>();
            for (int j = 0; j < shape.membersOf(teams.from + i); j++) {
                members.add(leader.below(Level.MEMBER, leader.family, leader.place, leader.department));
            }
            crew(members);
        }
    }

    private void crew(List<Seat> seats) throws IOException {
        if (seats.isEmpty()) {
            return;
        }
        Dice dice = Dice.of(seed, part, crews++);
        Family family = seats.get(0).family;
        simulation.run(seats, new Climate(family, profile.countsWeekly() && family.runsProjects(), dice), dice);
        for (Seat seat : seats) {
            for (Person person : seat.people()) {
                personRows.write(person);
            }
        }
    }

    /** The family whose share is furthest behind. */
    private Family nextFamily() {
        Family next = Family.PRODUCTION;
        double furthest = -1;
        for (Family family : Family.values()) {
            double share = profile.shares().getOrDefault(family, 0.0);
            double behind = granted.merge(family, share, Double::sum);
            if (share > 0 && behind > furthest) {
                furthest = behind;
                next = family;
            }
        }
        granted.merge(next, -1.0, Double::sum);
        return next;
    }

    private record Node(String code, String name, String parent, String level, Place place) {}

    private void department(Node node) throws IOException {
        departmentRows
                .raw(node.code)
                .add(node.name)
                .raw(node.parent)
                .raw(profile.code())
                .raw(node.level)
                .add(node.place.province())
                .end();
        files.write(DemoFile.DEPARTMENTS, departmentRows);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private record Range(int from, int to) {}

    /** How many units of each kind a subsidiary has; what does not divide is spread evenly. */
    private record Shape(int divisions, int departments, int teams, int members) {

        static Shape of(int people) {
            int teams = Math.max(1, (int) Math.round(people / PEOPLE_PER_TEAM));
            int departments = (teams + TEAMS_PER_DEPARTMENT - 1) / TEAMS_PER_DEPARTMENT;
            int divisions = (departments + DEPARTMENTS_PER_DIVISION - 1) / DEPARTMENTS_PER_DIVISION;
            return new Shape(divisions, departments, teams, people - 1 - divisions - departments - teams);
        }

        Range departmentsOf(int division) {
            return part(division, divisions, departments);
        }

        Range teamsOf(int department) {
            return part(department, departments, teams);
        }

        int membersOf(int team) {
            Range range = part(team, teams, members);
            return range.to - range.from;
        }

        private static Range part(int index, int parts, int whole) {
            return new Range((int) ((long) whole * index / parts), (int) ((long) whole * (index + 1) / parts));
        }
    }
}
