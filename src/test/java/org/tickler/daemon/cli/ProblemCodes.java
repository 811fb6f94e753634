package org.tickler.daemon.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.tickler.calendars.text.ProblemCode;

/** The codes of every fault that any floor knows. */
final class ProblemCodes {
    private ProblemCodes() {}

    static Set<String> all() {
        Set<String> codes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.tickler")) {
            if (type.isEnum() && type.isAssignableTo(ProblemCode.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    codes.add(((ProblemCode) constant).code());
                }
            }
        }
        return codes;
    }
}
