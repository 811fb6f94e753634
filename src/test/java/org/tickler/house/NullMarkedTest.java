package org.tickler.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.tickler", importOptions = Shipped.class)
class NullMarkedTest {

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses house) {
        var unmarked = house.stream()
                .map(JavaClass::getPackage)
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .distinct();
        assertThat(unmarked)
                .as("packages without @NullMarked in their package-info: the null checker skips them in silence")
                .isEmpty();
    }
}
