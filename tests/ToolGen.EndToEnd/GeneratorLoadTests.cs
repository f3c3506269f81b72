using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.EndToEnd;

/// <summary>A compiler host need not have System.Text.Json, or not the one that the templates need: the package brings its own.</summary>
[TestClass]
public sealed class GeneratorLoadTests
{
    [TestMethod]
    public async Task The_generator_runs_where_the_host_s_System_Text_Json_is_refused()
    {
        var feed = await PackedFeed.Get();
        var folder = Directory.CreateDirectory(Path.Combine(PackedFeed.Root, "compiler parts")).FullName;
        using (var package = ZipFile.OpenRead(feed.Package))
            foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)))
                entry.ExtractToFile(Path.Combine(folder, entry.Name), overwrite: true);

        var context = new PackageOnly(folder);
        var type = context.LoadFromAssemblyPath(Path.Combine(folder, "ToolGen.Generator.dll")).GetType("ToolGen.Generator.ToolGenerator", throwOnError: true)!;
        var generator = ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
        var spec = new Spec(Path.Combine(RealSpecs.Folder, "binomial_coefficient.tool.json"));
        var result = CSharpGeneratorDriver.Create([generator], [spec]).RunGenerators(CSharpCompilation.Create("Any")).GetRunResult().Results.Single();

        Assert.IsNull(result.Exception);
        Assert.IsEmpty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Contains("class BinomialCoefficient", string.Concat(result.GeneratedSources.Select(source => source.SourceText.ToString())));
        var loaded = context.Assemblies.ToArray();
        Assert.Contains("Scriban.Signed", loaded.Select(assembly => assembly.GetName().Name));
        foreach (var assembly in loaded) Assert.AreEqual(folder, Path.GetDirectoryName(assembly.Location), assembly.FullName);
        // Whatever a template may come to need of it can be loaded too.
        Assert.IsNotEmpty(context.LoadFromAssemblyName(new AssemblyName("System.Text.Json")).GetType("System.Text.Json.JsonSerializer", throwOnError: true)!.GetMethods());
    }

    // Takes the package's System.Text.Json and what came with it, the host's compiler and runtime.
    private sealed class PackageOnly(string folder) : AssemblyLoadContext("package only")
    {
        private static readonly string[] Refused = ["System.Text.Json", "System.Text.Encodings.Web", "System.IO.Pipelines", "Microsoft.Bcl.AsyncInterfaces", "Scriban.Signed"];

        protected override Assembly? Load(AssemblyName name) =>
            Refused.Contains(name.Name) || name.Name!.StartsWith("ToolGen.", StringComparison.Ordinal) ? LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll")) : null;
    }

    private sealed class Spec(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}
