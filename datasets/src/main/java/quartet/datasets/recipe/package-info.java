/**
 * Recipes: what was learned from a training set, as records that are saved beside a trained network. A recipe turns a
 * raw value into the numbers that the network reads, so that a new program predicts what the training program would.
 *
 * <p>Read {@link quartet.datasets.recipe.Recipe}, then {@link quartet.datasets.recipe.TableRecipe} with its column codes
 * {@link quartet.datasets.recipe.NumberCode}, {@link quartet.datasets.recipe.CategoryCode} and {@link
 * quartet.datasets.recipe.DateCode}, then {@link quartet.datasets.recipe.ImageRecipe} and {@link
 * quartet.datasets.recipe.TextRecipe}. {@link quartet.datasets.recipe.NumberStyle} and {@link
 * quartet.datasets.recipe.DatePattern} parse. Nothing here reads files or knows networks.
 */
@NullMarked
package quartet.datasets.recipe;

import org.jspecify.annotations.NullMarked;
