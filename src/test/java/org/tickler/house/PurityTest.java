package org.tickler.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Date;
import java.util.TimeZone;

@AnalyzeClasses(packages = "org.tickler", importOptions = Shipped.class)
class PurityTest {

    private static final String[] PURE = {"org.tickler.calendars..", "org.tickler.rules.."};

    /** A method reference counts like a call. */
    private static final DescribedPredicate<JavaAccess<?>> THE_CLOCK_OR_ZONE_OF_THE_MACHINE =
            describe("the clock or the zone of the machine", access -> {
                var owner = access.getTargetOwner().getName();
                var name = access.getTarget().getName();
                return owner.startsWith("java.time.") && name.equals("now")
                        || owner.equals("java.time.Clock") && name.startsWith("system")
                        || owner.equals("java.time.InstantSource") && name.equals("system")
                        || owner.equals("java.time.ZoneId") && name.equals("systemDefault")
                        || owner.equals("java.util.TimeZone") && name.equals("getDefault")
                        || owner.equals("java.lang.System") && name.equals("currentTimeMillis");
            });

    private static final DescribedPredicate<JavaAccess<?>> THE_PROCESS =
            describe("the process: its timer, environment, streams or end", access -> {
                var owner = access.getTargetOwner().getName();
                return owner.equals("java.lang.System")
                                && !access.getTarget().getName().matches("lineSeparator|arraycopy|identityHashCode")
                        || owner.equals("java.lang.Runtime")
                        || owner.equals("java.lang.Thread");
            });

    private static final DescribedPredicate<JavaClass> THE_OUTSIDE_WORLD = resideInAnyPackage(
                    "java.net..",
                    "java.nio.channels..",
                    "java.sql..",
                    "javax.sql..",
                    "java.util.logging..",
                    "java.util.concurrent..",
                    "org.slf4j..",
                    "org.quartz..",
                    "jakarta.mail..",
                    "com.twilio..")
            .and(not(type(URI.class).or(type(URISyntaxException.class))))
            .or(belongTo(type(Files.class)))
            .or(describe(
                    "files",
                    type -> type.getName()
                            .matches("java\\.io\\.(File|File(In|Out)putStream|File(Reader|Writer)|RandomAccessFile)")))
            .as("are files, sockets, databases, threads or logs");

    @ArchTest
    static final ArchRule nothingReadsTheClockOrZoneOfTheMachine = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.tickler.engine.watch.MachineClock")
            .should()
            .accessTargetWhere(THE_CLOCK_OR_ZONE_OF_THE_MACHINE)
            .because("time is an argument: the engine's one InstantSource is the database's clock, and tests, demo and"
                    + " simulate set it; the machine's own is looked at in one place, to see how far it is off");

    @ArchTest
    static final ArchRule calendarsAndRulesKnowNothingOfTheProcess = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(THE_PROCESS)
            .because("the same docket, book and people must give the same schedule on any machine, years later");

    @ArchTest
    static final ArchRule calendarsAndRulesDoNoInputAndOutput = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(THE_OUTSIDE_WORLD)
            .because("what derives a date is a function of its arguments; the engine does the reading and the telling");

    @ArchTest
    static final ArchRule calendarsAndRulesUseJavaTime = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(belongTo(type(Date.class))
                    .or(belongTo(type(java.util.Calendar.class)))
                    .or(belongTo(type(TimeZone.class)))
                    .as("are java.util.Date, Calendar or TimeZone"))
            .because("a civil date has no hour and no zone, and java.util.Date has both");
}
