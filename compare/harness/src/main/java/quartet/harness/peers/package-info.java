/**
 * The installation of the peers in Python. {@link quartet.harness.peers.PeerEnvironment} makes their virtual
 * environment; {@code compare/peers/install.py} fills it.
 */
@NullMarked
package quartet.harness.peers;

import org.jspecify.annotations.NullMarked;
