using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Methods;

/// <summary>C# with <c>[Tool]</c> methods, compiled with the generator and loaded.</summary>
internal static class MethodProject
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Collections.Immutable; using System.ComponentModel; using System.ComponentModel.DataAnnotations;
        using System.Linq; using System.Numerics; using System.Text.Json; using System.Text.Json.Nodes; using System.Text.Json.Serialization; using System.Threading; using System.Threading.Tasks; using ToolGen;

        """;

    /// <summary>The members of a public static class <c>My</c>, and further types.</summary>
    public static Project Of(string members, string types = "") => Project.Of([], null, Text(members, types));

    /// <summary>Their source.</summary>
    public static string Text(string members, string types = "") => $$"""
        {{Usings}}
        namespace App { public static class My { {{members}} } {{types}} }
        """;

    /// <summary>The tools, or an exception that lists what the compiler said.</summary>
    public static ToolCatalog Load(string members, string types = "") => Load(Of(members, types));

    /// <inheritdoc cref="Load(string, string)"/>
    public static ToolCatalog Load(Project project) => LoadAll(project).Tools;

    private static (ToolCatalog Tools, Assembly Assembly) LoadAll(Project project)
    {
        using var image = new MemoryStream();
        var said = project.Diagnostics.Concat(project.Output.Emit(image).Diagnostics).Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "TG2313").ToArray();
        if (said.Length > 0) throw new InvalidOperationException(string.Join("\n", said.Select(d => d.ToString())) + "\n" + string.Join("\n", project.Result.GeneratedSources.Select(source => source.SourceText)));
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(image.ToArray()));
        return ((ToolCatalog)assembly.GetType("App.Tools.Catalog", throwOnError: true)!.GetProperty("Tools")!.GetValue(null)!, assembly);
    }

    /// <summary>All shapes in one assembly, each in a namespace of its own, which is its name.</summary>
    public static (ToolCatalog Tools, Assembly Assembly) Shapes { get; } = LoadShapes();

    private static (ToolCatalog, Assembly) LoadShapes()
    {
        var blocks = MethodShapes.All.Select(shape => $$"""
            namespace App.Shape{{shape.Name}} { public static class My {
            /// <summary>Does it.</summary>
            [Tool(Name = "{{shape.ToolName}}")] public static {{shape.Method}} } {{shape.Types}} }
            """);
        return LoadAll(Project.Of([], null, Usings + string.Join("\n", blocks)));
    }

    /// <summary>The schema of the arguments.</summary>
    public static string Input(this Tool tool) => Encoding.UTF8.GetString(tool.Descriptor.InputSchema.Span);
}
