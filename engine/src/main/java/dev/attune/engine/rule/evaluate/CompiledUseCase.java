package dev.attune.engine.rule.evaluate;

import dev.attune.engine.rule.UseCase;
import org.kie.api.KieBase;

/** A use case and what the rule compiler made of it. */
public record CompiledUseCase(UseCase useCase, KieBase base) {}
