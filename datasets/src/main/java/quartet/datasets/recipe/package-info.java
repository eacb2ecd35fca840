/**
 * Recipes: transformations derived from a training set, as records that are saved with a trained network. A recipe
 * converts raw values to the features of the network, so that a later program makes the same predictions as the
 * training program.
 *
 * <p>Read {@link quartet.datasets.recipe.Recipe}, then {@link quartet.datasets.recipe.TableRecipe} with its column codes
 * {@link quartet.datasets.recipe.NumberCode}, {@link quartet.datasets.recipe.CategoryCode} and {@link
 * quartet.datasets.recipe.DateCode}, then {@link quartet.datasets.recipe.ImageRecipe} and {@link
 * quartet.datasets.recipe.TextRecipe}. {@link quartet.datasets.recipe.NumberStyle} and {@link
 * quartet.datasets.recipe.DatePattern} parse. This package reads no files and does not depend on networks.
 */
@NullMarked
package quartet.datasets.recipe;

import org.jspecify.annotations.NullMarked;
