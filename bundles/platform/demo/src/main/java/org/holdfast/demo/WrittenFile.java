package org.holdfast.demo;

import java.nio.file.Path;

/**
 * One file that was written.
 *
 * @param file which one
 * @param path where it is
 * @param rows its rows, the header not counted
 */
public record WrittenFile(DemoFile file, Path path, long rows) {}
