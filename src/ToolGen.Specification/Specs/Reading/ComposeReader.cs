using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;
using ToolGen.Specification.Specs.Shapes;

namespace ToolGen.Specification.Specs.Reading;

/// <summary>The kind <c>compose</c>.</summary>
internal static class ComposeReader
{
    public static Implementation? Read(JsonObject node, FindingSink sink)
    {
        var names = new Names("compose", sink);
        names.Variables(node["let"]);
        names.Variables(node["steps"]);
        if (node["steps"] is not JsonObject map) return null;
        var known = new HashSet<string>(map.Members.Select(member => member.Name), StringComparer.Ordinal);
        var steps = new List<ComposeStep>();
        foreach (var member in map.Members)
        {
            if (member.Value is not JsonObject step || step["tool"] is not JsonString tool) continue;
            HoleReader.Check(step["input"], sink);
            var after = step["after"] switch { JsonString one => [one], JsonArray many => many.Items.OfType<JsonString>().ToArray(), _ => Array.Empty<JsonString>() };
            foreach (var name in after.Where(name => !known.Contains(name.Value) || name.Value == member.Name))
            {
                var near = NearMiss.Of(name.Value, known.Where(other => other != member.Name));
                sink.Add(FindingCatalog.UnknownReference, name.Span, "step to wait for called", Shown.Text(name.Value), near is null ? "Write the name of another step." : $"Write '{near}'.");
            }

            steps.Add(new(member, member.Name, tool)
            {
                Input = step["input"] as JsonObject,
                When = Texts.Of(step["when"] as JsonString),
                Optional = Texts.Flag(step["optional"]),
                Retry = (int)Math.Min(10, IntegerShape.Value(step["retry"]) ?? 0),
                Each = Texts.Of(step["each"] as JsonString),
                After = after,
            });
        }

        return new ComposeImplementation(node)
        {
            Let = Texts.NamedOf(node["let"]),
            Fail = ImplementationReader.Fail(node["fail"], sink),
            Result = ResultReader.Object(node["result"]),
            Steps = steps,
        };
    }
}
