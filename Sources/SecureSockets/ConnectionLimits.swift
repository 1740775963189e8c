/// How much patience and memory one connection may cost.
package struct ConnectionLimits: Sendable {
  /// From accepting until the handshake is done.
  package var handshake: Duration = .seconds(10)
  /// For `closeAfterFlush`: until the peer has taken what is unsent and has said goodbye too.
  package var linger: Duration = .seconds(5)
  /// With more unsent bytes than this, nothing is read from the peer …
  package var highWater = 65_536
  /// … until there are no more than this.
  package var lowWater = 16_384
  /// With more unsent bytes than this the connection is closed. Must leave room for all answers
  /// to one read (64 KB of requests) above `highWater`.
  package var bound = 4_194_304

  package init() {}
}
