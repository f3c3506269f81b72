using System.Collections.Generic;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Schemas;

/// <summary>Walks a plan over a value: the meaning of a schema where no generated code is at hand, and the oracle for that code.</summary>
public static class SchemaInterpreter
{
    /// <summary>More violations than this of one value help nobody.</summary>
    public const int MaxViolations = 100;

    /// <summary>Schemas inside schemas that meet a value and its parts; the JSON reader stops at 128 levels.</summary>
    public const int MaxDepth = 512;

    /// <summary>Steps of one check beside <see cref="StepsPerCharacter"/>: a step is a schema met by a value, or some characters looked at.</summary>
    public const int MaxSteps = 2_000_000;

    /// <summary>Further steps for each character of the value: a large one may take longer.</summary>
    public const int StepsPerCharacter = 8;

    /// <summary>Every violation, in the order of the value; empty where it fits. Never throws; beyond a cap the value counts as not fitting.</summary>
    public static IReadOnlyList<SchemaViolation> Check(SchemaPlan plan, JsonNode value) => Check(plan, plan.Root, value);

    /// <summary>The same for a schema inside the plan.</summary>
    public static IReadOnlyList<SchemaViolation> Check(SchemaPlan plan, SchemaNode schema, JsonNode value) =>
        new SchemaWalk(plan.Definitions).Check(schema, value);
}
