// SPDX-License-Identifier: Apache-2.0
package io.github.resilienthttp.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.javapoet.ClassName;

class ResilientHttpRuntimeHintsTest {
    private static final TypeReference JSON = TypeReference.of("tools.jackson.core.json.JsonFactory");

    @Test
    void theJsonParserIsFoundInANativeImage() {
        RuntimeHints hints = new RuntimeHints();
        new ResilientHttpRuntimeHints().registerHints(hints, getClass().getClassLoader());
        assertThat(RuntimeHintsPredicates.reflection().onType(JSON)).accepts(hints);
    }

    @Test
    void noParserNoHint() {
        RuntimeHints hints = new RuntimeHints();
        new ResilientHttpRuntimeHints().registerHints(hints, new FilteredClassLoader("tools.jackson"));
        assertThat(RuntimeHintsPredicates.reflection().onType(JSON)).rejects(hints);
    }

    @Test
    void whatIsLookedForByNameIsFoundThereAsWell() {
        RuntimeHints hints = new RuntimeHints();
        new ResilientHttpRuntimeHints().registerHints(hints, getClass().getClassLoader());
        assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(SecondRetryDetector.SPRING_RETRY)))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(SecondRetryDetector.BALANCER)))
                .accepts(hints);
    }

    @Test
    void theContextIsProcessedAheadOfTime() {
        InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.register(
                    ResilientHttpAutoConfiguration.class,
                    ResilientHttpRestClientAutoConfiguration.class,
                    ResilientHttpServiceClientAutoConfiguration.class);
            DefaultGenerationContext generation =
                    new DefaultGenerationContext(new ClassNameGenerator(ClassName.get("sample", "Sample")), files);
            ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            assertThat(initializer.simpleName()).startsWith("Sample");
            generation.writeGeneratedContent();
        }
        assertThat(files.getGeneratedFiles(GeneratedFiles.Kind.SOURCE).keySet())
                .anyMatch(name -> name.contains("ResilientHttpAutoConfiguration__BeanDefinitions"))
                .anyMatch(name -> name.contains("ResilientHttpServiceClientAutoConfiguration__BeanDefinitions"));
    }

    @Test
    void theRegistrarIsRegistered() {
        assertThat(SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
                        .load(RuntimeHintsRegistrar.class))
                .hasAtLeastOneElementOfType(ResilientHttpRuntimeHints.class);
    }
}
