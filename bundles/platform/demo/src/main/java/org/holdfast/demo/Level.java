package org.holdfast.demo;

/** How high a post stands in the reporting line. */
enum Level {
    EXECUTIVE("总经理", 10),
    DIVISION("事业部负责人", 9),
    DEPARTMENT("经理", 8),
    TEAM("主管", 7),
    MEMBER("", 0);

    private final String title;
    private final int grade;

    Level(String title, int grade) {
        this.title = title;
        this.grade = grade;
    }

    String title() {
        return title;
    }

    /** The index of the grade that comes with the post; 0 for members, whose grades differ. */
    int grade() {
        return grade;
    }

    boolean leads() {
        return this != MEMBER;
    }
}
