package dev.attune.engine.rule.compile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A class file, read without loading the class: what it refers to, and the code of its methods. */
final class ClassFile {
  /** A field or method of another class. */
  record Member(String owner, String name, String descriptor) {
    @Override
    public String toString() {
      return owner.replace('/', '.') + "." + name;
    }
  }

  private final DataInputStream in;
  private final List<String> texts = new ArrayList<>();
  private final List<byte[]> codes = new ArrayList<>();
  private @Nullable Object[] constants = {};
  private String name = "";

  private ClassFile(byte[] bytes) {
    in = new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** Reads a class file; throws {@link IOException} when it is not one. */
  static ClassFile read(byte[] bytes) throws IOException {
    ClassFile file = new ClassFile(bytes);
    file.readConstants();
    file.readMembers();
    return file;
  }

  /** With slashes. */
  String name() {
    return name;
  }

  /** The classes it refers to, with slashes; arrays by their element. */
  List<String> classes() {
    List<String> names = new ArrayList<>();
    for (Object constant : constants) {
      if (constant instanceof ClassReference reference) names.add(element(text(reference.name)));
    }
    return names;
  }

  /** The fields and methods it refers to. */
  List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (Object constant : constants) {
      if (!(constant instanceof Pair pair) || !pair.isMember) continue;
      Pair nameAndType = (Pair) Objects.requireNonNull(constants[pair.second]);
      members.add(
          new Member(
              element(className(pair.first)), text(nameAndType.first), text(nameAndType.second)));
    }
    return members;
  }

  /** Every text in it: names, descriptors and the author's own words. */
  List<String> texts() {
    return texts;
  }

  /** The byte code of each method. */
  List<byte[]> codes() {
    return codes;
  }

  private record ClassReference(int name) {}

  private record Pair(boolean isMember, int first, int second) {}

  private void readConstants() throws IOException {
    if (in.readInt() != 0xCAFEBABE) throw new IOException("not a class file");
    in.skipBytes(4);
    int count = in.readUnsignedShort();
    constants = new Object[count];
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      constants[i] = constant(tag);
      if (tag == 5 || tag == 6) i++;
    }
  }

  private @Nullable Object constant(int tag) throws IOException {
    switch (tag) {
      case 1:
        String text = in.readUTF();
        texts.add(text);
        return text;
      case 7:
        return new ClassReference(in.readUnsignedShort());
      case 9, 10, 11:
        return new Pair(true, in.readUnsignedShort(), in.readUnsignedShort());
      case 12:
        return new Pair(false, in.readUnsignedShort(), in.readUnsignedShort());
      case 3, 4, 17, 18:
        in.skipBytes(4);
        return null;
      case 5, 6:
        in.skipBytes(8);
        return null;
      case 8, 16, 19, 20:
        in.skipBytes(2);
        return null;
      case 15:
        in.skipBytes(3);
        return null;
      default:
        throw new IOException("unknown constant " + tag);
    }
  }

  private void readMembers() throws IOException {
    in.skipBytes(2);
    name = className(in.readUnsignedShort());
    in.skipBytes(2);
    in.skipBytes(2 * in.readUnsignedShort());
    for (int kind = 0; kind < 2; kind++) {
      int members = in.readUnsignedShort();
      for (int i = 0; i < members; i++) readMember();
    }
  }

  private void readMember() throws IOException {
    in.skipBytes(6);
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      String attribute = text(in.readUnsignedShort());
      byte[] body = in.readNBytes(in.readInt());
      if (attribute.equals("Code")) codes.add(code(body));
    }
  }

  private static byte[] code(byte[] attribute) throws IOException {
    DataInputStream body = new DataInputStream(new ByteArrayInputStream(attribute));
    body.skipBytes(4);
    return body.readNBytes(body.readInt());
  }

  private String className(int index) {
    return text(((ClassReference) Objects.requireNonNull(constants[index])).name);
  }

  private String text(int index) {
    return (String) Objects.requireNonNull(constants[index]);
  }

  private static String element(String name) {
    int dimensions = name.lastIndexOf('[') + 1;
    if (dimensions == 0) return name;
    String element = name.substring(dimensions);
    return element.startsWith("L") ? element.substring(1, element.length() - 1) : element;
  }
}
