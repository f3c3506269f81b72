using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using ToolGen.Generator;

namespace ToolGen.Benchmarks.Calls;

/// <summary>Many tools made available to a model: each one's name, description and schema looked at once.</summary>
internal static class StartUp
{
    public static void OfFactory(int count)
    {
        var cases = CallCase.All;
        var functions = Enumerable.Range(0, count).Select(i => cases[i % cases.Count].Make($"{cases[i % cases.Count].Name}_{i}")).ToArray();
        Seen(functions.Sum(function => function.Name.Length + function.Description.Length + (int)function.JsonSchema.ValueKind));
    }

    /// <param name="assembly">The file of a project's assembly whose tools are generated.</param>
    public static void OfCatalog(string assembly)
    {
        var catalog = (ToolCatalog)Assembly.LoadFrom(assembly).GetType("Agent.Tools.Catalog", throwOnError: true)!.GetProperty("Tools")!.GetValue(null)!;
        Seen(catalog.Tools.Sum(tool => tool.Descriptor.Name.Length + tool.Descriptor.Description.Length + tool.Descriptor.InputSchema.Length));
    }

    /// <summary>Compiles so many real specs into an assembly.</summary>
    /// <returns>Its file, in a folder of its own.</returns>
    public static string Build(int count, CancellationToken cancellationToken)
    {
        AgentBuild.Driver(new ToolGenerator(), SpecCorpus.Make(count)).RunGeneratorsAndUpdateCompilation(AgentBuild.Empty(cancellationToken), out var project, out _, cancellationToken);
        var path = Path.Combine(Directory.CreateTempSubdirectory("toolgen-bench-").FullName, "Agent.dll");
        using var file = File.Create(path);
        AgentBuild.Emit(project, file, cancellationToken);
        return path;
    }

    private static void Seen(int characters)
    {
        if (characters == 0) throw new InvalidDataException("nothing is available");
    }
}
