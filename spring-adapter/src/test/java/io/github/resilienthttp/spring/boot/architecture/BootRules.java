// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.util.ClassUtils;

/** What the makers of Spring Boot ask of auto-configurations, as far as it concerns us. */
final class BootRules {
    static final ArchRule SHAPE = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveSimpleNameEndingWith("AutoConfiguration")
            .andShould(of("have no other public members", type -> type.getMembers().stream()
                    .noneMatch(BootRules::isPublicMember)));

    static final ArchRule LISTED = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should(of("be listed in AutoConfiguration.imports", type -> listed().contains(type.getName())));

    static final ArchRule ORDER_EXISTS = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should(of("name only auto-configurations that exist in beforeName and afterName", type -> names(type)
                    .allMatch(name -> ClassUtils.isPresent(name, null))));

    static final ArchRule ORDER_BY_CLASS = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should(of("name only its own kin by class in before and after: others are optional", type -> ordered(type)
                    .allMatch(name -> name.startsWith("io.github.resilienthttp."))));

    static final ArchRule NO_CLASS_CONDITION_ON_BEANS = methods()
            .that()
            .areAnnotatedWith(Bean.class)
            .should()
            .notBeAnnotatedWith(ConditionalOnClass.class)
            .because("the method's own types would be loaded before the condition is asked");

    static final ArchRule BEANS_ARE_NOT_PRIVATE = methods()
            .that()
            .areAnnotatedWith(Bean.class)
            .should(ofMethod(
                    "return types that are not private",
                    method -> !method.getRawReturnType().getModifiers().contains(JavaModifier.PRIVATE)));

    static final ArchRule NO_REDUNDANT_TYPE = methods()
            .that()
            .areAnnotatedWith(ConditionalOnMissingBean.class)
            .should(ofMethod("not repeat its type in @ConditionalOnMissingBean", method -> Stream.of(method.reflect()
                            .getAnnotation(ConditionalOnMissingBean.class)
                            .value())
                    .noneMatch(type ->
                            type.getName().equals(method.getRawReturnType().getName()))));

    static final ArchRule POST_PROCESSORS = methods()
            .that()
            .areAnnotatedWith(Bean.class)
            .should(ofMethod("be static where it makes a post-processor, and ask for others lazily", method -> {
                JavaClass made = method.getRawReturnType();
                if (!made.isAssignableTo(BeanPostProcessor.class)
                        && !made.isAssignableTo(BeanFactoryPostProcessor.class)) {
                    return true;
                }
                return method.getModifiers().contains(JavaModifier.STATIC)
                        && method.getRawParameterTypes().stream()
                                .allMatch(type ->
                                        List.of("ObjectProvider", "Environment").contains(type.getSimpleName()));
            }));

    static final ArchRule CONDITIONS =
            classes().that().areAssignableTo(Condition.class).should().notBePublic();

    static final ArchRule NULL_CHECKS = noClasses()
            .should()
            .callMethod(Objects.class, "requireNonNull", Object.class, String.class)
            .because("it tells a caller nothing; the form without a message is the compiler's own");

    static final ArchRule COLLECTORS = noClasses().should().callMethod(Collectors.class, "toList");

    static final ArchRule LOCALES = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .because("what a letter is in lower case depends on " + Locale.class.getSimpleName());

    static ArchRule tangles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private BootRules() {}

    private static ArchCondition<JavaClass> of(String description, Predicate<JavaClass> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type, holds.test(type), type.getName() + " should " + getDescription()));
            }
        };
    }

    private static ArchCondition<JavaMethod> ofMethod(String description, Predicate<JavaMethod> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, holds.test(method), method.getFullName() + " should " + getDescription()));
            }
        };
    }

    private static boolean isPublicMember(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                && !member.getName().equals("<init>");
    }

    private static List<String> listed() {
        return ImportCandidates.load(AutoConfiguration.class, BootRules.class.getClassLoader())
                .getCandidates();
    }

    private static Stream<String> names(JavaClass type) {
        AutoConfiguration annotation = type.reflect().getAnnotation(AutoConfiguration.class);
        return Stream.concat(Stream.of(annotation.beforeName()), Stream.of(annotation.afterName()));
    }

    private static Stream<String> ordered(JavaClass type) {
        JavaAnnotation<JavaClass> annotation = type.getAnnotationOfType(AutoConfiguration.class.getName());
        return Stream.of("before", "after")
                .flatMap(key -> Stream.of((JavaClass[]) annotation.get(key).orElseThrow()))
                .map(JavaClass::getName);
    }
}
