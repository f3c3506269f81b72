using System.IO;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Methods;

/// <summary>The page on methods with <c>[Tool]</c>.</summary>
internal static class MethodPage
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "src/ToolGen.Generator/Methods/methods.md"));
}
