/**
 * Downloads of data sets that the project does not ship, into a cache of the user. This is the only package that opens
 * network connections, and only when the user asks for it.
 *
 * <p>Read {@link quartet.datasets.fetch.DatasetFetcher}, which tries the sources of a data set in order and reports to
 * a {@link quartet.datasets.fetch.FetchListener}; then {@code CacheFolder}, in which every file is complete and
 * verified; then the two ways to download: {@code UrlDownload} with {@code PartSubscriber} for a web server, and
 * {@code PackageClient} with {@code OutputTail} for a package manager of the user. {@code DownloadLimits} bounds the
 * size and the time of both.
 */
@NullMarked
package quartet.datasets.fetch;

import org.jspecify.annotations.NullMarked;
