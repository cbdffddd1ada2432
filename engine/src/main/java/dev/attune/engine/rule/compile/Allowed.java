package dev.attune.engine.rule.compile;

import java.util.List;
import java.util.Set;

/**
 * What rules may see and call. Seeing is wider than calling: the compiler resolves signatures
 * through classes that no rule may use, so what was compiled is scanned once more.
 */
final class Allowed {
  private static final List<String> VISIBLE_PACKAGES =
      List.of(
          "dev.attune.engine.fact.",
          "org.drools.",
          "org.kie.",
          "java.lang.annotation.",
          "java.lang.constant.",
          "java.lang.invoke.",
          "java.math.",
          "java.time.",
          "java.util.function.",
          "java.util.regex.");

  private static final Set<String> VISIBLE_CLASSES =
      Set.of(
          "dev.attune.engine.action.Decisions",
          "dev.attune.engine.action.Proposal",
          "java.io.Externalizable",
          "java.io.IOException",
          "java.io.ObjectInput",
          "java.io.ObjectInputStream",
          "java.io.ObjectOutput",
          "java.io.ObjectOutputStream",
          "java.io.ObjectStreamException",
          "java.io.Serializable",
          // The JDK derives its own fast accessors from these; nothing else can reach them.
          "jdk.internal.reflect.ConstructorAccessorImpl",
          "jdk.internal.reflect.MethodAccessorImpl",
          "java.lang.reflect.AnnotatedElement",
          "java.lang.reflect.GenericDeclaration",
          "java.lang.reflect.Type");

  private static final Set<String> HIDDEN_CLASSES =
      Set.of(
          "ApplicationShutdownHooks",
          "ClassLoader",
          "ClassValue",
          "Compiler",
          "InheritableThreadLocal",
          "Module",
          "ModuleLayer",
          "Package",
          "Process",
          "ProcessBuilder",
          "ProcessHandle",
          "Runtime",
          "RuntimePermission",
          "SecurityManager",
          "Shutdown",
          "StackWalker",
          "System",
          "Thread",
          "ThreadGroup",
          "ThreadLocal");

  private Allowed() {}

  /** Whether rules may be compiled against and loaded beside this class. */
  static boolean visible(String className) {
    if (VISIBLE_CLASSES.contains(className)) return true;
    if (VISIBLE_PACKAGES.stream().anyMatch(className::startsWith)) return true;
    return isDirectlyIn("java.util.", className)
        || isDirectlyIn("java.lang.", className) && !HIDDEN_CLASSES.contains(outer(className));
  }

  private static boolean isDirectlyIn(String packagePrefix, String className) {
    return className.startsWith(packagePrefix)
        && className.indexOf('.', packagePrefix.length()) < 0;
  }

  private static String outer(String className) {
    String simple = className.substring("java.lang.".length());
    int nested = simple.indexOf('$');
    return nested < 0 ? simple : simple.substring(0, nested);
  }
}
