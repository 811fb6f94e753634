package org.tickler.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.tickler", importOptions = Shipped.class)
class NamesTest {

    @ArchTest
    static final ArchRule namesAreWordsOfTheTrade = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Impl|Utils?|Helper)(\\$.*)?")
            .orShould()
            .haveNameMatching(".*[.$](Abstract|Base)[A-Z].*")
            .because("such a name says what the class is to a programmer, not what it is to a law firm");
}
