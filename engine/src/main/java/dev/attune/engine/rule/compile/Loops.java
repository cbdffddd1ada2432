package dev.attune.engine.rule.compile;

import java.nio.ByteBuffer;

/** Finds jumps that go back: without them no method runs for ever. */
final class Loops {
  private static final int WIDE = 0xc4;
  private static final int TABLE_SWITCH = 0xaa;
  private static final int LOOKUP_SWITCH = 0xab;

  private Loops() {}

  /** Whether the code has a jump to itself or to an earlier instruction. */
  static boolean in(byte[] code) {
    ByteBuffer in = ByteBuffer.wrap(code);
    while (in.hasRemaining()) {
      int at = in.position();
      int operation = in.get() & 0xff;
      if (operation == TABLE_SWITCH || operation == LOOKUP_SWITCH) {
        if (switchGoesBack(in, operation)) return true;
        continue;
      }
      if (isShortJump(operation) && in.getShort(at + 1) <= 0) return true;
      if (isLongJump(operation) && in.getInt(at + 1) <= 0) return true;
      in.position(at + length(operation, in, at));
    }
    return false;
  }

  private static boolean isShortJump(int operation) {
    return operation >= 0x99 && operation <= 0xa8 || operation == 0xc6 || operation == 0xc7;
  }

  private static boolean isLongJump(int operation) {
    return operation == 0xc8 || operation == 0xc9;
  }

  private static boolean switchGoesBack(ByteBuffer in, int operation) {
    while (in.position() % 4 != 0) in.get();
    boolean back = in.getInt() <= 0;
    if (operation == TABLE_SWITCH) {
      int low = in.getInt();
      int high = in.getInt();
      for (int i = low; i <= high; i++) back |= in.getInt() <= 0;
      return back;
    }
    int pairs = in.getInt();
    for (int i = 0; i < pairs; i++) {
      in.getInt();
      back |= in.getInt() <= 0;
    }
    return back;
  }

  /** Bytes of an instruction, by the JVM specification's table of operations. */
  private static int length(int operation, ByteBuffer in, int at) {
    if (operation == WIDE) return (in.get(at + 1) & 0xff) == 0x84 ? 6 : 4;
    return switch (operation) {
      case 0x10, 0x12, 0x15, 0x16, 0x17, 0x18, 0x19, 0x36, 0x37, 0x38, 0x39, 0x3a, 0xa9, 0xbc -> 2;
      case 0x11,
          0x13,
          0x14,
          0x84,
          0xb2,
          0xb3,
          0xb4,
          0xb5,
          0xb6,
          0xb7,
          0xb8,
          0xbb,
          0xbd,
          0xc0,
          0xc1 ->
          3;
      case 0xc5 -> 4;
      case 0xb9, 0xba, 0xc8, 0xc9 -> 5;
      default -> isShortJump(operation) ? 3 : 1;
    };
  }
}
