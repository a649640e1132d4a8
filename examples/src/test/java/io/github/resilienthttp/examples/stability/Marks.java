// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.examples.stability;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import io.github.resilienthttp.stability.Experimental;
import io.github.resilienthttp.stability.Internal;
import io.github.resilienthttp.stability.Stable;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Which mark something bears: its own, else that of what it stands in. */
final class Marks {
    private static final List<Class<? extends Annotation>> ALL =
            List.of(Stable.class, Experimental.class, Internal.class);

    private Marks() {}

    /** Those that it bears itself. */
    static List<String> own(CanBeAnnotated marked) {
        return ALL.stream()
                .filter(marked::isAnnotatedWith)
                .map(Class::getSimpleName)
                .toList();
    }

    static Optional<String> of(JavaClass type) {
        List<String> own = own(type);
        return own.isEmpty() ? type.getEnclosingClass().flatMap(Marks::of) : Optional.of(own.get(0));
    }

    /** A public type's member; those of a superclass that nobody sees are the type's own. */
    static Optional<String> of(JavaMember member, JavaClass type) {
        List<String> own = own(member);
        return own.isEmpty() ? of(type) : Optional.of(own.get(0));
    }

    static boolean internal(Optional<String> mark) {
        return mark.filter("Internal"::equals).isPresent();
    }

    /** Whether users can name it. */
    static boolean visible(JavaClass type) {
        return (type.getModifiers().contains(JavaModifier.PUBLIC)
                        || type.getModifiers().contains(JavaModifier.PROTECTED))
                && type.getEnclosingClass().map(Marks::visible).orElse(true);
    }
}
