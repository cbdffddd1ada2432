package dev.attune.engine;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Holds for classes whose package has a {@code package-info.java} that is {@code @NullMarked}. */
public final class ResideInADescribedPackage extends ArchCondition<JavaClass> {
  public ResideInADescribedPackage() {
    super("reside in a package with a null-marked package-info.java");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    boolean described =
        type.getPackage().tryGetPackageInfo().isPresent()
            && type.getPackage().isAnnotatedWith(NullMarked.class);
    events.add(
        new SimpleConditionEvent(
            type,
            described,
            type.getPackageName() + (described ? " is" : " is not") + " described"));
  }
}
