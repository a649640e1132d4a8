// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.stability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvent;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the marks of stability promise. */
final class StabilityRules {
    private static final String OURS = "io.github.resilienthttp.";

    private StabilityRules() {}

    /** Nested types have the mark of what they are nested in, unless they bear another. */
    static ArchRule everyPublicTypeBearsOneMark() {
        return classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(new ArchCondition<>("bear exactly one mark of stability") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        List<String> own = Marks.own(type);
                        if (own.size() != 1) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " bears " + own));
                        }
                    }
                });
    }

    /** What a user may call or extend names nothing that is internal, and nothing that he cannot name. */
    static ArchRule nothingForUsersNamesWhatIsInternal() {
        return classes().should(new ArchCondition<>("name only what is for users too") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!Marks.visible(type) || Marks.internal(Marks.of(type))) {
                    return;
                }
                Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream())
                        .flatMap(above -> above.getAllInvolvedRawTypes().stream())
                        .filter(named -> Marks.internal(Marks.of(named)))
                        .forEach(named -> events.add(violation(type, type.getName(), named)));
                for (JavaMember member : type.getAllMembers()) {
                    if (forUsers(member, type)) {
                        named(member)
                                .filter(named -> Marks.internal(Marks.of(named)) || hidden(named))
                                .forEach(named -> events.add(violation(type, member.getFullName(), named)));
                    }
                }
            }
        });
    }

    private static ConditionEvent violation(JavaClass type, String who, JavaClass named) {
        return SimpleConditionEvent.violated(type, who + " names " + named.getName());
    }

    private static boolean forUsers(JavaMember member, JavaClass type) {
        Set<JavaModifier> modifiers = member.getModifiers();
        JavaClass owner = member.getOwner();
        return owner.getName().startsWith(OURS)
                && (owner.equals(type) || !Marks.visible(owner))
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !Marks.internal(Marks.of(member, type));
    }

    private static boolean hidden(JavaClass named) {
        return named.getName().startsWith(OURS) && !Marks.visible(named);
    }

    private static Stream<JavaClass> named(JavaMember member) {
        Stream<JavaType> types;
        if (member instanceof JavaField field) {
            types = Stream.of(field.getType());
        } else {
            JavaCodeUnit code = (JavaCodeUnit) member;
            types = Stream.concat(
                    Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream()),
                    code.getExceptionTypes().stream());
        }
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream()).map(JavaClass::getBaseComponentType);
    }
}
