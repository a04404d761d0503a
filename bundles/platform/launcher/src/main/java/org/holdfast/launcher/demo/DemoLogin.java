package org.holdfast.launcher.demo;

/**
 * A login of the demo.
 *
 * @param role the role
 * @param username the user name
 * @param password the password, made at random for this installation
 */
public record DemoLogin(String role, String username, String password) {}
