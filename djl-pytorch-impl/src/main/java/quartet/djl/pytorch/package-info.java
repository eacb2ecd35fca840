/** The four projects on DJL with PyTorch. */
@org.jspecify.annotations.NullMarked
package quartet.djl.pytorch;
