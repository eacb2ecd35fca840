package quartet.benchmark;

/** A library that decomposes the matrices of a {@link DecompositionProblem}. */
interface MatrixDecomposer {
    /** Computes eigenvalues and eigenvectors of the symmetric matrix, in the library's own types. */
    Object eigen();

    /** Computes singular values and the singular vectors of both sides, in the library's own types. */
    Object svd();

    /** Returns the result of {@link #eigen}. */
    DecompositionProblem.Factors eigenFactors();

    /** Returns the result of {@link #svd}. */
    DecompositionProblem.Factors svdFactors();
}
