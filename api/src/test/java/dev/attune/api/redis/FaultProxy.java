package dev.attune.api.redis;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A TCP proxy on loopback that can be slow, silent, or cut what passes through it. */
public final class FaultProxy implements Closeable {
  private final ServerSocket listening;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile long delayMillis;
  private boolean silent;

  public FaultProxy(int target) {
    this.target = target;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    daemon(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** From now on everything passes so much later. */
  public void delay(long millis) {
    delayMillis = millis;
  }

  /** From now on nothing passes, and nobody is told. */
  public void blackHole() {
    setSilent(true);
  }

  /** Everything passes again, what was held back included. */
  public void heal() {
    delayMillis = 0;
    setSilent(false);
  }

  /** Cuts every connection, in the middle of whatever it carries. */
  public void cut() {
    open.forEach(FaultProxy::closeQuietly);
  }

  @Override
  public void close() {
    closeQuietly(listening);
    heal();
    cut();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        daemon(() -> pass(client, server));
        daemon(() -> pass(server, client));
      } catch (IOException refused) {
        // the target is down: the client sees its connection end
      }
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] bytes = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        hold();
        out.write(bytes, 0, read);
      }
    } catch (IOException | InterruptedException cut) {
      // the other direction ends with this one
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  private void hold() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(delayMillis);
      while (silent || left > 0) {
        if (silent) changed.await();
        else left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private void setSilent(boolean now) {
    lock.lock();
    try {
      silent = now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Closeable open) {
    try {
      open.close();
    } catch (IOException alreadyGone) {
      // closed is what was wanted
    }
  }
}
