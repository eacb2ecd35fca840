"""Writes golden.txt, the expected values of GoldenValues: `python golden.py > golden.txt` (SciPy 1.17, scikit-learn 1.9)."""
import warnings

import numpy as np
import scipy
import sklearn
from scipy import linalg, stats
from scipy.optimize import minimize
from scipy.interpolate import CubicSpline
from scipy.integrate import solve_ivp
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, WhiteKernel
from sklearn.linear_model import BayesianRidge, Lasso, LogisticRegression, Ridge
from sklearn.metrics import cohen_kappa_score, matthews_corrcoef, roc_auc_score
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.svm import SVC, LinearSVC
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

warnings.filterwarnings("ignore")


def put(name, values):
    print(name, *(repr(float(v)) for v in np.asarray(values, dtype=float).ravel()))


print(f"# name and values, row by row; computed by golden.py with SciPy {scipy.__version__}, scikit-learn {sklearn.__version__}")
x, labels = load_iris(return_X_y=True)
put("iris.x", x)
put("iris.labels", labels)
z = (x - x.mean(0)) / x.std(0)

# Linear models: petal width from the other three measurements; species from all four.
a, y = x[:, :3], x[:, 3]
for alpha in (0.0, 0.5, 50.0):
    m = Ridge(alpha=alpha, solver="svd").fit(a, y)
    put(f"ridge.{alpha}", [m.intercept_, *m.coef_])
for alpha in (0.001, 0.05, 0.3):
    m = Lasso(alpha=alpha, tol=1e-15, max_iter=1000000).fit(a, y)
    put(f"lasso.{alpha}", [m.intercept_, *m.coef_])
penalty = 0.01
m = LogisticRegression(C=1 / (penalty * len(z)), tol=1e-12, max_iter=100000).fit(z, labels)
put("logistic.weights", m.coef_)
put("logistic.biases", m.intercept_ - m.intercept_.mean())
put("logistic.probabilities", m.predict_proba(z[::10]))
m = LinearDiscriminantAnalysis(solver="svd").fit(x, labels)
deviations = x - np.stack([x[labels == c].mean(0) for c in labels])
normal = [stats.multivariate_normal(x[labels == c].mean(0), deviations.T @ deviations / (150 - 3)) for c in range(3)]
joint = np.stack([n.pdf(x[::10]) / 3 for n in normal], 1)
put("lda.probabilities", joint / joint.sum(1, keepdims=True))
put("lda.predictions", m.predict(x))

# Neighbours, at rows that are not training rows. Distances are unique there.
queries = z[::7] + 0.0123 * np.arange(1, 5)
for k in (1, 5, 20):
    put(f"neighbours.probabilities.{k}", KNeighborsClassifier(k, algorithm="brute").fit(z, labels).predict_proba(queries))
    put(f"neighbours.values.{k}", KNeighborsRegressor(k, algorithm="brute").fit(z, y).predict(queries))
start = z[[0, 60, 120]]
m = KMeans(3, init=start, n_init=1, tol=0, max_iter=1000).fit(z)
put("kmeans.centres", m.cluster_centers_)
put("kmeans.inertia", m.inertia_)
put("kmeans.best", KMeans(3, n_init=50, tol=0, random_state=0).fit(z).inertia_)

# Trees, on data in which no two splits are equally good.
rng = np.random.default_rng(7)
tx = rng.uniform(-1, 1, (160, 4)).round(4)
ty = (np.sin(3 * tx[:, 0]) + tx[:, 1] * tx[:, 2] + 0.1 * rng.standard_normal(160)).round(4)
tlabels = (ty > -0.4).astype(int) + (ty > 0.5)
put("tree.x", tx)
put("tree.y", ty)
put("tree.labels", tlabels)
grid = rng.uniform(-1, 1, (60, 4)).round(3)
put("tree.queries", grid)
for depth, leaf in ((2, 1), (3, 10), (None, 25)):
    m = DecisionTreeRegressor(max_depth=depth, min_samples_leaf=leaf, random_state=0).fit(tx, ty)
    put(f"tree.values.{depth}.{leaf}", [m.get_depth(), m.get_n_leaves(), *m.predict(grid)])
    m = DecisionTreeClassifier(max_depth=depth, min_samples_leaf=leaf, random_state=0).fit(tx, tlabels)
    put(f"tree.probabilities.{depth}.{leaf}", [m.get_depth(), m.get_n_leaves(), *m.predict_proba(grid).ravel()])
forests = [RandomForestClassifier(200, oob_score=True, random_state=s).fit(tx, tlabels).oob_score_ for s in range(20)]
put("forest.accuracy", [np.mean(forests), np.std(forests)])
forests = []
for s in range(20):
    m = RandomForestRegressor(200, min_samples_leaf=5, max_features=1, oob_score=True, random_state=s).fit(tx, ty)
    forests.append(np.mean((m.oob_prediction_ - ty) ** 2))
put("forest.error", [np.mean(forests), np.std(forests)])

# Support vector machines.
# LIBLINEAR does not converge on all flowers, so SciPy solves the dual problem: L-BFGS-B, then Newton steps on the free rows.
def linear_machine(rows, signs, c):
    signed = np.column_stack([rows, np.ones(len(rows))]) * signs[:, None]
    gram = signed @ signed.T
    a = minimize(lambda a: (a @ gram @ a / 2 - a.sum(), gram @ a - 1), np.zeros(len(rows)), jac=True, method="L-BFGS-B",
                 bounds=[(0, c)] * len(rows), options=dict(maxiter=200000, maxfun=500000, ftol=1e-18, gtol=1e-12, maxcor=50)).x
    for _ in range(50):
        free = (a > 1e-9) & (a < c - 1e-9)
        a[free] = np.clip(a[free] + np.linalg.lstsq(gram[np.ix_(free, free)], (1 - gram @ a)[free], rcond=None)[0], 0, c)
    return signed.T @ a


put("machines.linear", [linear_machine(z, np.where(labels == k, 1.0, -1.0), 0.5) for k in range(3)])
m = LinearSVC(C=2.0, loss="hinge", dual=True, tol=1e-12, max_iter=10000000).fit(z[50:], labels[50:])
put("liblinear.two", [*m.coef_[0], m.intercept_[0]])
for name, options in {
    "gaussian": dict(kernel="rbf", gamma=0.5, C=1.0),
    "polynomial": dict(kernel="poly", degree=3, gamma=0.25, coef0=1.0, C=0.2),
    "linear": dict(kernel="linear", C=1.0),
}.items():
    m = SVC(tol=1e-10, decision_function_shape="ovo", **options).fit(z, labels)
    put(f"svm.{name}", m.decision_function(z[::5]))
    put(f"svm.{name}.predictions", m.predict(z))
    # The numbers of support vectors for each class count a row once for all machines; so count for each pair.
    put(f"svm.{name}.vectors", [
        SVC(tol=1e-10, **options).fit(z[(labels == i) | (labels == j)], labels[(labels == i) | (labels == j)]).n_support_.sum()
        for i in range(3) for j in range(i + 1, 3)])

# Bayesian regression.
design = np.hstack([a - a.mean(0)])
target = y - y.mean()
m = BayesianRidge(alpha_1=0, alpha_2=0, lambda_1=0, lambda_2=0, fit_intercept=False, tol=1e-14, max_iter=100000,
                  compute_score=True).fit(design, target)
put("bayes.evidence", [m.lambda_, m.alpha_, *m.coef_])
mean, deviation = m.predict(design[:5], return_std=True)
put("bayes.predictive", np.stack([mean, deviation]).T)
cov = np.eye(len(target)) / 25.0 + design @ design.T / 2.0
put("bayes.logEvidence", stats.multivariate_normal(np.zeros(len(target)), cov).logpdf(target))
gx = np.linspace(0, 6, 15)[:, None]
gy = (np.sin(gx[:, 0]) + np.random.default_rng(3).normal(0, 0.3, 15)).round(3)
put("gp.y", gy)
kernel = ConstantKernel(1.5) * RBF(0.8) + WhiteKernel(0.02)
m = GaussianProcessRegressor(kernel, optimizer=None, alpha=0.0).fit(gx, gy)
gq = np.array([[-0.5], [0.3], [2.77], [6.9]])
mean, deviation = m.predict(gq, return_std=True)
put("gp.predictive", np.stack([mean, deviation ** 2]).T)
put("gp.logEvidence", m.log_marginal_likelihood_value_)
m = GaussianProcessRegressor(kernel, n_restarts_optimizer=5, alpha=0.0, random_state=0).fit(gx, gy)
put("gp.best", [m.log_marginal_likelihood_value_])

# Evaluation.
truth = np.array([0, 1, 2, 0, 1, 2, 0, 0, 1, 2, 2, 2, 1, 0, 1, 1])
guess = np.array([0, 1, 1, 0, 0, 2, 0, 1, 1, 2, 0, 2, 1, 0, 2, 1])
put("evaluation.mcc", matthews_corrcoef(truth, guess))
put("evaluation.kappa", cohen_kappa_score(truth, guess))
logits = rng.normal(0, 2, (16, 3)).round(2) + 2.5 * np.eye(3)[truth]
logits = logits.round(2)
probabilities = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
put("evaluation.labels", truth)
put("evaluation.predictions", guess)
put("evaluation.logits", logits)
put("evaluation.auc.rest", roc_auc_score(truth, probabilities, multi_class="ovr"))
put("evaluation.auc.one", roc_auc_score(truth, probabilities, multi_class="ovo"))
best = scipy.optimize.minimize_scalar(
    lambda t: -np.mean((logits / t - scipy.special.logsumexp(logits / t, axis=1, keepdims=True))[np.arange(16), truth]),
    bounds=(0.01, 100), method="bounded", options=dict(xatol=1e-12))
put("evaluation.temperature", best.x)

# Statistics.
s1 = np.array([14.2, 12.1, 15.8, 13.3, 16.1, 12.9, 14.7])
s2 = np.array([11.8, 13.0, 12.2, 10.9, 12.1, 11.1])
s3 = np.array([15.0, 16.2, 12.1, 17.5, 13.0])
put("statistics.kruskal", stats.kruskal(s1, s2, s3))
for alternative in ("two-sided", "less", "greater"):
    put(f"statistics.fisher.{alternative}", [
        stats.fisher_exact([[3, 9], [11, 4]], alternative).pvalue, stats.fisher_exact([[120, 95], [80, 130]], alternative).pvalue,
        stats.fisher_exact([[0, 5], [7, 2]], alternative).pvalue])
    put(f"statistics.permutation.{alternative}", [
        stats.permutation_test((s1, s2), lambda p, q: p.mean() - q.mean(), alternative=alternative).pvalue,
        stats.permutation_test((s1[:6], s2), lambda d, e: (d - e).mean(), permutation_type="samples", alternative=alternative).pvalue])
put("statistics.mcnemar", [
    stats.binomtest(7, 25).pvalue, stats.binomtest(0, 3).pvalue, stats.chi2(1).sf((7 - 18) ** 2 / 25)])
p = [0.01, 0.04, 0.03, 0.005, 0.5, 0.04]
put("statistics.fdr", stats.false_discovery_control(p))


def power(delta, k, level, alternative):
    t = stats.nct(k, delta)
    if alternative == "two-sided":
        c = stats.t(k).isf(level / 2)
        return t.sf(c) + t.cdf(-c)
    return t.sf(stats.t(k).isf(level)) if alternative == "greater" else t.cdf(stats.t(k).ppf(level))


for alternative in ("two-sided", "less", "greater"):
    put(f"statistics.power.{alternative}", [power(d * np.sqrt(n1 * n2 / (n1 + n2)), n1 + n2 - 2, level, alternative)
        for d, n1, n2, level in ((0.5, 64, 64, 0.05), (0.8, 10, 15, 0.01), (-0.3, 5, 4, 0.05), (1.5, 2, 2, 0.05))])
n = 2
while power(0.35 * np.sqrt(n / 2), 2 * n - 2, 0.05, "two-sided") < 0.9:
    n += 1
put("statistics.size", n)

# Distributions.
put("laplace", [f(2.5) for f in (stats.laplace(0.7, 1.3).logpdf, stats.laplace(0.7, 1.3).cdf, stats.laplace(0.7, 1.3).sf)])
put("weibull", [stats.weibull_min(1.7, scale=2.2).logpdf(0.9), stats.weibull_min(1.7, scale=2.2).cdf(0.9),
                stats.weibull_min(1.7, scale=2.2).sf(9), *stats.weibull_min(0.6, scale=3).stats("mv")])
put("weibull.fit", stats.weibull_min.fit(s1, floc=0)[::2])
put("negativeBinomial", [stats.nbinom(2.7, 0.3).logpmf(4), stats.nbinom(2.7, 0.3).cdf(4), stats.nbinom(2.7, 0.3).sf(40)])
put("dirichlet", [stats.dirichlet([0.7, 2.0, 3.5]).logpdf([0.2, 0.3, 0.5]), *stats.dirichlet([0.7, 2.0, 3.5]).cov().ravel()])
put("multinomial", [stats.multinomial(9, [0.2, 0.5, 0.3]).logpmf([2, 4, 3]), *stats.multinomial(9, [0.2, 0.5, 0.3]).cov().ravel()])

# Linear algebra and calculus.
ma = rng.normal(0, 1, (5, 5)).round(3)
put("expm.argument", ma)
put("expm.small", linalg.expm(ma))
put("expm.large", linalg.expm(6 * ma))
px = rng.normal(0, 1, (7, 5)).round(3)
px[:, 3] = px[:, 0] - 2 * px[:, 1]
pq, pr, pp = linalg.qr(px, mode="economic", pivoting=True)
put("pivotedQr.a", px)
put("pivotedQr.diagonal", np.abs(np.diag(pr))[:4])
put("pivotedQr.permutation", pp)
sx = np.array([0.0, 0.7, 1.1, 2.5, 3.0, 4.2])
sy = np.array([1.0, -0.5, 2.0, 0.3, 0.9, 4.0])
sq = np.linspace(0, 4.2, 23)
put("spline.x", sx)
put("spline.y", sy)
put("spline.natural", [CubicSpline(sx, sy, bc_type="natural")(sq), CubicSpline(sx, sy, bc_type="natural")(sq, 1)])
clamped = CubicSpline(sx, sy, bc_type=((1, 0.4), (1, -2.0)))
put("spline.clamped", [clamped(sq), clamped(sq, 1)])
put("spline.integrals", [CubicSpline(sx, sy, bc_type="natural").integrate(0, 4.2), clamped.integrate(0, 4.2)])
oscillator = solve_ivp(lambda t, v: [v[1], (1 - v[0] ** 2) * v[1] - v[0]], (0, 10), [2, 0], method="DOP853", rtol=1e-13, atol=1e-14)
put("ode.vanDerPol", oscillator.y[:, -1])
