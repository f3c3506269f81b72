using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Threading;
using Microsoft.CodeAnalysis;
using ToolGen.Generator;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Calls;

/// <summary>Many tools made available in a fresh process.</summary>
internal static class StartUp
{
    /// <summary>All are at hand, and one is called by its name.</summary>
    public const string FirstCall = "start-call";

    /// <summary>Each one's name, description and schema is looked at once, as where a model is offered all.</summary>
    public const string List = "start-list";

    private const string Called = "wind_chill";

    /// <summary>Has the runtime make ready what finds a type by its name: an application names its catalog in C#.</summary>
    public static void Prepare() => _ = typeof(StartUp).Assembly.GetType(typeof(StartUp).FullName!, throwOnError: true)!.GetProperty(nameof(List));

    public static void OfFactory(string what, int count)
    {
        var cases = CallCase.All;
        var functions = Enumerable.Range(0, count).Select(i => cases[i % cases.Count].Make(i < cases.Count ? cases[i].Name : $"{cases[i % cases.Count].Name}_{i}")).ToDictionary(function => function.Name);
        if (what == List)
        {
            Seen(functions.Values.Sum(function => function.Name.Length + function.Description.Length + (int)function.JsonSchema.ValueKind));
            return;
        }

        using var document = JsonDocument.Parse(Arguments());
        Seen(functions[Called].InvokeAsync(CallCase.Arguments(document.RootElement)).AsTask().Result!.ToString()!.Length);
    }

    /// <param name="what">One of the two.</param>
    /// <param name="assembly">The file of a project's assembly whose tools are generated.</param>
    public static void OfCatalog(string what, string assembly)
    {
        var catalog = (ToolCatalog)Assembly.LoadFrom(assembly).GetType("Agent.Tools.Catalog", throwOnError: true)!.GetProperty("Tools")!.GetValue(null)!;
        Seen(what == List
            ? catalog.Descriptors.Sum(tool => tool.Name.Length + tool.Description.Length + tool.InputSchema.Length)
            : catalog.Find(Called)!.CallAsync(Arguments(), new SystemToolContext()).Result.Output.Length);
    }

    /// <summary>Compiles so many real specs into an assembly, those of the calls among them.</summary>
    /// <returns>Its file, in a folder of its own.</returns>
    public static string Build(int count, CancellationToken cancellationToken)
    {
        var called = CallCase.All.Select(one => SpecCorpus.File(Path.Combine(Repository.Root, "tests", "ToolGen.Benchmarks", "Calls", one.Name + ".tool.json")));
        var specs = SpecCorpus.Make(count - CallCase.All.Count).AddRange(called);
        AgentBuild.Driver(new ToolGenerator(), specs).RunGeneratorsAndUpdateCompilation(AgentBuild.Empty(cancellationToken), out var project, out _, cancellationToken);
        var path = Path.Combine(Directory.CreateTempSubdirectory("toolgen-bench-").FullName, "Agent.dll");
        using var file = File.Create(path);
        AgentBuild.Emit(project, file, cancellationToken);
        return path;
    }

    private static byte[] Arguments() => Encoding.UTF8.GetBytes(CallCase.All.Single(one => one.Name == Called).Right[0]);

    private static void Seen(int characters)
    {
        if (characters == 0) throw new InvalidDataException("nothing is available");
    }
}
