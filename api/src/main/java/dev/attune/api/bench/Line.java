package dev.attune.api.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One kept-alive HTTP connection with one request on its way. Understands answers with a {@code
 * content-length}. Used by one thread.
 */
final class Line implements AutoCloseable {
  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RETRY_AFTER = "retry-after:".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final SocketChannel channel;
  private ByteBuffer in = ByteBuffer.allocateDirect(16 * 1024);
  private int bodyStart = -1;
  private int bodyLength;
  private long sentAt;

  Line(InetSocketAddress server, Selector selector) throws IOException {
    channel = SocketChannel.open(server);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, this);
  }

  /** Requests are small enough for the socket's buffer, which is empty between them. */
  void send(ByteBuffer request) throws IOException {
    in.clear();
    bodyStart = -1;
    sentAt = System.nanoTime();
    while (request.hasRemaining()) channel.write(request);
  }

  /** In nanoseconds, since the request was sent. */
  long elapsed() {
    return System.nanoTime() - sentAt;
  }

  /** Reads what is there; the status once the answer is whole, 0 until then. */
  int receive() throws IOException {
    if (!in.hasRemaining()) grow();
    if (channel.read(in) < 0) throw new EOFException("the server closed the connection");
    if (bodyStart < 0) findBody();
    return bodyStart >= 0 && in.position() >= bodyStart + bodyLength ? status() : 0;
  }

  /** The body of the answer just received. */
  String body() {
    byte[] bytes = new byte[bodyLength];
    in.get(bodyStart, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void findBody() {
    for (int i = 0; i + 3 < in.position(); i++) {
      if (in.get(i) == '\r' && in.get(i + 1) == '\n' && in.get(i + 2) == '\r') {
        bodyStart = i + 4;
        bodyLength = length(i);
        return;
      }
    }
  }

  private int length(int end) {
    int start = header(LENGTH, end);
    if (start < 0) return 0;
    int value = 0;
    for (int at = start; in.get(at) != '\r'; at++) {
      if (in.get(at) != ' ') value = value * 10 + in.get(at) - '0';
    }
    return value;
  }

  /** Whether the answer just received says when to try again. */
  boolean tellsWhenToRetry() {
    return header(RETRY_AFTER, bodyStart) >= 0;
  }

  /** Where a header's value begins; -1 when it is not there. */
  private int header(byte[] name, int end) {
    for (int i = 0; i < end - name.length; i++) {
      if (isAt(i, name)) return i + name.length;
    }
    return -1;
  }

  private boolean isAt(int at, byte[] name) {
    for (int i = 0; i < name.length; i++) {
      int letter = in.get(at + i);
      if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != name[i]) return false;
    }
    return true;
  }

  private int status() {
    return (in.get(STATUS_AT) - '0') * 100
        + (in.get(STATUS_AT + 1) - '0') * 10
        + (in.get(STATUS_AT + 2) - '0');
  }

  private void grow() {
    ByteBuffer larger = ByteBuffer.allocateDirect(in.capacity() * 2);
    larger.put(in.flip());
    in = larger;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
