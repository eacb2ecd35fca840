package quartet.harness.export;

/**
 * The size of an exported project.
 *
 * @param mainClasses files of the program
 * @param testClasses files of the tests
 */
public record ExportedProject(int mainClasses, int testClasses) {}
