using System;
using System.IO;
using System.IO.Compression;
using System.IO.Enumeration;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.EndToEnd;

/// <summary>The packages are opened: what is in them is what is listed here.</summary>
[TestClass]
public sealed class PackageTests
{
    private static readonly string[] Always = ["LICENSE", "README.md", "icon.png"];

    [TestMethod]
    [DataRow("ToolGen", "THIRD-PARTY-NOTICES.txt",
        "analyzers/dotnet/cs/Microsoft.Bcl.AsyncInterfaces.dll", "analyzers/dotnet/cs/Microsoft.CSharp.dll", "analyzers/dotnet/cs/Scriban.Signed.dll",
        "analyzers/dotnet/cs/System.Buffers.dll", "analyzers/dotnet/cs/System.IO.Pipelines.dll", "analyzers/dotnet/cs/System.Memory.dll",
        "analyzers/dotnet/cs/System.Numerics.Vectors.dll", "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
        "analyzers/dotnet/cs/System.Text.Encodings.Web.dll", "analyzers/dotnet/cs/System.Text.Json.dll", "analyzers/dotnet/cs/System.Threading.Tasks.Extensions.dll",
        "analyzers/dotnet/cs/ToolGen.Analyzers.dll", "analyzers/dotnet/cs/ToolGen.CodeFixes.dll", "analyzers/dotnet/cs/ToolGen.Generator.dll", "analyzers/dotnet/cs/ToolGen.SpecFixes.dll", "analyzers/dotnet/cs/ToolGen.Specification.dll",
        "build/ToolGen.Profile.props", "build/ToolGen.Profile.targets", "build/ToolGen.props", "build/ToolGen.targets", "build/toolgen.recommended.globalconfig", "build/toolgen.strict.globalconfig",
        "buildTransitive/ToolGen.Profile.props", "buildTransitive/ToolGen.Profile.targets", "buildTransitive/ToolGen.props", "buildTransitive/ToolGen.targets", "buildTransitive/toolgen.recommended.globalconfig", "buildTransitive/toolgen.strict.globalconfig",
        "lib/net10.0/ToolGen.dll", "lib/net10.0/ToolGen.xml",
        "schemas/toolgen.schema.json", "schemas/toolgen.tool.schema.json",
        "tasks/netstandard2.0/ToolGen.Build.dll", "tasks/netstandard2.0/ToolGen.Specification.dll")]
    [DataRow("ToolGen.Analyzers", "THIRD-PARTY-NOTICES.txt",
        "analyzers/dotnet/cs/System.Buffers.dll", "analyzers/dotnet/cs/System.Memory.dll", "analyzers/dotnet/cs/System.Numerics.Vectors.dll", "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
        "analyzers/dotnet/cs/ToolGen.Analyzers.dll", "analyzers/dotnet/cs/ToolGen.CodeFixes.dll", "analyzers/dotnet/cs/ToolGen.Specification.dll",
        "build/ToolGen.Analyzers.props", "build/ToolGen.Analyzers.targets", "build/ToolGen.Profile.props", "build/ToolGen.Profile.targets", "build/toolgen.recommended.globalconfig", "build/toolgen.strict.globalconfig",
        "buildTransitive/ToolGen.Analyzers.props", "buildTransitive/ToolGen.Analyzers.targets", "buildTransitive/ToolGen.Profile.props", "buildTransitive/ToolGen.Profile.targets",
        "buildTransitive/toolgen.recommended.globalconfig", "buildTransitive/toolgen.strict.globalconfig")]
    [DataRow("ToolGen.Specification", "lib/netstandard2.0/ToolGen.Specification.dll", "lib/netstandard2.0/ToolGen.Specification.xml")]
    [DataRow("ToolGen.Effects", "lib/net10.0/ToolGen.Effects.dll", "lib/net10.0/ToolGen.Effects.xml")]
    [DataRow("ToolGen.Testing", "lib/net10.0/ToolGen.Testing.dll", "lib/net10.0/ToolGen.Testing.xml")]
    [DataRow("ToolGen.Hosting", "lib/net10.0/ToolGen.Hosting.dll", "lib/net10.0/ToolGen.Hosting.xml")]
    [DataRow("ToolGen.Sandbox", "build/ToolGen.Sandbox.targets", "buildTransitive/ToolGen.Sandbox.targets", "lib/net10.0/ToolGen.Sandbox.dll", "lib/net10.0/ToolGen.Sandbox.xml",
        "worker/ToolGen.Sandbox.Worker.deps.json", "worker/ToolGen.Sandbox.Worker.dll", "worker/ToolGen.Sandbox.Worker.runtimeconfig.json", "worker/ToolGen.dll")]
    [DataRow("ToolGen.Forge", "lib/net10.0/ToolGen.Analyzers.dll", "lib/net10.0/ToolGen.Analyzers.xml", "lib/net10.0/ToolGen.Forge.dll", "lib/net10.0/ToolGen.Forge.xml", "lib/net10.0/ToolGen.Generator.dll", "lib/net10.0/ToolGen.Generator.xml")]
    [DataRow("ToolGen.Registry", "lib/net10.0/ToolGen.Registry.dll", "lib/net10.0/ToolGen.Registry.xml")]
    [DataRow("ToolGen.Server", "lib/net10.0/ToolGen.Server.dll", "lib/net10.0/ToolGen.Server.xml")]
    [DataRow("ToolGen.Extensions.AI", "lib/net10.0/ToolGen.Extensions.AI.dll", "lib/net10.0/ToolGen.Extensions.AI.xml")]
    [DataRow("ToolGen.AgentFramework", "lib/net10.0/ToolGen.AgentFramework.dll", "lib/net10.0/ToolGen.AgentFramework.xml")]
    [DataRow("ToolGen.Mcp", "lib/net10.0/ToolGen.Mcp.dll", "lib/net10.0/ToolGen.Mcp.xml")]
    [DataRow("ToolGen.Mcp.Client", "lib/net10.0/ToolGen.Mcp.Client.dll", "lib/net10.0/ToolGen.Mcp.Client.xml")]
    [DataRow("ToolGen.OpenApi", "lib/net10.0/ToolGen.OpenApi.dll", "lib/net10.0/ToolGen.OpenApi.xml")]
    public async Task A_package_carries_what_is_listed_and_nothing_else(string id, params string[] parts)
    {
        var feed = await PackedFeed.Get();
        await using var package = await ZipFile.OpenReadAsync(feed.PackageOf(id));
        var entries = package.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml");
        Assert.AreEqual(string.Join('\n', parts.Append(id + ".nuspec").Concat(Always).Order(StringComparer.Ordinal)), string.Join('\n', entries.Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public async Task The_command_carries_what_is_listed_and_nothing_else() =>
        await this.A_package_carries_what_is_listed_and_nothing_else("ToolGen.Cli", await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "ToolGen.EndToEnd", "ToolGen.Cli.package.txt")));

    [TestMethod]
    [DataRow("ToolGen")]
    [DataRow("ToolGen.Analyzers")]
    [DataRow("ToolGen.Cli")]
    public async Task What_a_package_carries_of_others_stands_in_its_notices(string id)
    {
        var feed = await PackedFeed.Get();
        await using var package = await ZipFile.OpenReadAsync(feed.PackageOf(id));
        var notices = "";
        foreach (var entry in package.Entries.Where(entry => entry.Name.StartsWith("THIRD-PARTY-NOTICES", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            notices += await reader.ReadToEndAsync();
        }

        // A title names its files in parentheses: (Npgsql.dll), (System.*.dll, Microsoft.*.dll).
        string[] patterns = [.. Regex.Matches(notices, @"^=+\n(?<title>.+)\n=+$", RegexOptions.Multiline)
            .SelectMany(title => Regex.Matches(title.Groups["title"].Value, @"[\w.*]+\.(?:dll|\*)").Select(file => file.Value))];
        var others = package.Entries.Where(entry => Path.GetExtension(entry.Name) is ".dll" or ".so" or ".dylib" or ".a" && !entry.Name.StartsWith("ToolGen.", StringComparison.Ordinal));
        Assert.AreEqual("", string.Join(' ', others.Select(entry => entry.Name).Where(name => !patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name))).Distinct()));
    }

    [TestMethod]
    [DataRow("ToolGen", "")]
    [DataRow("ToolGen.Analyzers", "")]
    [DataRow("ToolGen.Specification", "System.Memory")]
    [DataRow("ToolGen.Effects", "Microsoft.Data.Sqlite Microsoft.Extensions.Configuration.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions Npgsql Polly.Core ToolGen ToolGen.Specification")]
    [DataRow("ToolGen.Testing", "MSTest.TestFramework Microsoft.Data.Sqlite Microsoft.Extensions.Configuration.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions Npgsql Polly.Core ToolGen ToolGen.Effects ToolGen.Specification")]
    [DataRow("ToolGen.Hosting", "Microsoft.Data.Sqlite Microsoft.Extensions.Configuration.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions Microsoft.Extensions.Diagnostics.HealthChecks Npgsql Polly.Core ToolGen ToolGen.Effects ToolGen.Specification")]
    [DataRow("ToolGen.Sandbox", "Microsoft.Data.Sqlite Microsoft.Extensions.Configuration.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions Microsoft.Extensions.Diagnostics.HealthChecks Npgsql Polly.Core ToolGen ToolGen.Effects ToolGen.Hosting ToolGen.Specification")]
    [DataRow("ToolGen.Forge", "Basic.Reference.Assemblies.Net100 MSTest.TestFramework Microsoft.CodeAnalysis.Analyzers Microsoft.CodeAnalysis.CSharp Microsoft.CodeAnalysis.Common Microsoft.Data.Sqlite Microsoft.Extensions.Configuration.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions Microsoft.Extensions.Diagnostics.HealthChecks Newtonsoft.Json Npgsql NuGet.Packaging NuGet.Protocol Polly.Core Scriban.Signed ToolGen.Sandbox ToolGen.Specification ToolGen.Testing")]
    [DataRow("ToolGen.Registry", "Microsoft.Data.Sqlite Microsoft.Extensions.AI.Abstractions Microsoft.Extensions.Configuration.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions Microsoft.Extensions.Diagnostics.HealthChecks Npgsql Polly.Core System.Numerics.Tensors ToolGen.Hosting ToolGen.Specification")]
    [DataRow("ToolGen.Server", "Basic.Reference.Assemblies.Net100 MSTest.TestFramework Microsoft.CodeAnalysis.Analyzers Microsoft.CodeAnalysis.CSharp Microsoft.CodeAnalysis.Common Microsoft.Data.Sqlite Microsoft.Extensions.AI.Abstractions ModelContextProtocol ModelContextProtocol.AspNetCore Newtonsoft.Json Npgsql NuGet.Packaging NuGet.Protocol Polly.Core Scriban.Signed System.Numerics.Tensors ToolGen.Forge ToolGen.Hosting ToolGen.Registry ToolGen.Sandbox")]
    [DataRow("ToolGen.Extensions.AI", "Microsoft.Extensions.AI Microsoft.Extensions.AI.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions System.Numerics.Tensors ToolGen")]
    [DataRow("ToolGen.AgentFramework", "Microsoft.Agents.AI.Abstractions Microsoft.Extensions.AI Microsoft.Extensions.AI.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions System.Numerics.Tensors ToolGen.Extensions.AI")]
    [DataRow("ToolGen.Mcp", "Microsoft.Extensions.AI.Abstractions Microsoft.Extensions.Configuration.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions ModelContextProtocol ToolGen")]
    [DataRow("ToolGen.Mcp.Client", "Microsoft.Extensions.AI.Abstractions Microsoft.Extensions.Configuration.Abstractions Microsoft.Extensions.DependencyInjection.Abstractions ModelContextProtocol ToolGen ToolGen.Specification")]
    [DataRow("ToolGen.OpenApi", "ToolGen.Specification YamlDotNet")]
    [DataRow("ToolGen.Templates", "")]
    public async Task A_package_says_what_it_is_and_depends_on(string id, string dependencies)
    {
        var feed = await PackedFeed.Get();
        await using var package = await ZipFile.OpenReadAsync(feed.PackageOf(id));
        await using var stream = await package.GetEntry(id + ".nuspec")!.OpenAsync();
        var nuspec = await XDocument.LoadAsync(stream, LoadOptions.None, default);
        string? Text(string name) => nuspec.Descendants().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.AreEqual(("MIT", "icon.png", "README.md"), (Text("license"), Text("icon"), Text("readme")));
        Assert.IsGreaterThan(40, Text("description")!.Length);
        var named = nuspec.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Distinct().Order(StringComparer.Ordinal);
        Assert.AreEqual(dependencies, string.Join(' ', named));
    }

    [TestMethod]
    [DataRow("ToolGen")]
    [DataRow("ToolGen.Specification")]
    [DataRow("ToolGen.Effects")]
    [DataRow("ToolGen.Testing")]
    [DataRow("ToolGen.OpenApi")]
    [DataRow("ToolGen.Hosting")]
    [DataRow("ToolGen.Sandbox")]
    [DataRow("ToolGen.Forge", "ToolGen.Analyzers", "ToolGen.Generator")]
    [DataRow("ToolGen.Registry")]
    [DataRow("ToolGen.Server")]
    [DataRow("ToolGen.Extensions.AI")]
    [DataRow("ToolGen.AgentFramework")]
    [DataRow("ToolGen.Mcp")]
    [DataRow("ToolGen.Mcp.Client")]
    public async Task Symbols_come_in_a_package_of_their_own(string id, params string[] more)
    {
        var feed = await PackedFeed.Get();
        await using var package = await ZipFile.OpenReadAsync(Path.ChangeExtension(feed.PackageOf(id), ".snupkg"));
        foreach (var name in more.Append(id)) Assert.IsTrue(package.Entries.Any(entry => entry.Name == name + ".pdb"), name);
    }
}
