package org.tickler.daemon.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tickler.calendars.text.ProblemCode;
import org.tickler.rules.count.LawProblem;
import org.tickler.rules.pack.PackProblem;

/** The codes of every fault that any floor knows. */
final class ProblemCodes {
    private ProblemCodes() {}

    static Set<String> all() {
        return of(type -> true);
    }

    /** Those that a home can have: laws and packs are files that come with the program, or are checked by themselves. */
    static Set<String> ofHomes() {
        Set<Class<?>> shipped = Set.of(LawProblem.class, PackProblem.class);
        return of(type -> !shipped.contains(type.reflect()));
    }

    private static Set<String> of(Predicate<JavaClass> wanted) {
        Set<String> codes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.tickler")) {
            if (type.isEnum() && type.isAssignableTo(ProblemCode.class) && wanted.test(type)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    codes.add(((ProblemCode) constant).code());
                }
            }
        }
        return codes;
    }
}
