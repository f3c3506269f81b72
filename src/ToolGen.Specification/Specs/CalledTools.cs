using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Specification.Specs;

/// <summary>The tools that a spec calls.</summary>
public static class CalledTools
{
    /// <summary>References, <c>NAME</c> or <c>NAME@RANGE</c>: those of its steps, then those that its C# may call, as they are written.</summary>
    public static IEnumerable<string> Of(ToolSpec spec) => Steps(spec).Concat(spec.Capabilities.Select(line => Capability.TryParse(line.Value)).OfType<ToolCapability>().Select(capability => capability.Reference));

    /// <summary>The name of a reference.</summary>
    public static string NameOf(string reference) => reference.Split('@')[0];

    private static IEnumerable<string> Steps(ToolSpec spec) => spec.Implementation is ComposeImplementation compose ? compose.Steps.Select(step => step.Tool.Value) : [];
}
