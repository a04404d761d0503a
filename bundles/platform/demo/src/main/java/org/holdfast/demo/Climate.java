package org.holdfast.demo;

/** What the people of one crew share: load, project trouble, and who has left lately. */
final class Climate {

    private static final double FADING = .6;

    private final double usualLoad;
    private final boolean runsProjects;
    private final Dice dice;
    private double load;
    private boolean troubled;
    private int delayDays;
    private double delays;
    private double exits;
    private int exitsThisMonth;

    Climate(Family family, boolean busy, Dice dice) {
        this.usualLoad = dice.normal(busy ? 24 : 15, 5);
        this.runsProjects = family.runsProjects();
        this.dice = dice;
        this.load = usualLoad;
    }

    void advance() {
        load = Math.max(0, .75 * load + .25 * usualLoad + dice.normal(0, 4));
        troubled = runsProjects && dice.chance(troubled ? .82 : .04);
        delayDays = runsProjects && dice.chance(troubled ? .5 : .04) ? dice.between(3, 30) : 0;
        delays = FADING * delays + (delayDays > 0 ? 1 : 0);
        exits = FADING * exits + exitsThisMonth;
        exitsThisMonth = 0;
    }

    void someoneLeft() {
        exitsThisMonth++;
    }

    double load() {
        return load;
    }

    /** Days by which a project of the crew slipped this month; 0 where none did. */
    int delayDays() {
        return delayDays;
    }

    /** Delays of late, fading by two fifths a month. */
    double delays() {
        return delays;
    }

    /** Voluntary exits of colleagues of late, fading by two fifths a month. */
    double exits() {
        return Math.min(4, exits);
    }
}
