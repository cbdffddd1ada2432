package dev.attune.engine.rule.compile;

import dev.attune.engine.rule.compile.ClassFile.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads what the rule compiler made, before any of it is loaded: names only allowed classes and
 * members, and no loop. Tricks of spelling do not survive compilation, so none is seen here.
 */
final class ClassScan {
  /** The archive's own table of contents; it names the archive only, nothing an author wrote. */
  private static final String CONTENTS = "org/drools/project/model/ProjectModel_attune_";

  private static final Pattern GENERATED =
      Pattern.compile(
          "<init>|INSTANCE|DATE_TIME_FORMATTER|ENUM\\$VALUES|getRulesList|globals|queries|rules"
              + "|typeMetaDatas|rule_.*|var_.*|.*_Metadata_INSTANCE");

  /**
   * Something a class may not do.
   *
   * @param texts every text in the class; the name of its rule is among them
   */
  record Breach(String what, List<String> texts) {}

  private ClassScan() {}

  /** Empty when all classes may be loaded. */
  static List<Breach> of(Map<String, byte[]> classes) {
    List<Breach> breaches = new ArrayList<>();
    classes.forEach(
        (path, bytes) -> {
          if (!path.startsWith(CONTENTS)) scan(path, bytes, classes, breaches);
        });
    return breaches;
  }

  private static void scan(
      String path, byte[] bytes, Map<String, byte[]> classes, List<Breach> breaches) {
    try {
      ClassFile file = ClassFile.read(bytes);
      refused(path, file, classes).forEach(each -> breaches.add(new Breach(each, file.texts())));
    } catch (IOException | RuntimeException notReadable) {
      breaches.add(new Breach("an unreadable class", List.of(path)));
    }
  }

  private static Set<String> refused(String path, ClassFile file, Map<String, byte[]> classes) {
    Set<String> refused = new TreeSet<>();
    if (!path.equals(file.name() + ".class")) refused.add("a class under another name");
    for (String each : file.classes()) {
      if (!isOwn(each, classes) && !AllowedCalls.mayName(each)) refused.add(each.replace('/', '.'));
    }
    for (Member each : file.members()) {
      boolean allowed =
          isOwn(each.owner(), classes) ? isGenerated(each, file) : AllowedCalls.mayUse(each);
      if (!allowed) refused.add(each.toString());
    }
    if (file.codes().stream().anyMatch(Loops::in)) refused.add("a loop");
    return refused;
  }

  /** Not a function of the author's: one that calls itself needs no loop to run for ever. */
  private static boolean isGenerated(Member member, ClassFile file) {
    boolean isLambda = file.name().substring(file.name().lastIndexOf('/') + 1).startsWith("Lambda");
    return isLambda
        ? member.owner().equals(file.name())
        : GENERATED.matcher(member.name()).matches()
            && !(member.name().startsWith("rule_") && member.owner().equals(file.name()));
  }

  private static boolean isOwn(String className, Map<String, byte[]> classes) {
    return classes.containsKey(className + ".class");
  }
}
