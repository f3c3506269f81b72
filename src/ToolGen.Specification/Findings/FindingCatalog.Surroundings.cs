namespace ToolGen.Specification.Findings;

/// <summary>C# around a generated tool that would change what the tool means.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor ExtensionsInToolNamespace = new(
        "TG2060",
        "Extension methods in the tools' namespace",
        FindingSeverity.Error,
        "'{0}' declares extension methods in '{1}', where generated tools live: they win over System.Linq inside every tool",
        "Move '{0}' to another namespace.",
        "A tool means the same in every project. C# looks for extension methods in the innermost namespace first, so a method `Sum` or `Count` that is declared beside the generated tools would silently take the place of the one that the spec's author meant.",
        "namespace MyAgent.Tools;\nstatic class Handy { public static int Count<T>(this IEnumerable<T> items) => 0; }",
        "namespace MyAgent.Extensions;\nstatic class Handy { public static int Count<T>(this IEnumerable<T> items) => 0; }");

    public static readonly FindingDescriptor MembersAddedToGeneratedTool = new(
        "TG2061",
        "Members added to a tool that its spec implements",
        FindingSeverity.Error,
        "'{0}' is implemented by its spec, and this part of the class adds members that could hide names its code uses",
        "Put '{1}' in a class of its own; only declared tools and code tools without a body have a hand-written part.",
        "A nested type or method of the same class is found before anything else: `partial class SalesByRegion { static class Math { … } }` would change every `Math.Round` of the spec without a word.",
        "partial class SalesByRegion { static class Math { } }",
        "static class RegionMath { }");
}
