/** The four projects on Deeplearning4j. */
@org.jspecify.annotations.NullMarked
package quartet.dl4j;
