package dev.attune.api.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection without taking its last answer away: says nothing more, and hears the client
 * out for a moment. To close on what a client is still sending would reset the connection, and the
 * client might never see the refusal (RFC 9112, 9.6).
 */
final class LingeringClose extends ChannelDuplexHandler {
  private static final int SECONDS = 2;

  private boolean lingering;

  @Override
  public void close(ChannelHandlerContext context, ChannelPromise closed) {
    if (lingering || !(context.channel() instanceof DuplexChannel channel) || !channel.isActive()) {
      context.close(closed);
      return;
    }
    lingering = true;
    channel.closeFuture().addListener(gone -> closed.trySuccess());
    channel.config().setAutoRead(true);
    context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> channel.shutdownOutput());
    context.executor().schedule(() -> context.close(), SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (lingering) ReferenceCountUtil.release(message);
    else context.fireChannelRead(message);
  }
}
